import type { Matrix } from "../../linear-algebra/matrix.ts";
import { requireComparisons } from "./pairwise-comparisons.ts";

/**
 * One matrix for a group of judges: the geometric mean of their comparisons, element by element. No other mean keeps a matrix of
 * reciprocals reciprocal.
 * @param judges one n × n matrix each, all of one size
 * @param judgeWeights how much each judge counts, or null for all alike
 * @throws RangeError without judges, where sizes differ, an element is not positive, or the judges' weights do not fit
 * Source: Aczél & Saaty 1983, Journal of Mathematical Psychology 27
 */
export function groupComparisons(judges: readonly Matrix[], judgeWeights: readonly number[] | null = null): Matrix {
  if (judges.length === 0) throw new RangeError("a group needs judges");
  for (const judge of judges) requireComparisons(judge);
  const size = judges[0].rows;
  if (judges.some((judge) => judge.rows !== size)) throw new RangeError("judges compared different attributes");
  const weights = judgeWeights ?? judges.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isWeight = (weight: number) => weight >= 0 && Number.isFinite(weight);
  if (weights.length !== judges.length || !weights.every(isWeight) || !(total > 0)) {
    throw new RangeError("one weight for each judge is needed, none negative and not all 0");
  }
  const values = Float64Array.from(judges[0].values, (_, cell) => {
    let sum = 0;
    judges.forEach((judge, place) => {
      sum += (weights[place] / total) * Math.log(judge.values[cell]);
    });
    return Math.exp(sum);
  });
  return { rows: size, columns: size, values };
}
