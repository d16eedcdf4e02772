import type { ConstantOutcome } from "../design-variance/regression-problem.ts";
import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { scoreLevels } from "./area-under-curve.ts";
import { requireFrequencies } from "./model-sample.ts";

export interface DelongArea {
  readonly kind: "estimated";
  /** 0–1; 0.5 is chance. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** People. */
  readonly n: number;
  readonly ones: number;
  readonly zeros: number;
  readonly method: "area-under-curve/delong";
}

/**
 * Area under the ROC curve with its error. To be the higher of a pair has a chance for each 1 (over the zeros) and for each 0 (over
 * the ones); the error comes from how much these chances differ among people. Limits are made on the logit scale, so that they stay
 * between 0 and 1 and cover near 1 too. In n log n steps. The scores are taken as given: for a model judged on the answers it was
 * fitted to the area is somewhat too good, and the interval does not know it.
 *
 * There is no form for the weights of a survey: they are no numbers of people, and a pair's weight would be a product of two of them.
 * @param scores any numbers, higher where a 1 is more likely; NaN = no answer
 * @param outcome 0 or 1, NaN = no answer
 * @param frequencies how many people each row stands for, or null
 * @returns too-few-answers unless there are two of either outcome (n is that of the rarer); no-variation where the area is 0 or 1, or
 *   all scores are equal: no error can be estimated
 * @throws RangeError if lengths differ, an outcome is neither 0 nor 1, a score is infinite, a frequency no count, or confidence outside (0, 1)
 * Source: DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44; Sun & Xu 2014 (by ranks); Pepe 2003 (logit limits).
 * Golden values: delong-area.test.ts (R's pROC)
 */
export function delongArea(
  scores: Float64Array,
  outcome: Float64Array,
  frequencies: Float64Array | null,
  confidence: number,
): DelongArea | TooFewAnswers | ConstantOutcome {
  requireConfidence(confidence);
  requireFrequencies(frequencies);
  if (outcome.length !== scores.length || (frequencies !== null && frequencies.length !== scores.length)) {
    throw new RangeError("one value for each row is needed");
  }
  const odd = outcome.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`an outcome is 0 or 1, got ${odd}`);
  if (scores.some((score) => Math.abs(score) === Number.POSITIVE_INFINITY)) throw new RangeError("a score is infinite");
  const rows = Int32Array.from(scores.keys()).filter(
    (row) => !Number.isNaN(scores[row] + outcome[row]) && frequencies?.[row] !== 0,
  );
  const levels = scoreLevels(
    Float64Array.from(rows, (row) => scores[row]),
    Float64Array.from(rows, (row) => outcome[row]),
    Float64Array.from(rows, (row) => frequencies?.[row] ?? 1),
  );
  const ones = levels.ones.reduce((sum, count) => sum + count, 0);
  const zeros = levels.zeros.reduce((sum, count) => sum + count, 0);
  if (Math.min(ones, zeros) < 2) return tooFewAnswers(Math.min(ones, zeros), 2);
  const ofOnes = meanAndSquares(levels.ones, sharesBelow(levels.zeros, zeros));
  const ofZeros = meanAndSquares(levels.zeros, sharesBelow(levels.ones, ones));
  const variance = ofOnes.squares / (ones * (ones - 1)) + ofZeros.squares / (zeros * (zeros - 1));
  const value = ofOnes.mean;
  const standardError = Math.sqrt(variance);
  // Of an area of 0 or 1, or of one score for all, nothing but rounding is left.
  if (!(standardError > 1e-12)) return { kind: "no-variation" };
  const logit = Math.log(value / (1 - value));
  const limits = normalInterval(logit, standardError / (value * (1 - value)), confidence, "logit-delong");
  const chance = (log: number) => 1 / (1 + Math.exp(-log));
  const interval = { ...limits, lower: chance(limits.lower), upper: chance(limits.upper) };
  return {
    kind: "estimated",
    value,
    standardError,
    interval,
    n: ones + zeros,
    ones,
    zeros,
    method: "area-under-curve/delong",
  };
}

/** For each level the share of others below it, those at it half. */
function sharesBelow(others: readonly number[], total: number): readonly number[] {
  let below = 0;
  return others.map((here) => {
    const share = (below + here / 2) / total;
    below += here;
    return share;
  });
}

function meanAndSquares(counts: readonly number[], values: readonly number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, level) => sum + count * values[level], 0) / n;
  return { mean, squares: counts.reduce((sum, count, level) => sum + count * (values[level] - mean) ** 2, 0) };
}
