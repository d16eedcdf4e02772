import { normalTwoSided } from "../distribution/normal.ts";
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { atMostOne, type SameRating } from "./cohens-kappa.ts";
import { pairAgreement, type RatedThings, ratedThings } from "./rating-counts.ts";

export interface FleissKappa extends Estimated {
  readonly observed: number;
  readonly expected: number;
  /** Ratings that each thing has. */
  readonly raters: number;
  /** κ of each category against all others; null where nobody, or everybody, used it. */
  readonly byCategory: readonly (number | null)[];
  /** Against κ = 0 with Fleiss, Nee & Landis' standard error, which holds only there; null with case weights. */
  readonly test: { readonly standardError: number; readonly statistic: number; readonly pValue: number } | null;
}

/** Things have different numbers of ratings: Krippendorff's α takes those. */
export interface UnequalRatings {
  readonly kind: "unequal-ratings";
  readonly fewest: number;
  readonly most: number;
}

/**
 * Fleiss' κ of several raters, who need not be the same for each thing. Things are a sample: standard error by linearisation over them
 * (Gwet 2008, without finite population), t interval, its upper limit at most 1.
 * @param counts things × categories: how many raters chose it; a row of zeros is left out
 * @param weights one for each thing, or null
 * @returns too-few-answers below two things or two ratings of each; no-variation where all use one category
 * @throws RangeError below two categories, if a count is no whole number, or confidence is outside (0, 1)
 * Source: Fleiss 1971; Fleiss, Nee & Landis 1979. Golden values: golden/second/expected/textbook_agreement.json
 */
export function fleissKappa(
  counts: Matrix,
  weights: Float64Array | null,
  confidence: number,
): FleissKappa | TooFewAnswers | SameRating | UnequalRatings {
  requireConfidence(confidence);
  const things = ratedThings(counts, weights, 1);
  const n = things.counts.length;
  if (n < 2) return tooFewAnswers(n, 2);
  const [fewest, most] = [Math.min(...things.ratings), Math.max(...things.ratings)];
  if (fewest !== most) return { kind: "unequal-ratings", fewest, most };
  if (most < 2) return tooFewAnswers(most, 2);
  const weightedBase = things.weights.reduce((sum, weight) => sum + weight, 0);
  const shares = categoryShares(things, most, weightedBase);
  const agreement = pairAgreement(things);
  const observed = agreement.reduce((sum, each, thing) => sum + (things.weights[thing] / weightedBase) * each, 0);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  if (!(1 - expected > 1e-12)) return { kind: "no-variation", n };
  const value = (observed - expected) / (1 - expected);
  let variance = 0;
  let squaredWeight = 0;
  for (let thing = 0; thing < n; thing++) {
    const byChance = shares.reduce((sum, share, j) => sum + share * (things.counts[thing][j] / most - share), 0);
    const influence = agreement[thing] - observed - 2 * (1 - value) * byChance;
    squaredWeight += things.weights[thing] ** 2;
    variance += (things.weights[thing] * influence) ** 2;
  }
  const root = Math.sqrt((variance * n) / (n - 1)) / (weightedBase * (1 - expected));
  const standardError = root > 1e-12 ? root : 0;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: atMostOne(studentInterval(value, standardError, n - 1, confidence, "linearised-t")),
    n,
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    method: "fleiss-kappa/linearised-t",
    observed,
    expected,
    raters: most,
    byCategory: Array.from(shares, (share, j) => categoryKappa(things, most, weightedBase, share, j)),
    test: things.isWeighted ? null : testOfChance(value, shares, n, most),
  };
}

function categoryShares({ counts, weights }: RatedThings, raters: number, base: number): Float64Array {
  const shares = new Float64Array(counts[0].length);
  counts.forEach((row, thing) => {
    row.forEach((count, j) => {
      shares[j] += (weights[thing] * count) / (raters * base);
    });
  });
  return shares;
}

function categoryKappa({ counts, weights }: RatedThings, raters: number, base: number, share: number, j: number) {
  if (!(share * (1 - share) > 1e-12)) return null;
  const split = counts.reduce((sum, row, thing) => sum + weights[thing] * row[j] * (raters - row[j]), 0);
  return 1 - split / (base * raters * (raters - 1) * share * (1 - share));
}

function testOfChance(value: number, shares: Float64Array, n: number, raters: number) {
  const apart = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skewness = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const variance = (2 * (apart * apart - skewness)) / (n * raters * (raters - 1) * apart * apart);
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  return { standardError, statistic, pValue: normalTwoSided(statistic) };
}
