/**
 * A satisfaction index: Σ w_j · (mean of item j), over those who answered item j, on 0–100. The weights are taken as
 * given: where they were estimated from the same answers, the interval does not include their own uncertainty.
 */
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";

export interface Grouping {
  /** Group of each row; a code outside 0 … count − 1 is in no group. */
  readonly codes: ArrayLike<number>;
  readonly count: number;
}

export interface EstimatedIndex extends Estimated {
  /** Mean of each item in the group, 0–100; NaN for an item of weight 0 without answers. */
  readonly itemMeans: Float64Array;
  /** Answers to each item in the group. */
  readonly itemN: Float64Array;
}

export type IndexEstimate = EstimatedIndex | TooFewAnswers;

interface GroupSums {
  /** group × item */
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly n: Float64Array;
}

interface GroupBase {
  readonly squares: Float64Array;
  readonly n: Float64Array;
  readonly weight: Float64Array;
  readonly squaredWeight: Float64Array;
}

/** Rows whose influences are held at once: small enough for the cache, large enough to run along a column. */
const tileRows = 4096;

/**
 * One index for each group.
 *
 * Standard error by linearisation: u_i = Σ_j w_j ω_i (x_ij − x̄_j)/Σω over the items row i answered. Without case
 * weights V = n/(n − 1) Σu² with the group's own n and a t interval, so an index of one item is `meanEstimate`; with
 * case weights n is the whole design's and the interval normal.
 * @param items 0–100, one column an item; NaN = no answer
 * @param weights one an item, not negative; items of weight 0 need no answers
 * @param caseWeights one a row, or null; a weight of 0 leaves the row out
 * @param groups null for everybody as one group
 * @param designN rows of the whole sample
 * @returns for each group; too-few-answers if an item of positive weight has no answer or fewer than two people
 *   answered at all. n, base and effective n count those who answered at least one item
 * @throws RangeError if lengths differ, a weight is negative or all are 0, or confidence is outside (0, 1)
 * Source: Lumley 2010, Complex Surveys, 2.2. Golden values: golden/synth_public_csi.json
 */
export function weightedIndex(
  items: readonly Float64Array[],
  weights: readonly number[],
  caseWeights: Float64Array | null,
  groups: Grouping | null,
  designN: number,
  confidence: number,
): readonly IndexEstimate[] {
  requireConfidence(confidence);
  requireShapes(items, weights, caseWeights, groups);
  const length = items[0].length;
  const codes = groups === null ? new Uint8Array(length) : groups.codes;
  const groupCount = groups === null ? 1 : groups.count;
  const omega = caseWeights ?? new Float64Array(length).fill(1);
  const sums = itemSums(items, omega, codes, groupCount);
  const base = influences(items, weights, omega, codes, groupCount, sums);
  return Array.from({ length: groupCount }, (_, group) =>
    groupIndex(group, weights, sums, base, caseWeights === null ? null : designN, confidence),
  );
}

function itemSums(
  items: readonly Float64Array[],
  omega: Float64Array,
  codes: ArrayLike<number>,
  groupCount: number,
): GroupSums {
  const k = items.length;
  const weight = new Float64Array(groupCount * k);
  const mean = new Float64Array(groupCount * k);
  const n = new Float64Array(groupCount * k);
  items.forEach((item, j) => {
    for (let row = 0; row < item.length; row++) {
      const group = codes[row];
      const value = item[row];
      const w = omega[row];
      if (Number.isNaN(value) || !(group >= 0 && group < groupCount) || w === 0) continue;
      const cell = group * k + j;
      weight[cell] += w;
      mean[cell] += w * value;
      n[cell] += 1;
    }
  });
  for (let cell = 0; cell < mean.length; cell++) mean[cell] /= weight[cell];
  return { weight, mean, n };
}

function influences(
  items: readonly Float64Array[],
  weights: readonly number[],
  omega: Float64Array,
  codes: ArrayLike<number>,
  groupCount: number,
  sums: GroupSums,
): GroupBase {
  const zeros = () => new Float64Array(groupCount);
  const base = { squares: zeros(), n: zeros(), weight: zeros(), squaredWeight: zeros() };
  const k = items.length;
  const factor = sums.weight.map((weight, cell) => weights[cell % k] / weight);
  const influence = new Float64Array(tileRows);
  const answered = new Uint8Array(tileRows);
  for (let start = 0; start < omega.length; start += tileRows) {
    const end = Math.min(start + tileRows, omega.length);
    influence.fill(0);
    answered.fill(0);
    for (let j = 0; j < k; j++) {
      if (weights[j] > 0)
        addItem(items[j], codes, { start, end, k, j, groupCount }, factor, sums.mean, influence, answered);
    }
    for (let row = start; row < end; row++) {
      if (answered[row - start] === 0 || omega[row] === 0) continue;
      const group = codes[row];
      base.squares[group] += (omega[row] * influence[row - start]) ** 2;
      base.n[group] += 1;
      base.weight[group] += omega[row];
      base.squaredWeight[group] += omega[row] ** 2;
    }
  }
  return base;
}

interface Tile {
  readonly start: number;
  readonly end: number;
  readonly k: number;
  readonly j: number;
  readonly groupCount: number;
}

function addItem(
  item: Float64Array,
  codes: ArrayLike<number>,
  { start, end, k, j, groupCount }: Tile,
  factor: Float64Array,
  mean: Float64Array,
  influence: Float64Array,
  answered: Uint8Array,
): void {
  for (let row = start; row < end; row++) {
    const group = codes[row];
    const value = item[row];
    if (Number.isNaN(value) || !(group >= 0 && group < groupCount)) continue;
    const cell = group * k + j;
    influence[row - start] += factor[cell] * (value - mean[cell]);
    answered[row - start] = 1;
  }
}

function groupIndex(
  group: number,
  weights: readonly number[],
  sums: GroupSums,
  base: GroupBase,
  designN: number | null,
  confidence: number,
): IndexEstimate {
  const k = weights.length;
  const itemMeans = sums.mean.slice(group * k, (group + 1) * k);
  const itemN = sums.n.slice(group * k, (group + 1) * k);
  const n = base.n[group];
  const isEmpty = weights.some((weight, j) => weight > 0 && itemN[j] === 0);
  if (isEmpty || n < 2) return tooFewAnswers(isEmpty ? 0 : n, 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const value = weights.reduce((sum, weight, j) => (weight > 0 ? sum + (weight / total) * itemMeans[j] : sum), 0);
  const size = designN ?? n;
  const standardError = Math.sqrt((size / (size - 1)) * base.squares[group]) / total;
  const interval =
    designN === null
      ? studentInterval(value, standardError, n - 1, confidence, "linearised-t")
      : normalInterval(value, standardError, confidence, "linearised");
  const weightedBase = base.weight[group];
  const effectiveN = effectiveSampleSize(weightedBase, base.squaredWeight[group]);
  const method = designN === null ? "index/linearised-t" : "index/linearised";
  return { kind: "estimated", value, standardError, interval, n, weightedBase, effectiveN, method, itemMeans, itemN };
}

function requireShapes(
  items: readonly Float64Array[],
  weights: readonly number[],
  caseWeights: Float64Array | null,
  groups: Grouping | null,
): void {
  if (items.length === 0 || items.length !== weights.length) throw new RangeError("one weight for each item is needed");
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || !weights.some((weight) => weight > 0)) {
    throw new RangeError("index weights must not be negative, and not all 0");
  }
  const length = items[0].length;
  if (items.some((item) => item.length !== length)) throw new RangeError("items differ in length");
  if (groups !== null && groups.codes.length !== length) throw new RangeError("one group code for each row is needed");
  if (caseWeights === null) return;
  if (caseWeights.length !== length) throw new RangeError("one case weight for each row is needed");
  for (const weight of caseWeights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`case weight ${weight}`);
  }
}
