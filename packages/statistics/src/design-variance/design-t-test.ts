import type { EstimatedDifference, NoVariation } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { covarianceOfInfluences } from "./design-covariance.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows, answersForDesign, degreesOfFreedomOf } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

export interface DesignDifference extends EstimatedDifference {
  readonly degreesOfFreedom: number;
  /** Answers of both groups, unweighted. */
  readonly n: number;
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw²; what clusters cost stands in the degrees of freedom. */
  readonly effectiveN: number;
}

/**
 * Difference of the means of two groups under a design, first minus second, and its t test. The groups may share PSUs: what they
 * have in common cancels, which two separate standard errors would not see. Degrees of freedom: PSUs − strata − 1, counted over
 * those who answered, one less because two means are estimated.
 * @param values one for each row, NaN = no answer
 * @param groups one code for each row: 0 = first, 1 = second, anything else = in neither
 * @returns too-few-answers below two in a group; no-variation where nothing varies within groups; a variant where the design
 *   carries no error
 * @throws RangeError if lengths differ, a value is infinite, or confidence is outside (0, 1)
 * Source: R's `survey::svyttest`, which is `svyglm` on the group. Golden values: api_survey (svyttest_strat)
 */
export function designTTest(
  design: SurveyDesign,
  values: Float64Array,
  groups: Int32Array,
  confidence: number,
): DesignDifference | NoVariation | NoDesignEstimate {
  requireConfidence(confidence);
  if (groups.length !== design.rows) throw new RangeError("one group for each row is needed");
  const domain: Domain = Uint8Array.from(groups, (group) => Number(group === 0 || group === 1));
  const isAnswered = answeredRows(design, [values], domain);
  const { counts, weights, squaredWeight, means } = groupMeans(design, values, groups, isAnswered);
  if (Math.min(...counts) < answersForDesign) return tooFewAnswers(Math.min(...counts), answersForDesign);
  if (!(Math.min(...weights) > 0)) return { kind: "no-weight", weightedBase: Math.min(...weights) };
  const degreesOfFreedom = degreesOfFreedomOf(design, isAnswered, 1);
  if (typeof degreesOfFreedom !== "number") return degreesOfFreedom;
  const found = covarianceOfInfluences(design, 1, (_, into) => {
    for (let row = 0; row < design.rows; row++) {
      if (isAnswered[row] === 0) continue;
      const group = groups[row];
      const influence = (design.weights[row] * (values[row] - means[group])) / weights[group];
      into[row] = group === 0 ? influence : -influence;
    }
  });
  if (found.kind !== "estimated") return found;
  const value = means[0] - means[1];
  const standardError = Math.sqrt(found.matrix.values[0]);
  if (!(standardError > 1e-14 * Math.max(...means.map(Math.abs)))) return { kind: "no-variation", value };
  const statistic = value / standardError;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    n: counts[0] + counts[1],
    weightedBase: weights[0] + weights[1],
    effectiveN: effectiveSampleSize(weights[0] + weights[1], squaredWeight),
    method: "means/design-t",
  };
}

function groupMeans(design: SurveyDesign, values: Float64Array, groups: Int32Array, isAnswered: Uint8Array) {
  const counts = [0, 0];
  const weights = [0, 0];
  const sums = [0, 0];
  let squaredWeight = 0;
  const first = values[Math.max(0, isAnswered.indexOf(1))];
  for (let row = 0; row < design.rows; row++) {
    if (isAnswered[row] === 0) continue;
    counts[groups[row]] += 1;
    weights[groups[row]] += design.weights[row];
    squaredWeight += design.weights[row] ** 2;
    sums[groups[row]] += design.weights[row] * (values[row] - first);
  }
  return { counts, weights, squaredWeight, means: sums.map((sum, group) => first + sum / weights[group]) };
}
