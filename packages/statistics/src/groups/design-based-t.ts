import type { EstimatedDifference } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { NoGroupTest } from "./group-problem.ts";
import type { WeightedMeans } from "./weighted-means.ts";

export interface DesignBasedDifference extends EstimatedDifference {
  readonly n: number;
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw²; what clusters cost stands in the degrees of freedom. */
  readonly effectiveN: number;
}

/**
 * t test of two groups with case weights, first minus second, from `weightedMeans` or `clusteredMeans`; on Welch's degrees
 * of freedom with the effective n of each, or on clusters − 2.
 * @returns what the means came to, if not to an estimate; too-few-answers without degrees of freedom; no-variation
 * @throws RangeError unless there are two groups, or confidence is outside (0, 1)
 * Source: Lumley 2010; R's `survey::svyttest`. Golden values: golden/second/expected/survey_groups.json
 */
export function designBasedT(
  means: WeightedMeans | NoGroupTest,
  confidence: number,
): DesignBasedDifference | NoGroupTest {
  requireConfidence(confidence);
  if (means.kind !== "estimated") return means;
  if (means.means.length !== 2) throw new RangeError(`a t test compares two groups, got ${means.means.length}`);
  const degreesOfFreedom = means.designDegreesOfFreedom - 1;
  if (degreesOfFreedom < 1) return tooFewAnswers(means.designDegreesOfFreedom + 1, 3);
  const [ofFirst, both, , ofSecond] = means.covariance.values;
  const variance = ofFirst + ofSecond - 2 * both;
  if (!(variance > 0)) return { kind: "no-variation" };
  const value = means.means[0] - means.means[1];
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    n: means.n,
    weightedBase: means.weightedBase,
    effectiveN: means.effectiveN,
    method: "means/linearised-t",
  };
}
