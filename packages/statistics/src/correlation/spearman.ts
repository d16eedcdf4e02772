import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import {
  type CorrelationResult,
  isPerfect,
  linearisedCorrelation,
  pairsForCorrelation,
  withoutRounding,
} from "./correlation.ts";
import { type PairedAnswers, pairedAnswers } from "./paired-answers.ts";
import { type RankLevels, rankLevels } from "./rank-levels.ts";

/**
 * Spearman's ρ, Pearson's r of mid-ranks, over the rows that have both answers; tied answers share a rank. With case weights a rank is
 * the share of weight below and half of that at the answer. The interval is linearised, so it holds with the many ties of rating scales;
 * the test without weights is t on n − 2 degrees of freedom, as R's `cor.test(exact = FALSE)` makes it.
 * @param x, y NaN = no answer
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @returns too-few-answers below four rows (or an effective n below four); no-variation if a column is constant
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Spearman 1904; influence function: Croux & Dehon 2010, with ties by mid-ranks. Golden values:
 * golden/second/expected/survey_correlations.json
 */
export function spearmanCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): CorrelationResult {
  requireConfidence(confidence);
  const answers = pairedAnswers(x, y, weights);
  const { n, weight, effectiveN } = answers;
  if (n < pairsForCorrelation || effectiveN < pairsForCorrelation) return tooFewAnswers(n, pairsForCorrelation);
  const first = rankLevels(answers.x, answers.weights);
  const second = rankLevels(answers.y, answers.weights);
  if (first.levels < 2 || second.levels < 2) return { kind: "no-variation" };
  const { value, influences } = rankCorrelation(first, second, answers);
  const linearised = linearisedCorrelation(value, influences, answers, confidence);
  const base = { kind: "estimated", value, n, weightedBase: weight, effectiveN } as const;
  if (weights !== null) return { ...base, ...linearised, method: "spearman/linearised" };
  const statistic = isPerfect(value) ? null : value * Math.sqrt((n - 2) / (1 - value * value));
  const pValue = statistic === null ? 0 : studentTwoSided(statistic, n - 2);
  return { ...base, ...linearised, statistic, degreesOfFreedom: n - 2, pValue, method: "spearman/t" };
}

function rankCorrelation(first: RankLevels, second: RankLevels, { weights, weight, n }: PairedAnswers) {
  const spread = ({ midRank, weightOfLevel }: RankLevels) =>
    midRank.reduce((sum, rank, level) => sum + weightOfLevel[level] * rank * rank, 0) / weight;
  const [xx, yy] = [spread(first), spread(second)];
  let xy = 0;
  for (let row = 0; row < n; row++) {
    xy += weights[row] * first.midRank[first.codes[row]] * second.midRank[second.codes[row]];
  }
  xy /= weight;
  const scale = Math.sqrt(xx * yy);
  const value = withoutRounding(xy / scale);
  // A row moves the covariance by its own product and by the ranks of all rows above it, of which it makes one more below.
  const crossAbove = [
    sumsAbove(first, second, weights, weight),
    sumsAbove(second, first, weights, weight),
    sumsAbove(first, first, weights, weight),
    sumsAbove(second, second, weights, weight),
  ];
  const influences = Float64Array.from({ length: n }, (_, row) => {
    const [i, j] = [first.codes[row], second.codes[row]];
    const [a, b] = [first.midRank[i], second.midRank[j]];
    const covariance = a * b + crossAbove[0][i] + crossAbove[1][j] - 3 * xy;
    const variances = (a * a + 2 * crossAbove[2][i] - 3 * xx) / xx + (b * b + 2 * crossAbove[3][j] - 3 * yy) / yy;
    return covariance / scale - (value / 2) * variances;
  });
  return { value, influences };
}

/** For each level of `of`: mean of the other variable's mid-rank over the rows above the level, and half of those at it. */
function sumsAbove(of: RankLevels, other: RankLevels, weights: Float64Array, weight: number): Float64Array {
  const atLevel = new Float64Array(of.levels);
  of.codes.forEach((level, row) => {
    atLevel[level] += (weights[row] * other.midRank[other.codes[row]]) / weight;
  });
  let above = 0;
  for (let level = of.levels - 1; level >= 0; level--) {
    const own = atLevel[level];
    atLevel[level] = above + own / 2;
    above += own;
  }
  return atLevel;
}
