import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import { constantVariables } from "../moments/correlation-matrix.ts";
import { momentsOf } from "../moments/moments.ts";
import {
  type CorrelationResult,
  fisherInterval,
  isPerfect,
  linearisedCorrelation,
  pairsForCorrelation,
  withoutRounding,
} from "./correlation.ts";
import { pairedAnswers } from "./paired-answers.ts";

/**
 * Pearson's r over the rows that have both answers. Without weights: Fisher's z interval and the t test on n − 2 degrees of freedom;
 * with case weights the variance is linearised.
 * @param x, y NaN = no answer
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @returns too-few-answers below four rows (or an effective n below four); no-variation if a column is constant. A perfect
 *   correlation has p-value 0 and an interval without width
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Fisher 1921. Golden values: golden/second/expected/survey_correlations.json
 */
export function pearsonCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): CorrelationResult {
  const z = criticalNormal(confidence);
  const answers = pairedAnswers(x, y, weights);
  const { n, weight, effectiveN } = answers;
  if (n < pairsForCorrelation || effectiveN < pairsForCorrelation) return tooFewAnswers(n, pairsForCorrelation);
  const moments = momentsOf({ variables: ["x", "y"], columns: [answers.x, answers.y] }, answers.weights);
  if (constantVariables(moments).length > 0) return { kind: "no-variation" };
  const [xx, xy, , yy] = moments.crossProducts;
  const value = withoutRounding(xy / Math.sqrt(xx) / Math.sqrt(yy));
  const base = { kind: "estimated", value, n, weightedBase: weight, effectiveN } as const;
  if (weights !== null) {
    const scores = (column: Float64Array, place: number) => {
      const spread = Math.sqrt(moments.crossProducts[3 * place] / weight);
      return column.map((answer) => (answer - moments.means[place]) / spread);
    };
    const [a, b] = [scores(answers.x, 0), scores(answers.y, 1)];
    const influences = a.map((score, row) => score * b[row] - (value / 2) * (score * score + b[row] * b[row]));
    return { ...base, ...linearisedCorrelation(value, influences, answers, confidence), method: "pearson/linearised" };
  }
  const unexplained = 1 - value * value;
  const statistic = isPerfect(value) ? null : value * Math.sqrt((n - 2) / unexplained);
  return {
    ...base,
    standardError: isPerfect(value) ? 0 : unexplained / Math.sqrt(n - 1),
    interval: fisherInterval(value, z / Math.sqrt(n - 3), confidence, "fisher-z"),
    statistic,
    degreesOfFreedom: n - 2,
    pValue: statistic === null ? 0 : studentTwoSided(statistic, n - 2),
    method: "pearson/fisher-z",
  };
}
