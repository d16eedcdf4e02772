/**
 * What the index of a group and its variance follow from: item sums, and sums over the pairs of items that a respondent
 * answered. They add up over groups, so the index of everybody, of each group and of all others than a group, under any
 * item weights, comes from one pass over the respondents.
 */
import { deviationFrom } from "../tally/sums.ts";

export interface IndexMoments {
  /** Respondents with at least one answer. */
  readonly n: number;
  /** Σω and Σω² over them. */
  readonly weight: number;
  readonly squaredWeight: number;
  /** Answers to each item. */
  readonly itemN: Float64Array;
  /** Σω and Σω(x − centre) over those who answered the item. */
  readonly itemWeight: Float64Array;
  readonly itemSum: Float64Array;
  /** k × k, over those who answered both items: Σω², Σω²(x_j − c_j), Σω²(x_j − c_j)(x_k − c_k). */
  readonly pair: Float64Array;
  readonly pairX: Float64Array;
  readonly pairXX: Float64Array;
  /** One an item; the same for all groups of a pass. */
  readonly centres: Float64Array;
}

export interface Grouping {
  /** Group of each row; a code outside 0 … count − 1 is in no group. */
  readonly codes: ArrayLike<number>;
  readonly count: number;
}

/** Sums that grow while rows pass. */
interface Accumulator {
  n: number;
  weight: number;
  squaredWeight: number;
  readonly itemN: Float64Array;
  readonly itemWeight: Float64Array;
  readonly itemSum: Float64Array;
  readonly pair: Float64Array;
  readonly pairX: Float64Array;
  readonly pairXX: Float64Array;
  /** Σω² and Σω²(x − c) over those who answered everything: the same for every pair, so added once at the end. */
  complete: number;
  readonly completeX: Float64Array;
}

/** @param items columns on 0–100 of one length, NaN = no answer
 *  @param caseWeights one a row, or null
 *  @returns one a group, in order
 *  @throws RangeError if columns, weights and codes differ in length, an answer is infinite, or a weight is negative or not finite */
export function indexMoments(
  items: readonly Float64Array[],
  caseWeights: Float64Array | null,
  groups: Grouping,
): readonly IndexMoments[] {
  requireShapes(items, caseWeights, groups);
  const k = items.length;
  const centres = Float64Array.from(items, plainMean);
  const sums = Array.from({ length: groups.count }, () => emptyAccumulator(k));
  const deviations = new Float64Array(k);
  const answered = new Int32Array(k);
  const rows = items[0].length;
  for (let row = 0; row < rows; row++) {
    const group = groups.codes[row];
    const w = caseWeights === null ? 1 : caseWeights[row];
    if (!(group >= 0 && group < groups.count) || w === 0) continue;
    let count = 0;
    for (let j = 0; j < k; j++) {
      const value = items[j][row];
      if (Number.isNaN(value)) continue;
      answered[count] = j;
      deviations[count++] = deviationFrom(centres[j], value, 0);
    }
    if (count > 0) addRespondent(sums[group], w, answered, deviations, count, k);
  }
  return sums.map((sum) => finished(sum, centres));
}

function addRespondent(
  sum: Accumulator,
  w: number,
  answered: Int32Array,
  deviations: Float64Array,
  count: number,
  k: number,
): void {
  const squared = w * w;
  sum.n += 1;
  sum.weight += w;
  sum.squaredWeight += squared;
  for (let a = 0; a < count; a++) {
    const j = answered[a];
    sum.itemN[j] += 1;
    sum.itemWeight[j] += w;
    sum.itemSum[j] += w * deviations[a];
    const weighted = squared * deviations[a];
    for (let b = 0; b <= a; b++) sum.pairXX[j * k + answered[b]] += weighted * deviations[b];
  }
  if (count === k) {
    sum.complete += squared;
    for (let j = 0; j < k; j++) sum.completeX[j] += squared * deviations[j];
    return;
  }
  for (let a = 0; a < count; a++) {
    const from = answered[a] * k;
    for (let b = 0; b < count; b++) {
      sum.pair[from + answered[b]] += squared;
      sum.pairX[from + answered[b]] += squared * deviations[a];
    }
  }
}

function finished({ complete, completeX, ...sum }: Accumulator, centres: Float64Array): IndexMoments {
  const k = centres.length;
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < k; i++) {
      sum.pair[j * k + i] += complete;
      sum.pairX[j * k + i] += completeX[j];
      if (i < j) sum.pairXX[i * k + j] = sum.pairXX[j * k + i];
    }
  }
  return { ...sum, centres };
}

function emptyAccumulator(k: number): Accumulator {
  const items = () => new Float64Array(k);
  const pairs = () => new Float64Array(k * k);
  return {
    n: 0,
    weight: 0,
    squaredWeight: 0,
    itemN: items(),
    itemWeight: items(),
    itemSum: items(),
    pair: pairs(),
    pairX: pairs(),
    pairXX: pairs(),
    complete: 0,
    completeX: items(),
  };
}

/** All groups of one pass together. @throws RangeError without any */
export function sumOfIndexMoments(parts: readonly IndexMoments[]): IndexMoments {
  if (parts.length === 0) throw new RangeError("nothing to add up");
  return parts.reduce((sum, part) => combined(sum, part, 1));
}

/** Everybody in `all` who is not in `part`, a group of the same pass. */
export function indexMomentsWithout(all: IndexMoments, part: IndexMoments): IndexMoments {
  return combined(all, part, -1);
}

function combined(a: IndexMoments, b: IndexMoments, sign: 1 | -1): IndexMoments {
  const add = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + sign * y[i]);
  return {
    n: a.n + sign * b.n,
    weight: a.weight + sign * b.weight,
    squaredWeight: a.squaredWeight + sign * b.squaredWeight,
    itemN: add(a.itemN, b.itemN),
    itemWeight: add(a.itemWeight, b.itemWeight),
    itemSum: add(a.itemSum, b.itemSum),
    pair: add(a.pair, b.pair),
    pairX: add(a.pairX, b.pairX),
    pairXX: add(a.pairXX, b.pairXX),
    centres: a.centres,
  };
}

/** Any value near the mean will do as a centre; 0 where nobody answered. @throws RangeError if an answer is infinite */
function plainMean(values: Float64Array): number {
  let n = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    n += 1;
    sum += values[row];
  }
  if (!Number.isFinite(sum)) throw new RangeError("an answer to an item is infinite");
  return n === 0 ? 0 : sum / n;
}

function requireShapes(items: readonly Float64Array[], caseWeights: Float64Array | null, groups: Grouping): void {
  if (items.length === 0) throw new RangeError("an index needs items");
  const length = items[0].length;
  if (items.some((item) => item.length !== length)) throw new RangeError("items differ in length");
  if (groups.codes.length !== length) throw new RangeError("one group code for each row is needed");
  if (caseWeights === null) return;
  if (caseWeights.length !== length) throw new RangeError("one case weight for each row is needed");
  for (const weight of caseWeights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`case weight ${weight}`);
  }
}
