import type { AnswerColumns } from "./resample-rows.ts";

/**
 * Several columns of small whole numbers in one column of doubles. A double holds whole numbers of 53 bits exactly; sums of products of
 * answers on a rating scale need a third of that. So a sum over (x₁ + 2¹⁷ x₂ + 2³⁴ x₃) · y is three sums at once, and exact.
 */
export interface Packing {
  /** Columns in one: 3, 2, or 1 (as they are). */
  readonly columnsPerNumber: number;
  /** 2 to the bits of one. */
  readonly base: number;
  /** So many rows can be summed before one column overflows into the next. */
  readonly rowsPerSum: number;
}

/** Fewer rows would have to be taken apart so often that nothing is won. */
const fewestRows = 256;

const unpacked: Packing = { columnsPerNumber: 1, base: 1, rowsPerSum: Number.POSITIVE_INFINITY };

/** @param columns as they will be multiplied with each other; case weights make what is summed no whole numbers */
export function packingOf(columns: AnswerColumns, weighting: "none" | "case-weights"): Packing {
  if (weighting === "case-weights" || columns.kind !== "bytes") return unpacked;
  const largest = columns.values.reduce((most, column) => column.reduce((a, b) => Math.max(a, b), most), 1);
  for (const [columnsPerNumber, bits] of [
    [3, 17],
    [2, 26],
  ]) {
    const base = 2 ** bits;
    const rowsPerSum = Math.floor((base - 1) / largest ** 2);
    if (rowsPerSum >= fewestRows) return { columnsPerNumber, base, rowsPerSum };
  }
  return unpacked;
}

/**
 * Packs columns `first`, `first` + 1, … into one and multiplies it with weights.
 * @param into the first `size` rows are written
 * @returns their sum
 */
export function packWeighted(
  { columnsPerNumber, base }: Packing,
  columns: readonly Float64Array[],
  first: number,
  weights: Float64Array,
  into: Float64Array,
  size: number,
): number {
  if (columnsPerNumber === 1) return weighted(columns[first], weights, into, size);
  const low = columns[first];
  const middle = columns[first + 1];
  if (columnsPerNumber === 2) return weightedPair(base, low, middle, weights, into, size);
  const high = columns[first + 2];
  const square = base * base;
  let sum = 0;
  for (let r = 0; r < size; r++) {
    const value = (low[r] + base * middle[r] + square * high[r]) * weights[r];
    into[r] = value;
    sum += value;
  }
  return sum;
}

function weighted(column: Float64Array, weights: Float64Array, into: Float64Array, size: number): number {
  let sum = 0;
  for (let r = 0; r < size; r++) {
    const value = column[r] * weights[r];
    into[r] = value;
    sum += value;
  }
  return sum;
}

function weightedPair(
  base: number,
  low: Float64Array,
  high: Float64Array,
  weights: Float64Array,
  into: Float64Array,
  size: number,
): number {
  let sum = 0;
  for (let r = 0; r < size; r++) {
    const value = (low[r] + base * high[r]) * weights[r];
    into[r] = value;
    sum += value;
  }
  return sum;
}

/** Adds each of the sums packed in `sum` to `into`, from `place` on. */
export function addUnpacked({ columnsPerNumber, base }: Packing, sum: number, into: Float64Array, place: number): void {
  let rest = sum;
  for (let k = 0; k < columnsPerNumber - 1; k++) {
    const higher = Math.floor(rest / base);
    into[place + k] += rest - higher * base;
    rest = higher;
  }
  into[place + columnsPerNumber - 1] += rest;
}
