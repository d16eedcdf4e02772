import { requireWeights } from "../correlation/paired-answers.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";

/** Things that several raters put into categories, those with ratings and weight only. */
export interface RatedThings {
  /** One row a thing: how many raters chose each category. */
  readonly counts: readonly Float64Array[];
  /** Ratings of each thing. */
  readonly ratings: Float64Array;
  /** One a thing; all 1 without weights. */
  readonly weights: Float64Array;
  readonly isWeighted: boolean;
}

/**
 * @param counts things × categories
 * @param atLeast ratings that a thing must have to stay
 * @throws RangeError below two categories, or if a count is no whole number or a weight cannot be
 */
export function ratedThings(counts: Matrix, weights: Float64Array | null, atLeast: number): RatedThings {
  if (counts.columns < 2) throw new RangeError("agreement needs two categories or more");
  if (!counts.values.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError("counts are needed");
  requireWeights(weights, counts.rows);
  const rows = Array.from({ length: counts.rows }, (_, thing) =>
    counts.values.subarray(thing * counts.columns, (thing + 1) * counts.columns),
  );
  const total = (row: Float64Array) => row.reduce((sum, count) => sum + count, 0);
  const kept = Array.from(rows.keys()).filter(
    (thing) => total(rows[thing]) >= atLeast && (weights === null || weights[thing] > 0),
  );
  return {
    counts: kept.map((thing) => rows[thing]),
    ratings: Float64Array.from(kept, (thing) => total(rows[thing])),
    weights: Float64Array.from(kept, (thing) => (weights === null ? 1 : weights[thing])),
    isWeighted: weights !== null,
  };
}

/** Of each thing: the share of its pairs of ratings that agree. All things need two ratings. */
export function pairAgreement({ counts, ratings }: RatedThings): Float64Array {
  return ratings.map((m, thing) =>
    counts[thing].reduce((sum, count) => sum + (count * (count - 1)) / (m * (m - 1)), 0),
  );
}
