import type { AnswerFault, AnswerProblem } from "../evaluation/answer-fault.ts";
import { type Cells, emptyCells } from "../item/cells.ts";
import type { ReadCell } from "./read-rating.ts";
import type { Reading } from "./type-rules.ts";

/** A question of one item. */
export function readingOf(
  { code, required }: { readonly code: string; readonly required?: boolean },
  read: ReadCell,
): Reading {
  if (read.kind === "cell") return { cells: { [code]: read.cell }, faults: [], answered: true };
  if (read.kind === "fault") return faulty(code, read.problem);
  return notAnswered(code, required === true);
}

export function notAnswered(code: string, required: boolean): Reading {
  const faults: readonly AnswerFault[] = required ? [{ question: code, row: null, problem: "required" }] : [];
  return { cells: emptyCells(), faults, answered: false };
}

export function faulty(code: string, problem: AnswerProblem, limit?: number | string): Reading {
  const fault = { question: code, row: null, problem, ...(limit === undefined ? {} : { limit }) };
  return { cells: emptyCells(), faults: [fault], answered: true };
}

/** Copies cells into a record of one's own. */
export function addCells(into: Record<string, string>, cells: Cells): void {
  for (const name of Object.keys(cells)) into[name] = cells[name] ?? "";
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
