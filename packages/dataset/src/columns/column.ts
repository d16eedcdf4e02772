/**
 * Columns as typed arrays with their code book. A coded column holds one small number an answer: first the states
 * that are no rating (in the order of `missingStates`), then the answers. A numeric column holds the number, NaN
 * where there is none, and the state beside it.
 */
import type { ScaleAnswer } from "@manyi/study/definition/scale-answers";

export interface CodedColumn {
  readonly kind: "coded";
  readonly name: string;
  readonly codes: Uint8Array | Uint16Array;
  /** Answer k has the code `firstAnswerCode + k`. */
  readonly answers: readonly ScaleAnswer[];
}

export interface NumericColumn {
  readonly kind: "numeric";
  readonly name: string;
  readonly values: Float64Array;
}

export type DataColumn = CodedColumn | NumericColumn;

/** Respondents by columns; immutable once loaded. */
export interface Dataset {
  /** Respondents. */
  readonly rows: number;
  readonly columns: ReadonlyMap<string, DataColumn>;
}

/** @throws RangeError if the dataset has no such coded column: a fault of the caller, for the study was checked */
export function codedColumn(dataset: Dataset, name: string): CodedColumn {
  const column = dataset.columns.get(name);
  if (column?.kind !== "coded") throw new RangeError(`the dataset has no coded column ${name}`);
  return column;
}

/** @throws RangeError if the dataset has no such numeric column */
export function numericColumn(dataset: Dataset, name: string): NumericColumn {
  const column = dataset.columns.get(name);
  if (column?.kind !== "numeric") throw new RangeError(`the dataset has no numeric column ${name}`);
  return column;
}
