import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { completeRows, type NamedColumns } from "../moments/moments.ts";
import type { AtBoundary, CorrelationResult } from "./correlation.ts";
import { requireWeights } from "./paired-answers.ts";

/** "at-boundary" comes from polychoric and polyserial correlations alone. */
export type PairResult = CorrelationResult | AtBoundary;

/** Every pair of variables once. */
export interface CorrelationTable {
  readonly kind: "table";
  readonly variables: readonly string[];
  /** In the order (0, 1), (0, 2), (1, 2), (0, 3) …: pair (i, j), i < j, at j (j − 1)/2 + i. */
  readonly pairs: readonly PairResult[];
}

/** Pearson's, Spearman's or Kendall's coefficient of two columns. */
export type CorrelationOf = (
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
) => CorrelationResult;

/** @param pair result of variables i < j */
export function correlationTable(
  variables: readonly string[],
  pair: (i: number, j: number) => PairResult,
): CorrelationTable {
  const pairs = variables.flatMap((_, j) => Array.from({ length: j }, (_each, i) => pair(i, j)));
  return { kind: "table", variables, pairs };
}

/** @throws RangeError if i = j or one of them is no variable */
export function pairAt({ variables, pairs }: CorrelationTable, i: number, j: number): PairResult {
  const [low, high] = [Math.min(i, j), Math.max(i, j)];
  if (!(low >= 0 && low < high && high < variables.length)) throw new RangeError(`no pair ${i}, ${j}`);
  return pairs[(high * (high - 1)) / 2 + low];
}

/**
 * Each pair over the rows that answered both: keeps the most answers, but pairs speak of different respondents, and the matrix may have
 * a negative eigenvalue (see `correlationValues`), which no regression or factor analysis can use.
 * @param correlationOf for example pearsonCorrelation
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 */
export function pairwiseCorrelations(
  { variables, columns }: NamedColumns,
  weights: Float64Array | null,
  confidence: number,
  correlationOf: CorrelationOf,
): CorrelationTable {
  requireColumns(variables, columns, weights);
  return correlationTable(variables, (i, j) => correlationOf(columns[i], columns[j], weights, confidence));
}

/**
 * All pairs over the rows that answered every variable: one group of respondents, and a matrix that can be used further.
 * @param correlationOf for example kendallCorrelation
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 */
export function listwiseCorrelations(
  { variables, columns }: NamedColumns,
  weights: Float64Array | null,
  confidence: number,
  correlationOf: CorrelationOf,
): CorrelationTable {
  const length = requireColumns(variables, columns, weights);
  const rows = completeRows(columns, weights, length);
  const complete = columns.map((column) => Float64Array.from(rows, (row) => column[row]));
  const kept = weights === null ? null : Float64Array.from(rows, (row) => weights[row]);
  return pairwiseCorrelations({ variables, columns: complete }, kept, confidence, correlationOf);
}

export type CorrelationValues =
  | {
      readonly kind: "estimated";
      /** p × p, ones on the diagonal. */
      readonly matrix: Matrix;
      /** Below 0 (beyond rounding) the matrix is none that any data could have: pairs come from different rows. */
      readonly smallestEigenvalue: number;
    }
  /** Pairs, by name, that have no coefficient. */
  | { readonly kind: "incomplete"; readonly pairs: readonly (readonly [string, string])[] };

/** The coefficients as a matrix, without their uncertainty. */
export function correlationValues(table: CorrelationTable): CorrelationValues {
  const size = table.variables.length;
  const matrix = zeroMatrix(size, size);
  const missing: (readonly [string, string])[] = [];
  for (let j = 0; j < size; j++) {
    matrix.values[j * size + j] = 1;
    for (let i = 0; i < j; i++) {
      const found = pairAt(table, i, j);
      if (found.kind !== "estimated") missing.push([table.variables[i], table.variables[j]]);
      else matrix.values[i * size + j] = matrix.values[j * size + i] = found.value;
    }
  }
  if (missing.length > 0) return { kind: "incomplete", pairs: missing };
  return { kind: "estimated", matrix, smallestEigenvalue: size === 0 ? 1 : symmetricEigen(matrix).values[0] };
}

function requireColumns(
  variables: readonly string[],
  columns: readonly Float64Array[],
  weights: Float64Array | null,
): number {
  if (variables.length !== columns.length) throw new RangeError("one name for each column is needed");
  const length = columns.length === 0 ? 0 : columns[0].length;
  if (columns.some((column) => column.length !== length)) throw new RangeError("columns differ in length");
  requireWeights(weights, length);
  return length;
}
