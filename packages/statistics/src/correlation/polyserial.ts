import { normalQuantile } from "../distribution/normal.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { linearisedCorrelation, pairsForCorrelation } from "./correlation.ts";
import type { PairResult } from "./correlation-table.ts";
import { cumulativeShares } from "./latent-table.ts";
import { type PairedAnswers, pairedAnswers } from "./paired-answers.ts";
import { rankLevels } from "./rank-levels.ts";

/**
 * Polyserial correlation of a measured variable with a normal variable that was cut into levels, in two steps: thresholds τ from the
 * shares of the levels, then ρ = r s_y/Σφ(τ), y the levels' places 1, 2, 3 …. The interval is linearised, thresholds estimated.
 * @param x the measured variable; NaN = no answer
 * @param y the levels as ascending numbers; NaN = no answer
 * @param weights one for each row, or null
 * @returns at-boundary where ρ comes out at ±1 or beyond; too-few-answers below four rows; no-variation if a column is constant
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Olsson, Drasgow & Dorans 1982, Psychometrika 47. Golden values: golden/second/expected/survey_correlations.json
 */
export function polyserialCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): PairResult {
  requireConfidence(confidence);
  const answers = pairedAnswers(x, y, weights);
  const { n, weight, effectiveN } = answers;
  if (n < pairsForCorrelation || effectiveN < pairsForCorrelation) return tooFewAnswers(n, pairsForCorrelation);
  const levels = rankLevels(answers.y, answers.weights);
  const { mean, spread } = momentsOfAnswers(answers);
  if (levels.levels < 2 || !(spread > 1e-14 * Math.abs(mean))) return { kind: "no-variation" };
  const shares = cumulativeShares(levels.weightOfLevel, weight);
  const thresholds = shares.map(normalQuantile);
  const heights = thresholds.reduce((sum, z) => sum + Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI), 0);
  const meanLevel = levels.weightOfLevel.reduce((sum, each, level) => sum + (each / weight) * level, 0);
  const scores = answers.x.map((answer) => (answer - mean) / spread);
  const covariance = weightedMean(answers, (row) => scores[row] * (levels.codes[row] - meanLevel));
  const value = covariance / heights;
  if (Math.abs(value) >= 1) return { kind: "at-boundary", value: value > 0 ? 1 : -1, n };
  const influences = scores.map((score, row) => {
    const code = levels.codes[row];
    const heightChange = thresholds.reduce((sum, z, k) => sum - z * ((code <= k ? 1 : 0) - shares[k]), 0);
    const covarianceChange = score * (code - meanLevel) - covariance;
    return (covarianceChange - value * heightChange) / heights - (value / 2) * (score * score - 1);
  });
  const linearised = linearisedCorrelation(value, influences, answers, confidence);
  return {
    kind: "estimated",
    value,
    n,
    weightedBase: weight,
    effectiveN,
    ...linearised,
    method: "polyserial/two-step",
  };
}

function momentsOfAnswers(answers: PairedAnswers): { mean: number; spread: number } {
  const first = answers.x[0];
  const mean = first + weightedMean(answers, (row) => answers.x[row] - first);
  return { mean, spread: Math.sqrt(weightedMean(answers, (row) => (answers.x[row] - mean) ** 2)) };
}

function weightedMean({ weights, weight, n }: PairedAnswers, answerOf: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < n; row++) sum += weights[row] * answerOf(row);
  return sum / weight;
}
