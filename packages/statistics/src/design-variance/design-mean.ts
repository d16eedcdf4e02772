import type { Estimated } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { covarianceOfInfluences } from "./design-covariance.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows, countOf, degreesOfFreedomOf, requireAnswers } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** An estimate with the error of its design. `effectiveN` is n / designEffect; Kish's where that is not defined. */
export interface DesignEstimate extends Estimated {
  /** PSUs minus strata, counted over those with an answer. R's count, `degreesOfFreedomOf` of the domain, takes those without, too. */
  readonly degreesOfFreedom: number;
  /** Variance over that of a simple random sample with replacement of as many answers; null where these do not vary. */
  readonly designEffect: number | null;
}

/**
 * Weighted mean of a domain with its linearised standard error and a t interval on PSUs minus strata, both with an answer: what is
 * known of the spread between PSUs comes from those.
 * @param values one for each row, NaN = no answer, in any unit
 * @param domain null = everybody; rows outside it keep their place in the design
 * @returns a variant below two answers, at a lonely PSU the design asks to fail at, or without degrees of freedom
 * @throws RangeError if lengths differ, a value is infinite, or confidence is outside (0, 1)
 * Source: Lumley 2010, Complex Surveys, 2.2 and 3.2; R's `survey::svymean`. Golden values: synth_public_complexdesign, api_survey
 */
export function designMean(
  design: SurveyDesign,
  values: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  requireConfidence(confidence);
  const found = meanOfDesign(design, values, domain);
  if (found.kind !== "found") return found;
  const { mean, variance, degreesOfFreedom, base } = found;
  const standardError = Math.sqrt(variance);
  return {
    kind: "estimated",
    value: mean,
    standardError,
    interval: studentInterval(mean, standardError, degreesOfFreedom, confidence, "linearised-t"),
    ...base,
    method: "mean/design-linearised",
  };
}

/** What `Estimated` says of the rows behind an estimate. */
export type DesignBase = Pick<
  DesignEstimate,
  "n" | "weightedBase" | "effectiveN" | "degreesOfFreedom" | "designEffect"
>;

export interface MeanOfDesign {
  readonly kind: "found";
  readonly mean: number;
  readonly variance: number;
  /** Variance of the answers themselves, n/(n − 1) Σ w (y − ȳ)² / Σw. */
  readonly spread: number;
  readonly degreesOfFreedom: number;
  readonly base: DesignBase;
}

export function meanOfDesign(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
): MeanOfDesign | NoDesignEstimate {
  const isAnswered = answeredRows(design, [values], domain);
  const tooFew = requireAnswers(countOf(isAnswered));
  if (tooFew !== null) return tooFew;
  const degreesOfFreedom = degreesOfFreedomOf(design, isAnswered);
  if (typeof degreesOfFreedom !== "number") return degreesOfFreedom;
  const sums = weightedSums(design.weights, values, isAnswered);
  if (!(sums.weight > 0)) return { kind: "no-weight", weightedBase: sums.weight };
  const found = covarianceOfInfluences(design, 1, (_, into) => {
    for (let row = 0; row < design.rows; row++) {
      if (isAnswered[row] === 1) into[row] = (design.weights[row] * (values[row] - sums.mean)) / sums.weight;
    }
  });
  if (found.kind !== "estimated") return found;
  const variance = withoutRounding(found.matrix.values[0], sums.spread);
  const base = baseOf(sums, variance, degreesOfFreedom);
  return { kind: "found", mean: sums.mean, variance, spread: sums.spread, degreesOfFreedom, base };
}

interface WeightedSums {
  readonly n: number;
  readonly weight: number;
  readonly squaredWeight: number;
  readonly mean: number;
  readonly spread: number;
}

/** Sums over the answered rows, of which there are two or more. */
function weightedSums(weights: Float64Array, values: Float64Array, isAnswered: Uint8Array): WeightedSums {
  const first = values[isAnswered.indexOf(1)];
  let n = 0;
  let weight = 0;
  let squaredWeight = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (isAnswered[row] === 0) continue;
    n += 1;
    weight += weights[row];
    squaredWeight += weights[row] * weights[row];
    sum += weights[row] * (values[row] - first);
  }
  const mean = first + sum / weight;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    if (isAnswered[row] === 1) squares += weights[row] * (values[row] - mean) ** 2;
  }
  const floor = (1e-14 * mean) ** 2 * weight;
  return { n, weight, squaredWeight, mean, spread: squares > floor ? ((squares / weight) * n) / (n - 1) : 0 };
}

function baseOf(sums: WeightedSums, variance: number, degreesOfFreedom: number): DesignBase {
  const simple = sums.spread / sums.n;
  return {
    n: sums.n,
    weightedBase: sums.weight,
    effectiveN: variance > 0 ? sums.spread / variance : effectiveSampleSize(sums.weight, sums.squaredWeight),
    degreesOfFreedom,
    designEffect: simple > 0 ? variance / simple : null,
  };
}

/** A variance that is nothing but rounding of equal totals is none. */
function withoutRounding(variance: number, spread: number): number {
  return variance > 1e-26 * spread ? variance : 0;
}
