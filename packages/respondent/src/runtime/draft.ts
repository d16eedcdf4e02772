import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import { isRecord } from "@manyi/questionnaire/question/reading";

/** What is kept on the device of one filling-in. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly stamp: string;
  /** When it was begun by this device's clock; a claim, told as one. */
  readonly startedAt: string;
  readonly page: string;
  readonly answers: Answers;
  /** Of the last saving at the server. */
  readonly sequence: number;
  /** Grows with each change on the device, in whatever window. */
  readonly revision: number;
  /** The window that wrote it. */
  readonly writer: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The body that is being sent, to the letter; null: it is still being filled in. */
  readonly pending: string | null;
}

/** @returns null for anything that this program did not write */
export function readDraft(text: string | null): Draft | null {
  const value = parsed(text);
  if (!isRecord(value) || !isRecord(value.answers)) return null;
  const { id, version, stamp, startedAt, page, answers, sequence, revision, writer, savedAt, pending } = value;
  if (typeof id !== "string" || typeof stamp !== "string" || typeof startedAt !== "string") return null;
  if (typeof page !== "string" || typeof writer !== "string") return null;
  if (typeof version !== "number" || typeof sequence !== "number" || typeof revision !== "number") return null;
  if (typeof savedAt !== "number" || (pending !== null && typeof pending !== "string")) return null;
  return { id, version, stamp, startedAt, page, answers, sequence, revision, writer, savedAt, pending };
}

export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
