/** What the server is told and asked. Every way it can end is a value; nothing here throws. */
import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import { isRecord } from "@manyi/questionnaire/question/reading";
import { parsed } from "./draft.ts";

/** What keeps a call from being answered as wished. `later`: nobody knows, or the server asks for patience. */
export type Refusal =
  | { readonly kind: "later"; readonly retryAfterMs: number }
  | { readonly kind: "faulty"; readonly faults: readonly AnswerFault[] }
  | { readonly kind: "refused"; readonly code: string };

export interface ReceiptFound {
  readonly kind: "received";
  readonly receipt: string;
  readonly late: boolean;
}

export interface PartialFound {
  readonly kind: "started";
  readonly sequence: number;
  readonly answers: Answers;
  readonly page: string;
}

export interface ServerCalls {
  submit(body: string): Promise<ReceiptFound | Refusal>;
  savePartial(id: string, body: string): Promise<{ readonly kind: "saved" } | Refusal>;
  readPartial(id: string): Promise<PartialFound | ReceiptFound | Refusal>;
}

/** A phone that changes cells leaves calls hanging; the next try has the same id. */
const timeoutMs = 20_000;

export function serverCalls(link: string, send: typeof fetch): ServerCalls {
  const base = `/api/collect/${encodeURIComponent(link)}`;
  const ask = async (method: string, path: string, body?: string): Promise<Answered | Refusal> => {
    try {
      const headers: Record<string, string> = { accept: "application/json" };
      if (body !== undefined) headers["content-type"] = "application/json";
      const asked = send(base + path, {
        method,
        headers,
        credentials: "omit",
        ...(body === undefined ? {} : { body }),
      });
      const response = await Promise.race([asked, tooLate()]);
      const content = parsed(await Promise.race([response.text(), tooLate()]));
      return response.ok ? { kind: "answered", content } : refusalOf(response, content);
    } catch {
      return { kind: "later", retryAfterMs: 0 };
    }
  };
  return {
    submit: async (body) => {
      const answer = await ask("POST", "/responses", body);
      return answer.kind === "answered" ? (receiptIn(answer.content) ?? unreadable) : answer;
    },
    savePartial: async (id, body) => {
      const answer = await ask("PUT", `/partials/${id}`, body);
      return answer.kind === "answered" ? { kind: "saved" } : answer;
    },
    readPartial: async (id) => {
      const answer = await ask("GET", `/partials/${id}`);
      return answer.kind === "answered" ? (partialIn(answer.content) ?? unreadable) : answer;
    },
  };
}

interface Answered {
  readonly kind: "answered";
  readonly content: unknown;
}

/** An answer that is none: somebody in between (a hotel's sign-in page) has answered. */
const unreadable: Refusal = { kind: "later", retryAfterMs: 0 };

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), timeoutMs));
}

function refusalOf(response: Response, content: unknown): Refusal {
  const { status } = response;
  const problem = isRecord(content) ? content : {};
  const details = isRecord(problem.details) ? problem.details : {};
  const code = typeof problem.code === "string" ? problem.code : "";
  if (status >= 500 || status === 429 || status === 408 || code === "") {
    const seconds = Number(response.headers.get("retry-after") ?? "");
    return { kind: "later", retryAfterMs: seconds > 0 ? seconds * 1_000 : 0 };
  }
  // The contract's form of this problem.
  if (code === "answers-faulty") return { kind: "faulty", faults: details.faults as readonly AnswerFault[] };
  return { kind: "refused", code };
}

function receiptIn(content: unknown): ReceiptFound | null {
  if (!isRecord(content) || typeof content.receipt !== "string") return null;
  return { kind: "received", receipt: content.receipt, late: content.late === true };
}

function partialIn(content: unknown): PartialFound | ReceiptFound | null {
  if (!isRecord(content)) return null;
  if (content.kind === "received") return receiptIn(content.receipt);
  const { answers, sequence, page } = content;
  if (!isRecord(answers) || typeof sequence !== "number" || typeof page !== "string") return null;
  return { kind: "started", sequence, answers, page };
}
