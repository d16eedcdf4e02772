/**
 * Expected failures of the HTTP interface: code → status and what its text needs. Texts stand in `messages/`; a test
 * keeps the three equal. The form is RFC 9457 (`application/problem+json`).
 */

import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { ImportState } from "../study/import-state.ts";

export interface ProblemDetails {
  "not-signed-in": Record<never, never>;
  "sign-in-failed": Record<never, never>;
  "sign-in-held-back": { retryAfterSeconds: number };
  "code-wrong": Record<never, never>;
  "password-wrong": Record<never, never>;
  "password-weak": { least: number };
  "link-used-or-expired": Record<never, never>;
  "second-factor-required": Record<never, never>;
  "not-permitted": { permission: string };
  "field-not-changeable": { field: string };
  "origin-refused": { expected: string };
  "not-found": Record<never, never>;
  "request-malformed": { reason: MalformedReason };
  "request-invalid": { faults: readonly RequestFault[] };
  "request-too-large": { limitBytes: number };
  "media-type-refused": { expected: string };
  "too-many-requests": { retryAfterSeconds: number };
  "changed-meanwhile": Record<never, never>;
  "already-exists": { what: string };
  "unit-in-use": { programmes: number; imports: number; members: number; keys: number; units: number };
  "unit-inside-itself": Record<never, never>;
  "last-administrator": Record<never, never>;
  "mail-not-configured": Record<never, never>;
  "import-not-ready": { state: ImportState };
  "import-without-data": Record<never, never>;
  "study-faulty": { issues: readonly { file: string; line: number | null; text: string }[]; total: number };
  "questionnaire-faulty": { issues: readonly QuestionnaireIssue[]; total: number };
  "template-unknown": { template: string };
  "wave-open-already": { wave: string };
  "wave-not-open": Record<never, never>;
  "wave-still-collecting": { wave: string };
  "wave-closed": { closedAt: string };
  "wave-has-no-questionnaire": Record<never, never>;
  "programme-has-questionnaire": Record<never, never>;
  "submission-id-missing": Record<never, never>;
  "submission-differs": { receivedAt: string };
  "answers-faulty": { faults: readonly AnswerFault[] };
  "version-unknown": { version: number };
  "partial-stale": { sequence: number };
  "received-already": { receivedAt: string };
  "nothing-to-analyse": Record<never, never>;
  "results-not-ready": Record<never, never>;
  "weight-unknown": { weight: string; known: readonly string[] };
  "pdf-unavailable": { reason: string };
  "storage-full": Record<never, never>;
  "too-busy": { retryAfterSeconds: number };
  "database-away": { retryAfterSeconds: number };
  "files-away": { retryAfterSeconds: number };
  "address-refused": { address: string };
  unexpected: { requestId: string };
}

/** Why a request cannot even be read. */
export const malformedReasons = [
  "syntax",
  "encoding",
  "too-deep",
  "key-twice",
  "key-forbidden",
  "too-many-keys",
  "character",
  "number",
  "address",
  "upload",
] as const;
export type MalformedReason = (typeof malformedReasons)[number];

/** What is wrong with one value of a request that can be read. */
export const faultKinds = [
  "missing",
  "unknown",
  "type",
  "form",
  "too-short",
  "too-long",
  "too-small",
  "too-large",
  "too-few",
  "too-many",
  "twice",
  "not-listed",
  "not-possible",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface RequestFault {
  /** `body.name.zh`, `query.size`. */
  readonly at: string;
  readonly problem: FaultKind;
}

export type ProblemCode = keyof ProblemDetails;

export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  "not-signed-in": 401,
  "sign-in-failed": 401,
  "sign-in-held-back": 429,
  "code-wrong": 401,
  "password-wrong": 403,
  "password-weak": 422,
  "link-used-or-expired": 410,
  "second-factor-required": 403,
  "not-permitted": 403,
  "field-not-changeable": 403,
  "origin-refused": 403,
  "not-found": 404,
  "request-malformed": 400,
  "request-invalid": 422,
  "request-too-large": 413,
  "media-type-refused": 415,
  "too-many-requests": 429,
  "changed-meanwhile": 409,
  "already-exists": 409,
  "unit-in-use": 409,
  "unit-inside-itself": 409,
  "last-administrator": 409,
  "mail-not-configured": 409,
  "import-not-ready": 409,
  "import-without-data": 422,
  "study-faulty": 422,
  "questionnaire-faulty": 422,
  "template-unknown": 422,
  "wave-open-already": 409,
  "wave-not-open": 409,
  "wave-still-collecting": 409,
  "wave-closed": 409,
  "wave-has-no-questionnaire": 409,
  "programme-has-questionnaire": 409,
  "submission-id-missing": 400,
  "submission-differs": 409,
  "answers-faulty": 422,
  "version-unknown": 422,
  "partial-stale": 409,
  "received-already": 409,
  "nothing-to-analyse": 409,
  "results-not-ready": 409,
  "weight-unknown": 422,
  "pdf-unavailable": 503,
  "storage-full": 507,
  "too-busy": 503,
  "database-away": 503,
  "files-away": 503,
  "address-refused": 422,
  unexpected: 500,
};

/** What travels. `title` and `detail` are in the caller's language. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly type: string;
  readonly code: Code;
  readonly status: number;
  readonly title: string;
  readonly details: ProblemDetails[Code];
  readonly requestId: string;
}

/** An expected failure on its way out. The transaction it ends is rolled back. */
export class ProblemError<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code;
  readonly details: ProblemDetails[Code];

  constructor(code: Code, details: ProblemDetails[Code], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}
