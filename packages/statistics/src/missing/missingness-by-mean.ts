import { type Difference, differenceOfMeans } from "../comparison/difference.ts";
import { requireWeights } from "../correlation/paired-answers.ts";
import { sumsOfColumn } from "../tally/sums.ts";

/**
 * Whether those who left a question out differ on another variable from those who answered it: their mean minus the mean of the
 * others, Welch's t (linearised, at the effective n, with weights). A difference says that answers are not missing completely at random; none
 * does not prove that they are.
 * @param outcome compared; NaN = no answer
 * @param question of which an answer may be missing; NaN = no answer
 * @param weights one for each row, or null
 * @returns too-few-answers naming the smaller side; no-variation if both sides are constant
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Dixon 1988, BMDP (8D, AM). Golden values: golden/second/expected/survey_missing.json (mcar_check_…)
 */
export function missingnessByMean(
  outcome: Float64Array,
  question: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): Difference {
  if (outcome.length !== question.length) throw new RangeError("columns differ in length");
  requireWeights(weights, outcome.length);
  const side = (isMissing: boolean) =>
    sumsOfColumn(
      outcome.map((value, row) => (Number.isNaN(question[row]) === isMissing ? value : Number.NaN)),
      weights,
      outcome.length,
    );
  return differenceOfMeans(side(true), side(false), confidence);
}
