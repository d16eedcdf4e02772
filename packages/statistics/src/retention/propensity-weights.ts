/**
 * Weights against non-response. Where it is known of everybody asked who answered, and something about each of them, the chance to
 * answer is estimated by a logit; answers of people who seldom answer count more. It corrects for what the predictors tell, not for
 * what they do not: if dissatisfied customers of the same region and age keep silent, no weight brings them back.
 * Source: Rosenbaum & Rubin 1983, Biometrika 70; Little 1986, International Statistical Review 54; Hájek 1971.
 */
import { type DesignEstimate, designMean } from "../design-variance/design-mean.ts";
import type { NoDesignEstimate } from "../design-variance/domain.ts";
import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import { weightedRows } from "../design-variance/survey-design.ts";
import { type BinaryLogit, binaryLogit } from "../regression/binary-logit.ts";
import type { NoModel } from "../regression/model-sample.ts";
import type { Term } from "../regression/terms.ts";
import { weightSummary } from "../weights/weight-summary.ts";

export interface PropensityWeights {
  readonly kind: "estimated";
  /** Of answering. */
  readonly model: BinaryLogit;
  /** One for each row: base weight over the chance to answer; 0 where there is no answer, or a predictor is not known. */
  readonly weights: Float64Array;
  /** Rows with a weight. */
  readonly n: number;
  /** Smallest chance of one who answered: its inverse is the largest correction. */
  readonly smallestProbability: number;
  /** Kish's: by what factor weighting alone raises a variance. */
  readonly designEffect: number;
  readonly effectiveN: number;
}

/**
 * @param answered 1 or 0 for everybody asked; NaN = not asked
 * @param baseWeights weights of the draw, or null; they multiply the correction and do not enter the logit
 * @throws RangeError as `binaryLogit`, and if a base weight is negative or not finite
 * Golden values: golden/second/expected/survey_propensity.json
 */
export function propensityWeights(
  answered: Float64Array,
  terms: readonly Term[],
  baseWeights: Float64Array | null,
  confidence: number,
): PropensityWeights | NoModel | SeparatedOutcome | ConstantOutcome {
  if (baseWeights !== null && baseWeights.length !== answered.length)
    throw new RangeError("one weight for each row is needed");
  const wrong = baseWeights?.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new RangeError(`weight ${wrong}`);
  const model = binaryLogit(answered, terms, null, confidence);
  if (model.kind !== "estimated") return model;
  const weights = new Float64Array(answered.length);
  let smallestProbability = 1;
  model.rows.forEach((row, k) => {
    if (answered[row] === 0) return;
    weights[row] = (baseWeights === null ? 1 : baseWeights[row]) / model.probabilities[k];
    smallestProbability = Math.min(smallestProbability, model.probabilities[k]);
  });
  const summary = weightSummary(weights);
  if (summary.kind !== "summarised") return summary;
  const { n, designEffect, effectiveN } = summary;
  return { kind: "estimated", model, weights, n, smallestProbability, designEffect, effectiveN };
}

/**
 * Hájek's mean Σ w y / Σ w, its standard error linearised. The weights are taken as they are; that they were estimated makes the error
 * somewhat too large rather than too small.
 * @param values one for each row, NaN = no answer
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Golden values: golden/second/expected/survey_propensity.json (nps_ipw_hajek)
 */
export function hajekMean(
  values: Float64Array,
  weights: Float64Array,
  confidence: number,
): DesignEstimate | NoDesignEstimate {
  return designMean(weightedRows(weights), values, confidence);
}
