/** The questionnaire with the way back to what it was: whole values, since they share what did not change. */
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "../edit/draft-edit.ts";

export interface DraftHistory {
  readonly past: readonly Questionnaire[];
  readonly present: Questionnaire;
  readonly future: readonly Questionnaire[];
  /** What the last change was typed into, and when: typing on is one step. */
  readonly last: { readonly field: string; readonly atMs: number } | null;
}

const pastKept = 200;
/** A pause in typing longer than this begins a new step. */
const pauseMs = 1_500;

export function beginHistory(present: Questionnaire): DraftHistory {
  return { past: [], present, future: [], last: null };
}

/** @param field of typed changes: the field they are typed into; null: the change is a step of its own */
export function changed(history: DraftHistory, edit: DraftEdit, field: string | null, nowMs: number): DraftHistory {
  const present = edit(history.present);
  if (present === history.present) return history;
  const { last } = history;
  const goesOn = field !== null && last?.field === field && nowMs - last.atMs < pauseMs;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-pastKept);
  return { past, present, future: [], last: field === null ? null : { field, atMs: nowMs } };
}

export function undone(history: DraftHistory): DraftHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], last: null };
}

export function redone(history: DraftHistory): DraftHistory {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, last: null };
}
