/** The one number of a SERVQUAL or SERVPERF study, unweighted or weighted by what matters to the respondents. */
import type { Estimate } from "../estimate/estimate.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { meanEstimate } from "../scores/mean.ts";
import { standardDeviation } from "../scores/standard-deviation.ts";
import { roundingOf, sumsOfColumn } from "../tally/sums.ts";
import { checkPoints } from "./importance-points.ts";
import { columnOf } from "./servqual-answers.ts";

export interface DimensionScores {
  /** Respondents × dimensions, from `dimensionMeans` of gaps (SERVQUAL) or of perceptions (SERVPERF); NaN = no score. */
  readonly scores: Matrix;
  readonly caseWeights: Float64Array | null;
  /** Rows of the whole sample. */
  readonly designN: number;
}

/** A total over respondents. */
export interface ServiceQuality {
  readonly mean: Estimate;
  /** Of the respondents' totals; null below two of them. */
  readonly standardDeviation: number | null;
}

export interface WeightedServiceQuality extends ServiceQuality {
  /** Rows left out because their points do not sum to 100. */
  readonly faultyPoints: readonly number[];
}

/**
 * Mean of the dimensions for each respondent who has all of them, then over respondents.
 * @throws RangeError if weights do not fit or confidence is outside (0, 1)
 * Golden values: golden/second/expected/survey_servqual.json (unweighted_servqual, servperf_unweighted)
 */
export function unweightedQuality(of: DimensionScores, confidence: number): ServiceQuality {
  const { scores } = of;
  return totalOf(
    Float64Array.from({ length: scores.rows }, (_, row) => rowSum(scores, row, () => 1 / scores.columns)),
    of,
    confidence,
  );
}

/**
 * Σ points · score ÷ 100 for each respondent, then over respondents. Points that do not sum to 100 are not used, and flagged.
 * @param points one column a dimension; NaN = no answer
 * @throws RangeError if points or weights do not fit, or confidence is outside (0, 1)
 * Source: Parasuraman et al. 1991. Golden values: golden/second/expected/survey_servqual.json (weighted_servqual_individual_points)
 */
export function weightedQuality(
  of: DimensionScores,
  points: readonly Float64Array[],
  confidence: number,
): WeightedServiceQuality {
  const { scores } = of;
  requirePoints(scores, points);
  const { valid, faulty } = checkPoints(points);
  const totals = Float64Array.from({ length: scores.rows }, (_, row) =>
    valid[row] ? rowSum(scores, row, (place) => points[place][row] / 100) : Number.NaN,
  );
  return { ...totalOf(totals, of, confidence), faultyPoints: faulty };
}

/**
 * Σ mean points · mean score ÷ 100: the weights of everybody on the scores of everybody. It differs from `weightedQuality` where
 * those who find a dimension important also find it better or worse. Over respondents with valid points and all scores; the
 * standard error counts both means as estimated (linearised).
 * @throws RangeError if points or weights do not fit, or confidence is outside (0, 1)
 * Golden values: golden/second/expected/survey_servqual.json (weighted_servqual_mean_points)
 */
export function qualityAtMeanPoints(
  of: DimensionScores,
  points: readonly Float64Array[],
  confidence: number,
): Estimate {
  const { scores, caseWeights, designN } = of;
  requirePoints(scores, points);
  const { valid } = checkPoints(points);
  const isUsed = valid.map((isValid, row) => isValid && !Number.isNaN(rowSum(scores, row, () => 1)));
  const meanWhereUsed = (column: Float64Array) => {
    const used = column.map((value, row) => (isUsed[row] ? value : Number.NaN));
    const sums = sumsOfColumn(used, caseWeights, designN);
    return sums.weight > 0 ? sums.centre + sums.x / sums.weight : 0;
  };
  const meanPoints = points.map(meanWhereUsed);
  const meanScores = points.map((_, place) => meanWhereUsed(columnOf(scores, place)));
  const value = meanPoints.reduce((sum, mean, place) => sum + (mean * meanScores[place]) / 100, 0);
  // f(m, g) = Σ m g / 100 has the influence Σ (g (p − m) + m (x − g)) / 100, here about the value itself.
  const influence = Float64Array.from({ length: scores.rows }, (_, row) => {
    if (!isUsed[row]) return Number.NaN;
    const change = points.reduce((sum, column, place) => {
      const score = scores.values[row * scores.columns + place];
      return (
        sum + meanScores[place] * (column[row] - meanPoints[place]) + meanPoints[place] * (score - meanScores[place])
      );
    }, 0);
    return value + change / 100;
  });
  const rounding = roundingOf([scores.values]);
  const estimate = meanEstimate(sumsOfColumn(influence, caseWeights, designN, rounding), confidence);
  return estimate.kind === "estimated" ? { ...estimate, method: "mean-points/linearised" } : estimate;
}

function totalOf(
  totals: Float64Array,
  { scores, caseWeights, designN }: DimensionScores,
  confidence: number,
): ServiceQuality {
  const sums = sumsOfColumn(totals, caseWeights, designN, roundingOf([scores.values]));
  const deviation = standardDeviation(sums);
  const spread = deviation.kind === "estimated" ? deviation.value : null;
  return { mean: meanEstimate(sums, confidence), standardDeviation: spread };
}

/** NaN where a score is missing. */
function rowSum({ columns, values }: Matrix, row: number, factor: (place: number) => number): number {
  let sum = 0;
  for (let place = 0; place < columns; place++) sum += factor(place) * values[row * columns + place];
  return sum;
}

function requirePoints(scores: Matrix, points: readonly Float64Array[]): void {
  const fits = points.length === scores.columns && points.every((column) => column.length === scores.rows);
  if (!fits) throw new RangeError("points need one column for each dimension and one row for each respondent");
}
