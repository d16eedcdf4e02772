/**
 * Missing answers. None of these functions puts a number in the place of an answer that was not given, but `neutral-value.ts`, which
 * exists to show what that does.
 */

import { requireWeights } from "../correlation/paired-answers.ts";
import type { NamedColumns } from "../moments/moments.ts";

export interface MissingOfVariable {
  readonly variable: string;
  /** Rows without an answer, unweighted. */
  readonly missing: number;
  /** Weighted share of rows without an answer, 0–1. */
  readonly share: number;
}

export interface MissingPattern {
  /** Variables that are missing together; empty for the complete rows. */
  readonly missing: readonly string[];
  readonly rows: number;
  /** Weighted share of all rows, 0–1. */
  readonly share: number;
}

export interface MissingAnswers {
  readonly kind: "described";
  readonly variables: readonly MissingOfVariable[];
  /** The most frequent first; those of equal frequency in the order in which they appear. */
  readonly patterns: readonly MissingPattern[];
  /** Rows that lack 0, 1, 2 … variables, unweighted. */
  readonly rowsByMissing: Uint32Array;
  readonly completeRows: number;
  readonly n: number;
  readonly weightedBase: number;
}

export interface NoRows {
  readonly kind: "no-rows";
}

/**
 * How much is missing, and what is missing together.
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @returns no-rows where there are none
 * @throws RangeError without a variable, if lengths differ, or if a weight is negative
 * Source: Little & Rubin 2020, Statistical Analysis with Missing Data, 1. Golden values: golden/second/expected/survey_missing.json
 */
export function missingAnswers(
  { variables, columns }: NamedColumns,
  weights: Float64Array | null = null,
): MissingAnswers | NoRows {
  const length = requireNamedColumns({ variables, columns }, weights);
  const found = new Map<string, { missing: readonly string[]; rows: number; weight: number }>();
  let n = 0;
  let weightedBase = 0;
  for (let row = 0; row < length; row++) {
    const weight = weights === null ? 1 : weights[row];
    if (weight === 0) continue;
    n += 1;
    weightedBase += weight;
    const missing = variables.filter((_, place) => Number.isNaN(columns[place][row]));
    const key = JSON.stringify(missing);
    const pattern = found.get(key) ?? { missing, rows: 0, weight: 0 };
    found.set(key, { missing, rows: pattern.rows + 1, weight: pattern.weight + weight });
  }
  if (n === 0) return { kind: "no-rows" };
  const all = [...found.values()];
  const rowsByMissing = new Uint32Array(variables.length + 1);
  for (const { missing, rows } of all) rowsByMissing[missing.length] += rows;
  return {
    kind: "described",
    variables: variables.map((variable) => {
      const without = all.filter(({ missing }) => missing.includes(variable));
      const share = without.reduce((sum, { weight }) => sum + weight, 0) / weightedBase;
      return { variable, missing: without.reduce((sum, { rows }) => sum + rows, 0), share: Math.min(1, share) };
    }),
    patterns: all
      .toSorted((a, b) => b.rows - a.rows)
      .map(({ missing, rows, weight }) => ({ missing, rows, share: weight / weightedBase })),
    rowsByMissing,
    completeRows: rowsByMissing[0],
    n,
    weightedBase,
  };
}

/** @throws RangeError without a variable, if names or lengths do not fit, or if a weight is negative */
export function requireNamedColumns({ variables, columns }: NamedColumns, weights: Float64Array | null): number {
  if (columns.length === 0 || variables.length !== columns.length) {
    throw new RangeError("one name for each column is needed, and a column");
  }
  const length = columns[0].length;
  if (columns.some((column) => column.length !== length)) throw new RangeError("columns differ in length");
  requireWeights(weights, length);
  return length;
}
