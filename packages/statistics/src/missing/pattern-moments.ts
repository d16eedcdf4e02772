import { requireAnswers } from "../correlation/paired-answers.ts";
import type { NamedColumns } from "../moments/moments.ts";
import { requireNamedColumns } from "./missing-patterns.ts";

/** Sums over the rows that answered the same variables: rows are read once, and each later step costs as much as there are patterns. */
export interface PatternMoments {
  /** Places of the answered variables, ascending. */
  readonly observed: readonly number[];
  readonly n: number;
  /** Σw and Σw² */
  readonly weight: number;
  readonly squaredWeight: number;
  /** Σw(x − centre) of the answered variables, and Σw(x − centre)(y − centre) of their pairs, row by row. */
  readonly sums: Float64Array;
  readonly products: Float64Array;
  /** The same with w² for w. */
  readonly squaredSums: Float64Array;
  readonly squaredProducts: Float64Array;
}

export interface PatternedRows {
  readonly variables: readonly string[];
  /** Without the rows that answered nothing. */
  readonly patterns: readonly PatternMoments[];
  /** Mean of each variable's answers, 0 where there are none: sums are taken about it, so that large numbers cost no digits. */
  readonly centre: Float64Array;
}

/**
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @throws RangeError without a variable, if lengths differ, a weight is negative, or an answer is infinite
 */
export function patternedRows({ variables, columns }: NamedColumns, weights: Float64Array | null): PatternedRows {
  const length = requireNamedColumns({ variables, columns }, weights);
  for (const column of columns) requireAnswers(column);
  const weightOf = (row: number) => (weights === null ? 1 : weights[row]);
  const centre = Float64Array.from(columns, (column) => centreOf(column, weightOf));
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < length; row++) {
    if (weightOf(row) === 0) continue;
    const key = columns.map((column) => (Number.isNaN(column[row]) ? "0" : "1")).join("");
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [row]);
    else rows.push(row);
  }
  const patterns = [...rowsOf]
    .filter(([key]) => key.includes("1"))
    .map(([key, rows]) => {
      const observed = columns.map((_, place) => place).filter((place) => key[place] === "1");
      return momentsOfPattern(observed, rows, columns, centre, weightOf);
    });
  return { variables, patterns, centre };
}

function centreOf(column: Float64Array, weightOf: (row: number) => number): number {
  let weight = 0;
  let sum = 0;
  let first = 0;
  column.forEach((value, row) => {
    if (Number.isNaN(value) || weightOf(row) === 0) return;
    if (weight === 0) first = value;
    weight += weightOf(row);
    sum += weightOf(row) * (value - first);
  });
  return weight === 0 ? 0 : first + sum / weight;
}

function momentsOfPattern(
  observed: readonly number[],
  rows: readonly number[],
  columns: readonly Float64Array[],
  centre: Float64Array,
  weightOf: (row: number) => number,
): PatternMoments {
  const size = observed.length;
  const empty = () => ({ total: 0, sums: new Float64Array(size), products: new Float64Array(size * size) });
  const [plain, squared] = [empty(), empty()];
  const deviation = new Float64Array(size);
  for (const row of rows) {
    observed.forEach((place, i) => {
      deviation[i] = columns[place][row] - centre[place];
    });
    for (const [into, weight] of [[plain, weightOf(row)] as const, [squared, weightOf(row) ** 2] as const]) {
      into.total += weight;
      for (let i = 0; i < size; i++) {
        const weighted = weight * deviation[i];
        into.sums[i] += weighted;
        for (let j = 0; j < size; j++) into.products[i * size + j] += weighted * deviation[j];
      }
    }
  }
  return {
    observed,
    n: rows.length,
    weight: plain.total,
    squaredWeight: squared.total,
    sums: plain.sums,
    products: plain.products,
    squaredSums: squared.sums,
    squaredProducts: squared.products,
  };
}

/** Σw(x − μ)(y − μ) of the answered variables, from sums about the centre; `mean` is given about the centre too. */
export function productsAbout(
  mean: Float64Array,
  observed: readonly number[],
  weight: number,
  sums: Float64Array,
  products: Float64Array,
): Float64Array {
  const size = observed.length;
  const about = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const a = mean[observed[i]];
    for (let j = 0; j < size; j++) {
      const b = mean[observed[j]];
      about[i * size + j] = products[i * size + j] - a * sums[j] - b * sums[i] + weight * a * b;
    }
  }
  return about;
}
