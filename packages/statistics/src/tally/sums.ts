import type { RatingTally, Weighting } from "./rating-tally.ts";

/**
 * The sums from which a mean, its variance and its linearised variance follow. Values are summed as x − centre, with the
 * centre close to the mean, so a large offset (a year, a price) costs no digits.
 */
export interface Sums {
  /** Answers, unweighted. */
  readonly n: number;
  /** Σw */
  readonly weight: number;
  /** Σw² */
  readonly squaredWeight: number;
  readonly centre: number;
  /** Σw(x − centre) */
  readonly x: number;
  /** Σw(x − centre)² */
  readonly xx: number;
  /** Σw²(x − centre) */
  readonly squaredWeightX: number;
  /** Σw²(x − centre)² */
  readonly squaredWeightXX: number;
  readonly weighting: Weighting;
  /** Rows of the whole sample; see RatingTally. */
  readonly designN: number;
}

/** Sums over a tally's own values. */
export function sumsOfTally(tally: RatingTally): Sums {
  return sumsOfMappedTally(tally, (value) => value);
}

/**
 * Sums over `map(value)`: a 0–100 conversion, marks −1/0/+1, or 1 for a counted answer and 0 for another.
 * @throws RangeError if a mapped value is not finite
 */
export function sumsOfMappedTally(tally: RatingTally, map: (value: number) => number): Sums {
  const mapped = tally.values.map(map);
  if (!mapped.every(Number.isFinite)) throw new RangeError("an answer is mapped to a number that is not finite");
  const n = total(tally.count);
  const weight = total(tally.weight);
  // Summed from the first value, so that equal values have exactly themselves as their mean.
  let centre = mapped.length > 0 ? mapped[0] : 0;
  if (weight > 0) {
    for (let cell = 1; cell < mapped.length; cell++)
      centre += (tally.weight[cell] / weight) * (mapped[cell] - mapped[0]);
  }
  const sums = { n, weight, squaredWeight: total(tally.squaredWeight), centre, x: 0, xx: 0, squaredWeightX: 0 };
  let squaredWeightXX = 0;
  for (let cell = 0; cell < mapped.length; cell++) {
    const deviation = deviationFrom(centre, mapped[cell], 0);
    sums.x += tally.weight[cell] * deviation;
    sums.xx += tally.weight[cell] * deviation * deviation;
    sums.squaredWeightX += tally.squaredWeight[cell] * deviation;
    squaredWeightXX += tally.squaredWeight[cell] * deviation * deviation;
  }
  return { ...sums, squaredWeightXX, weighting: tally.weighting, designN: tally.designN };
}

/**
 * Sums over a column, in two passes.
 * @param values NaN = no answer
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @param designN rows of the whole sample
 * @param rounding how far values may lie from their mean by rounding alone, where they were computed from larger numbers
 * @throws RangeError if an answer is infinite, a weight is negative or not finite, lengths differ or designN is less than the answers
 */
export function sumsOfColumn(values: Float64Array, weights: Float64Array | null, designN: number, rounding = 0): Sums {
  if (weights !== null && weights.length !== values.length) throw new RangeError("one weight for each row is needed");
  const centre = columnMean(values, weights);
  let n = 0;
  let weight = 0;
  let squaredWeight = 0;
  let x = 0;
  let xx = 0;
  let squaredWeightX = 0;
  let squaredWeightXX = 0;
  for (let row = 0; row < values.length; row++) {
    const w = weights === null ? 1 : weights[row];
    if (Number.isNaN(values[row]) || w === 0) continue;
    const deviation = deviationFrom(centre, values[row], rounding);
    const weighted = w * deviation;
    n += 1;
    weight += w;
    squaredWeight += w * w;
    x += weighted;
    xx += weighted * deviation;
    squaredWeightX += w * weighted;
    squaredWeightXX += weighted * weighted;
  }
  if (designN < n) throw new RangeError(`designN ${designN} is less than the ${n} answers`);
  const weighting = weights === null ? "none" : "case-weights";
  return { n, weight, squaredWeight, centre, x, xx, squaredWeightX, squaredWeightXX, weighting, designN };
}

/** Numbers that differ by less than this, relatively, differ by rounding alone. */
const relativeRounding = 1e-14;

/** 0 where the two differ by rounding alone: indices that are equal come out as 80 and 80.00000000000001, and do not vary. */
export function deviationFrom(centre: number, value: number, rounding: number): number {
  const deviation = value - centre;
  return Math.abs(deviation) <= Math.max(relativeRounding * Math.abs(centre), rounding) ? 0 : deviation;
}

/** What rounding may leave of sums and differences of numbers of these sizes. */
export function roundingOf(columns: readonly Float64Array[]): number {
  let largest = 0;
  for (const column of columns) {
    for (const value of column) if (Math.abs(value) > largest) largest = Math.abs(value);
  }
  return relativeRounding * largest;
}

/** Mean of the answered rows; 0 where there are none. Summed from the first answer, so an offset costs no digits. */
function columnMean(values: Float64Array, weights: Float64Array | null): number {
  let first = Number.NaN;
  let weight = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const w = weights === null ? 1 : weights[row];
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${w} in row ${row}`);
    if (Number.isNaN(values[row]) || w === 0) continue;
    if (!Number.isFinite(values[row])) throw new RangeError(`an answer of ${values[row]} in row ${row}`);
    if (Number.isNaN(first)) first = values[row];
    weight += w;
    sum += w * (values[row] - first);
  }
  return weight === 0 ? 0 : first + sum / weight;
}

function total(cells: Float64Array): number {
  let sum = 0;
  for (const cell of cells) sum += cell;
  return sum;
}
