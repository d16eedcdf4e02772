import { fQuantile } from "../distribution/f.ts";
import type { Estimated, Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { blockSum, itemScale, type NoScale, trace } from "./item-scale.ts";

export interface CronbachAlpha extends Estimated {
  /** α of the items brought to equal variance; follows from the average correlation alone. null where they then cancel. */
  readonly standardised: number | null;
  /** Mean correlation of two different items. */
  readonly averageCorrelation: number;
  readonly items: number;
}

const rowsRequired = 3;

/** The items cancel each other in every row: their sum does not vary. */
export interface ConstantSum {
  readonly kind: "constant-sum";
}

/**
 * Cronbach's α = k/(k − 1) (1 − Σ var(item)/var(sum)): a lower bound of the reliability of the sum, often 0 … 1, negative where
 * items run against each other. Interval: Feldt's. Standard error: van Zyl's.
 * @param moments of the items, complete rows
 * @returns too-few-answers below three complete (and effective) rows: two have a single contrast, whose α is 1 or far below 0 whatever the
 * items, and an interval without content; constant-variables by name; constant-sum where the items cancel
 * @throws RangeError below two items, or if confidence is outside (0, 1)
 * Source: Cronbach 1951; Feldt 1965, Psychometrika 30; van Zyl, Neudecker & Nel 2000, Psychometrika 65. Golden values:
 * golden/second/expected/mobile_reliability.json
 */
export function cronbachAlpha(moments: Moments, confidence: number): CronbachAlpha | NoScale | ConstantSum {
  requireConfidence(confidence);
  const scale = itemScale(moments, rowsRequired);
  if (scale.kind !== "scale") return scale;
  const { covariance, correlation, n, weightedBase, effectiveN } = scale;
  if (!sumVaries(covariance)) return { kind: "constant-sum" };
  const items = scale.items.length;
  const value = alphaOf(covariance);
  const averageCorrelation = (blockSum(correlation) - items) / (items * (items - 1));
  return {
    kind: "estimated",
    value,
    standardError: alphaStandardError(covariance, effectiveN),
    interval: feldtInterval(value, effectiveN, items, confidence),
    n,
    weightedBase,
    effectiveN,
    items,
    averageCorrelation,
    standardised: sumVaries(correlation) ? alphaOf(correlation) : null,
    method: "alpha/feldt",
  };
}

/** Whether the sum of the items has a variance that is more than rounding. */
export function sumVaries(covariance: Matrix): boolean {
  return blockSum(covariance) > 1e-12 * trace(covariance);
}

/** @param covariance of two items or more, with a sum that varies */
export function alphaOf(covariance: Matrix): number {
  const items = covariance.rows;
  return (items / (items - 1)) * (1 - trace(covariance) / blockSum(covariance));
}

/** (1 − α)/(1 − α̂) follows F with n − 1 and (n − 1)(k − 1) degrees of freedom where items are parallel. */
function feldtInterval(value: number, n: number, items: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const [rows, residual] = [n - 1, (n - 1) * (items - 1)];
  const lower = 1 - (1 - value) * fQuantile(1 - tail, rows, residual);
  const upper = 1 - (1 - value) * fQuantile(tail, rows, residual);
  return { lower, upper, confidence, method: "feldt" };
}

function alphaStandardError(covariance: Matrix, n: number): number {
  const items = covariance.rows;
  const total = blockSum(covariance);
  const ofItems = trace(covariance);
  const squares = covariance.values.reduce((sum, value) => sum + value * value, 0);
  const rowSums = Array.from({ length: items }, (_, row) =>
    covariance.values.subarray(row * items, (row + 1) * items).reduce((sum, value) => sum + value, 0),
  );
  const squaredRowSums = rowSums.reduce((sum, value) => sum + value * value, 0);
  const spread = total * (squares + ofItems * ofItems) - 2 * ofItems * squaredRowSums;
  const scale = (2 * items * items) / ((items - 1) ** 2 * total ** 3);
  return Math.sqrt(Math.max(0, scale * spread) / n);
}
