import { Failure } from "./failure.mjs";

// npm prints one `code` line for a failure; npm 9 and older begin it with ERR!.
const CODE_LINE = /^npm (?:error|ERR!) code (\S+)/m;

/** The third attempt is the last. For an optional package npm would go on and try the next one, minutes long. */
export const gaveUpOnRegistry = /attempt 3 failed with (E[A-Z_]+)/;
const UNPACKING = /TAR_ENTRY_ERROR (\S+?):? /;

/** @type {readonly [RegExp, "registry-unreachable" | "registry-refused" | "disk-full" | "no-right-to-write" | "damaged-download"][]} */
const MEANINGS = [
  [/^(ENOSPC|EDQUOT)$/, "disk-full"],
  [/^(EACCES|EPERM|EROFS)$/, "no-right-to-write"],
  [/^EINTEGRITY$|^Z_|^TAR_/, "damaged-download"],
  [/^(E401|E403|E404|ETARGET|ENOVERSIONS|ENEEDAUTH)$/, "registry-refused"],
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ERR_SOCKET|EIDLETIMEOUT|EPROTO|E4\d\d|E5\d\d|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/,
    "registry-unreachable",
  ],
];

/** What npm's output says went wrong.
 *  @param {string} output everything npm printed
 *  @param {{ place: string, log: string | undefined }} circumstances the folder npm wrote to, and where its output is kept
 *  @returns {Failure} */
export function failureFromNpmOutput(output, { place, log }) {
  const reason =
    CODE_LINE.exec(output)?.[1] ?? UNPACKING.exec(output)?.[1] ?? gaveUpOnRegistry.exec(output)?.[1] ?? "no code";
  const kept = log === undefined ? {} : { log };
  const code = MEANINGS.find(([pattern]) => pattern.test(reason))?.[1] ?? "npm-failed";
  return new Failure(code, { reason, path: pathIn(output) ?? place, name: packageIn(output) ?? "a package", ...kept });
}

/** @param {string} output */
const pathIn = (output) => /^npm (?:error|ERR!) path (.+)$/m.exec(output)?.[1]?.trim();

/** @param {string} output */
const packageIn = (output) => /(?:integrity checksum failed|sha512).*?([\w.-]+\.tgz)/.exec(output)?.[1];
