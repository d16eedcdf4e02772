/**
 * The one way in for what respondents send, whether a program sends it as JSON or a browser as a form: the same checks, the same
 * rows, the same refusals.
 */
import type {
  CollectionState,
  PartialState,
  PartialSubmission,
  Receipt,
  Submission,
} from "@manyi/contract/collection/submissions";
import { ProblemError } from "@manyi/contract/problem/problem";
import { isIncomplete } from "@manyi/questionnaire/evaluation/answer-fault";
import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import type { Kysely } from "kysely";
import type { StatementPool } from "../database/statement-pool.ts";
import type { Tables } from "../database/tables.ts";
import { hasCode } from "../failure/system-error.ts";
import type { CollectionFigures } from "./figures.ts";
import { QueueFull } from "./group-commit.ts";
import type { FoundLink } from "./link-queries.ts";
import type { AskedQuestionnaire, Lookups } from "./lookups.ts";
import { findStarted, type StartedResponse } from "./partial-queries.ts";
import type { ReceiptCode } from "./receipt-code.ts";
import type { StartStamps } from "./start-stamp.ts";
import { type PartialStore, partialStore } from "./store-partials.ts";
import { type SubmissionStore, submissionStore } from "./store-submissions.ts";
import { type FinishedResponse, findFinished } from "./submission-queries.ts";
import { submissionRow } from "./submission-row.ts";

export interface IntakeParts {
  readonly db: Kysely<Tables>;
  readonly pool: StatementPool;
  readonly lookups: Lookups;
  readonly stamps: StartStamps;
  readonly receiptCode: ReceiptCode;
  readonly figures: CollectionFigures;
}

/** Where somebody stands who comes back with an id. */
export type Progress =
  | { readonly kind: "started"; readonly started: StartedResponse }
  | { readonly kind: "finished"; readonly finished: FinishedResponse; readonly receipt: Receipt }
  | { readonly kind: "nothing" };

export interface Intake {
  /** @throws ProblemError not-found: no such link, or withdrawn */
  link(token: string): Promise<FoundLink>;
  /** @throws ProblemError version-unknown */
  asked(target: FoundLink, version: number): Promise<AskedQuestionnaire>;
  state(token: string, now: Date): Promise<CollectionState>;
  /** @returns when it is committed
   *  @throws ProblemError */
  submit(token: string, submission: Submission, now: Date): Promise<Receipt>;
  /** @throws ProblemError */
  save(token: string, id: string, partial: PartialSubmission, now: Date): Promise<void>;
  progress(target: FoundLink, id: string): Promise<Progress>;
  /** @throws ProblemError not-found */
  partialState(token: string, id: string): Promise<PartialState>;
  /** Resolves when nothing waits for its commit. */
  idle(): Promise<void>;
}

const BUSY_SECONDS = 5;
/** SQLSTATE of a statement that took longer than it may: nothing of it was kept. */
const STATEMENT_CANCELLED = "57014";

export function openIntake(parts: IntakeParts): Intake {
  const stores: Stores = {
    submissions: submissionStore(parts.pool, parts.figures),
    partials: partialStore(parts.pool, parts.figures),
  };
  return {
    link: (token) => linkOf(parts, token),
    asked: (target, version) => askedOf(parts, target, version),
    progress: (target, id) => progressOf(parts, target, id),
    submit: (token, submission, now) =>
      counted(parts.figures, "responses", submit(parts, stores, { token, submission, now })),
    save: (token, id, partial, now) =>
      counted(parts.figures, "partials", save(parts, stores, { token, id, partial, now })),
    state: (token, now) => collectionState(parts, token, now),
    partialState: (token, id) => partialState(parts, token, id),
    idle: async () => {
      await Promise.all([stores.submissions.idle(), stores.partials.idle()]);
    },
  };
}

interface Stores {
  readonly submissions: SubmissionStore;
  readonly partials: PartialStore;
}

async function linkOf({ lookups }: IntakeParts, token: string): Promise<FoundLink> {
  const found = await lookups.link(token);
  if (found === null || found.isWithdrawn) throw new ProblemError("not-found", {});
  return found;
}

async function askedOf({ lookups }: IntakeParts, target: FoundLink, version: number): Promise<AskedQuestionnaire> {
  const found = await lookups.version(target, version);
  if (found === null) throw new ProblemError("version-unknown", { version });
  return found;
}

async function submit(
  parts: IntakeParts,
  { submissions }: Stores,
  { token, submission, now }: { readonly token: string; readonly submission: Submission; readonly now: Date },
): Promise<Receipt> {
  const target = await parts.lookups.link(token);
  if (target === null) throw new ProblemError("not-found", {});
  const row = await hidingWithdrawn(target, async () => {
    const version = await askedOf(parts, target, submission.version);
    checkLanguage(submission.language, version);
    const startedAt = parts.stamps.read(submission.stamp, target.linkId, now);
    return submissionRow(target, version, { ...submission, startedAt, receivedAt: now });
  });
  const stored = await committed(submissions.add(row));
  switch (stored.kind) {
    case "accepted":
    case "repeated":
      parts.figures.received("responses", stored.kind);
      return receiptOf(parts, { ...row, ...stored });
    case "differs":
      if (target.isWithdrawn) throw new ProblemError("not-found", {});
      throw new ProblemError("submission-differs", { receivedAt: stored.receivedAt.toISOString() });
    case "closed":
      throw new ProblemError("wave-closed", { closedAt: stored.closedAt.toISOString() });
    case "no-link":
      throw new ProblemError("not-found", {});
  }
}

interface GivenPartial {
  readonly token: string;
  readonly id: string;
  readonly partial: PartialSubmission;
  readonly now: Date;
}

async function save(
  parts: IntakeParts,
  { partials }: Stores,
  { token, id, partial, now }: GivenPartial,
): Promise<void> {
  const target = await linkOf(parts, token);
  const version = await askedOf(parts, target, partial.version);
  checkLanguage(partial.language, version);
  checkPartial(partial, version);
  const stored = await committed(
    partials.add({
      id,
      linkId: target.linkId,
      versionId: version.versionId,
      sequence: partial.sequence,
      answers: JSON.stringify(partial.answers),
      page: partial.page,
      language: partial.language,
      startedAt: parts.stamps.read(partial.stamp, target.linkId, now) ?? now,
      savedAt: now,
    }),
  );
  switch (stored.kind) {
    case "saved":
      parts.figures.received("partials", "saved");
      return;
    case "stale":
      throw new ProblemError("partial-stale", { sequence: stored.sequence });
    case "complete":
      throw new ProblemError("received-already", { receivedAt: stored.receivedAt.toISOString() });
    case "closed":
      throw new ProblemError("wave-closed", { closedAt: stored.closedAt.toISOString() });
    case "no-link":
      throw new ProblemError("not-found", {});
  }
}

async function progressOf(parts: IntakeParts, target: FoundLink, id: string): Promise<Progress> {
  const finished = await findFinished(parts.db, target.waveId, id);
  if (finished !== null) return { kind: "finished", finished, receipt: receiptOf(parts, finished) };
  const started = await findStarted(parts.db, target.waveId, id);
  return started === null ? { kind: "nothing" } : { kind: "started", started };
}

async function collectionState(parts: IntakeParts, token: string, now: Date): Promise<CollectionState> {
  const target = await linkOf(parts, token);
  const { questionnaire } = await askedOf(parts, target, target.version);
  const state = stateOf(target, now);
  const closesAt = state === "closing" ? (target.graceUntil?.toISOString() ?? null) : null;
  return { state, version: target.version, languages: [...questionnaire.languages], closesAt };
}

async function partialState(parts: IntakeParts, token: string, id: string): Promise<PartialState> {
  const at = await progressOf(parts, await linkOf(parts, token), id);
  if (at.kind === "nothing") throw new ProblemError("not-found", {});
  if (at.kind === "finished") return { kind: "received", receipt: at.receipt };
  const { sequence, answers, page, version, language } = at.started;
  return { kind: "started", sequence, answers: { ...answers }, page, version, language };
}

/** As far as the wave is remembered: what decides is the statement that keeps the answers. */
export function stateOf({ waveState, graceUntil }: FoundLink, now: Date): "open" | "closing" | "closed" {
  if (waveState === "open") return "open";
  return waveState === "closing" && graceUntil !== null && now < graceUntil ? "closing" : "closed";
}

/** A link that was withdrawn takes nothing, but whoever sent answers by it and was not told still gets the receipt. Everything else
 *  about it is as unknown as a link that never was. */
async function hidingWithdrawn<Result>(target: FoundLink, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (target.isWithdrawn && error instanceof ProblemError) throw new ProblemError("not-found", {}, { cause: error });
    throw error;
  }
}

function checkLanguage(language: string, { questionnaire }: AskedQuestionnaire): void {
  if (questionnaire.languages.includes(language)) return;
  throw new ProblemError("request-invalid", { faults: [{ at: "body.language", problem: "not-listed" }] });
}

/** What is not finished may be saved; what cannot come from the questionnaire may not. */
function checkPartial({ page, answers }: PartialSubmission, { questionnaire }: AskedQuestionnaire): void {
  if (!questionnaire.pages.some(({ code }) => code === page)) {
    throw new ProblemError("request-invalid", { faults: [{ at: "body.page", problem: "not-listed" }] });
  }
  const faults = evaluate(questionnaire, answers).faults.filter((fault) => !isIncomplete(fault));
  if (faults.length > 0) throw new ProblemError("answers-faulty", { faults });
}

async function committed<Outcome>(commit: Promise<Outcome>): Promise<Outcome> {
  try {
    return await commit;
  } catch (cause) {
    if (!(cause instanceof QueueFull) && !hasCode(cause, STATEMENT_CANCELLED)) throw cause;
    throw new ProblemError("too-busy", { retryAfterSeconds: BUSY_SECONDS }, { cause });
  }
}

async function counted<Result>(
  figures: CollectionFigures,
  what: "responses" | "partials",
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    figures.received(what, error instanceof ProblemError ? error.code : "failed");
    throw error;
  }
}

function receiptOf(
  { receiptCode }: Pick<IntakeParts, "receiptCode">,
  { id, hash, receivedAt, late }: Pick<FinishedResponse, "id" | "hash" | "receivedAt" | "late">,
): Receipt {
  return { id, receipt: receiptCode(id, hash), receivedAt: receivedAt.toISOString(), late };
}
