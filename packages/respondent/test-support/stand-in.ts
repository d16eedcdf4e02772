/** What the stand-in keeps, and how it answers calls: the rules of `contract/collection/submissions`, in memory. */
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type AnswerFault, isIncomplete } from "@manyi/questionnaire/evaluation/answer-fault";
import { type Answers, evaluate, withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";

export const link = "0123456789abcdefghjkmnpqrs";

export interface Partial {
  readonly sequence: number;
  readonly answers: Answers;
  readonly page: string;
  readonly version: number;
  readonly language: string;
}

/** What happens to a request instead of being answered: cut before or after it was done, or refused. */
export type Trouble =
  | "cut"
  | "cut-after"
  | { readonly status: number; readonly code: string; readonly details?: object };

export interface StandIn {
  readonly origin: string;
  readonly address: string;
  readonly questionnaire: Questionnaire;
  readonly partials: Map<string, Partial>;
  /** Id → body as it came first. */
  readonly received: Map<string, string>;
  /** Every body that was posted, those of repeated tries too. */
  readonly posted: string[];
  readonly asked: string[];
  /** Asked before each call of the interface; null: go on. */
  trouble: (method: string, path: string) => Trouble | null;
  /** Of new answers `closing` takes none, `closed` none at all; what was received stays received. */
  wave: "open" | "closing" | "closed";
  stop(): Promise<void>;
}

type Answer = [status: number, content: object | null];

function problem(status: number, code: string, details: object): Answer {
  return [status, { code, status, details }];
}

export function receiptOf(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
}

export function submit(standIn: StandIn, id: string, body: string): Answer {
  const { answers } = JSON.parse(body);
  const before = standIn.received.get(id);
  if (standIn.wave === "closed" && before === undefined) {
    return problem(409, "wave-closed", { closedAt: "2026-11-22T10:00:00Z" });
  }
  if (before !== undefined && JSON.stringify(JSON.parse(before).answers) !== JSON.stringify(answers)) {
    return problem(409, "submission-differs", { receivedAt: "2026-11-22T10:00:00Z" });
  }
  const { faults } = evaluate(standIn.questionnaire, answers);
  if (faults.length > 0) return problem(422, "answers-faulty", { faults });
  standIn.received.set(id, before ?? body);
  standIn.partials.delete(id);
  return [201, { id, receipt: receiptOf(id), receivedAt: "2026-11-22T10:00:00Z", late: false }];
}

export function savePartial(standIn: StandIn, id: string, saved: Partial): Answer {
  if (standIn.received.has(id)) return problem(409, "received-already", { receivedAt: "2026-11-22T10:00:00Z" });
  if (standIn.wave === "closed") return problem(409, "wave-closed", { closedAt: "2026-11-22T10:00:00Z" });
  const before = standIn.partials.get(id);
  const isSame = JSON.stringify(before) === JSON.stringify(saved);
  if (before !== undefined && before.sequence >= saved.sequence && !isSame) {
    return problem(409, "partial-stale", { sequence: before.sequence });
  }
  const wrong: readonly AnswerFault[] = evaluate(standIn.questionnaire, saved.answers).faults;
  const refused = wrong.filter((fault) => !isIncomplete(fault));
  if (refused.length > 0) return problem(422, "answers-faulty", { faults: refused });
  standIn.partials.set(id, saved);
  return [204, null];
}

export function readPartial(standIn: StandIn, id: string): Answer {
  if (standIn.received.has(id)) {
    const receipt = { id, receipt: receiptOf(id), receivedAt: "2026-11-22T10:00:00Z", late: false };
    return [200, { kind: "received", receipt }];
  }
  const saved = standIn.partials.get(id);
  return saved === undefined ? problem(404, "not-found", {}) : [200, { kind: "started", ...saved }];
}

export function newId(): string {
  return randomUUID();
}

export function shownOnly(standIn: StandIn, answers: Answers): Answers {
  return withoutHidden(standIn.questionnaire, answers);
}

export function html(response: ServerResponse, text: string): ServerResponse {
  return response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(text);
}
