import type { MalformedReason } from "../problem/problem.ts";
import type { ProblemMessages } from "./texts.ts";

const malformed: Readonly<Record<MalformedReason, string>> = {
  syntax: "its content is not valid JSON",
  encoding: "its text is not valid UTF-8",
  "too-deep": "it is nested too deeply",
  "key-twice": "a property stands in it twice",
  "key-forbidden": "it holds a property name that is not allowed",
  "too-many-keys": "one object in it has too many properties",
  character: "it holds a character that cannot be stored",
  number: "it holds a number out of range",
  address: "its address is not well formed",
  upload: "the upload is incomplete or not well formed",
};

const faults: ProblemMessages["faults"] = {
  missing: "is missing",
  unknown: "is not known here",
  type: "has the wrong type",
  form: "has the wrong form",
  "too-short": "is too short",
  "too-long": "is too long",
  "too-small": "is too small",
  "too-large": "is too large",
  "too-few": "has too few entries",
  "too-many": "has too many entries",
  twice: "has the same entry twice",
  "not-listed": "is not one of the choices",
  "not-possible": "cannot be used",
};

const importStates: ProblemMessages["importStates"] = {
  mapping: "It has not been said yet what the columns of this import are",
  ready: "This import has been checked but not started",
  faulty: "This import has faults to be solved first",
  queued: "This import is waiting to begin",
  running: "This import is running",
  done: "This import is finished",
  failed: "This import did not succeed",
};

export const en: ProblemMessages = {
  importStates,
  malformed,
  faults,
  problems: {
    "not-signed-in": () => "You are not signed in, or your session has ended. Sign in again.",
    "sign-in-failed": () => "E-mail address or password is wrong. Check both, or reset a forgotten password.",
    "sign-in-held-back": (d) => `Too many attempts. Wait ${wait(d.retryAfterSeconds)}, then try again.`,
    "code-wrong": () =>
      "The code is wrong or was used already. Enter the one your authenticator shows now, or an unused recovery code.",
    "password-wrong": () => "The current password is wrong. Enter it again.",
    "password-weak": (d) =>
      `This password is easy to guess. Use at least ${d.least} characters, not your e-mail address, not a common password.`,
    "link-used-or-expired": () =>
      "This link was used already or has expired. Ask for a new one, or ask an administrator to send it again.",
    "second-factor-required": () => "This needs a second factor. Set up an authenticator in your profile first.",
    "not-permitted": () => "You do not have permission to do this. Ask an administrator if you need it.",
    "field-not-changeable": (d) => `“${d.field}” cannot be changed here. Leave it out.`,
    "origin-refused": (d) =>
      `This request did not come from a page of this system. Open it at ${d.expected} and try again.`,
    "not-found": () => "This does not exist. It may have been moved, or you may not be allowed to see it.",
    "request-malformed": (d) => `The request cannot be read: ${malformed[d.reason]}.`,
    "request-invalid": (d) => {
      const listed = d.faults.slice(0, 5).map(({ at, problem }) => `${at} ${faults[problem]}`);
      const places = d.faults.length === 1 ? "One value does" : `${d.faults.length} values do`;
      return `${places} not meet the requirements: ${listed.join(", ")}. Correct and try again.`;
    },
    "request-too-large": (d) =>
      `This is larger than the limit of ${size(d.limitBytes)}. Make it smaller and try again.`,
    "media-type-refused": (d) => `This type of content is not accepted. Use ${d.expected}.`,
    "too-many-requests": (d) => `Too many requests. Wait ${wait(d.retryAfterSeconds)}, then try again.`,
    "changed-meanwhile": () => "Somebody else has changed this. Reload, then try again.",
    "already-exists": (d) => `“${d.what}” exists already. Choose another.`,
    "unit-in-use": (d) =>
      `This unit is in use: units below it ${d.units}, members ${d.members}, keys ${d.keys}, programmes ${d.programmes}, imports ${d.imports}. Move or revoke them first.`,
    "unit-inside-itself": () => "A unit cannot be moved into itself or a unit below it. Choose another parent.",
    "last-administrator": () => "This is the last active administrator. Appoint another one first.",
    "mail-not-configured": () => "Mail is not configured, so nothing can be sent. Ask whoever runs this server.",
    "import-not-ready": (d) =>
      `${importStates[d.state]}, so this is not possible now. Reload the page to see where it is.`,
    "import-without-data": () => "The upload holds no data file. Add a .csv or .xlsx file.",
    "study-faulty": (d) =>
      `The study has ${d.total === 1 ? "one fault" : `${d.total} faults`}. Correct what is listed and upload it again.`,
    "questionnaire-faulty": (d) =>
      `The questionnaire has ${d.total === 1 ? "one fault" : `${d.total} faults`} and cannot be published. Mend what is listed.`,
    "template-unknown": (d) => `There is no template “${d.template}”. Choose one of the list.`,
    "wave-open-already": (d) => `“${d.wave}” is still collecting. Close it first, or publish the new version to it.`,
    "wave-not-open": () => "This wave is not collecting. Publish the questionnaire to begin a new one.",
    "wave-still-collecting": (d) => `“${d.wave}” is still collecting. Close it first, then archive the programme.`,
    "wave-closed": () => "This survey has ended and takes no more answers.",
    "wave-has-no-questionnaire": () => "The answers of this wave were imported; it has no questionnaire and no link.",
    "programme-has-questionnaire": () =>
      "This programme collects its answers with a questionnaire; data cannot be imported into it. Import it into another one.",
    "submission-id-missing": () => "The answers have no valid id (UUID version 4). Send them again from the page.",
    "submission-differs": () => "These answers were received already and cannot be changed any more.",
    "answers-faulty": (d) =>
      `${d.faults.length === 1 ? "One answer needs" : `${d.faults.length} answers need`} correction. Complete what is pointed out and send it again.`,
    "version-unknown": (d) => `This survey has no version ${d.version} of its questionnaire. Open the link again.`,
    "partial-stale": () => "Something newer was saved from another page. Reload and go on from there.",
    "received-already": () => "These answers have been sent and cannot be changed any more.",
    "nothing-to-analyse": () => "There are no responses to analyse yet. Import data first.",
    "results-not-ready": () => "The results are still being computed. Ask for their state, then try again.",
    "weight-unknown": (d) =>
      `There is no weight “${d.weight}”. ${d.known.length === 0 ? "This study has no weights." : `Known: ${d.known.join(", ")}.`}`,
    "pdf-unavailable": (d) =>
      `This server cannot make PDFs (${d.reason}). Use the web page of the report, or ask whoever runs this server.`,
    "storage-full": () =>
      "The server has no storage left, so nothing was saved. Ask whoever runs it to free space, then try again.",
    "too-busy": (d) => `More is coming in than can be kept at once. Wait ${wait(d.retryAfterSeconds)}, then try again.`,
    "database-away": (d) =>
      `The database cannot be reached at the moment. Wait ${wait(d.retryAfterSeconds)}, then try again.`,
    "files-away": (d) =>
      `The file store cannot be reached at the moment. Wait ${wait(d.retryAfterSeconds)}, then try again.`,
    "address-refused": (d) => `The address ${d.address} may not be used. Use a public one.`,
    unexpected: (d) =>
      `Something went wrong inside the server and nothing was changed. Try again; if it happens again, report number ${d.requestId}.`,
  },
};

function wait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.floor(bytes / 1_024)} KB` : `${Math.floor(bytes / 1_048_576)} MB`;
}
