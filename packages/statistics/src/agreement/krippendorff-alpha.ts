import { requireAnswers, requireWeights } from "../correlation/paired-answers.ts";
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { atMostOne, type SameRating } from "./cohens-kappa.ts";
import type { RatingDifference } from "./rating-difference.ts";

export interface KrippendorffAlpha extends Estimated {
  /** Ratings of units that have two or more. */
  readonly ratings: number;
  /** Units with one rating or none: they say nothing of agreement. */
  readonly leftOut: number;
}

/** All ratings but those of one unit are the same: α rests on that unit, and nothing says how sure it is. */
export interface OneUnitVaries {
  readonly kind: "one-unit-varies";
  readonly value: number;
}

/**
 * Krippendorff's α = 1 − observed/expected disagreement, for any number of raters, with ratings missing. Standard error by leaving out
 * each unit in turn, t interval with an upper limit of at most 1. Where there are so many values that this would take longer than a second or so,
 * units are left out in groups.
 * @param raters one column a rater, one row a unit; NaN = not rated
 * @param weights one for each unit, or null; they are scaled to a mean of 1
 * @param difference nominalDifference, ordinalDifference, intervalDifference, ratioDifference
 * @returns too-few-answers below two units with two ratings; no-variation where all ratings are the same
 * @throws RangeError below two raters, if lengths differ, a rating is infinite, a weight cannot be, or confidence is outside (0, 1)
 * Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability; 2019, Content Analysis, 12. Golden values:
 * golden/second/expected/textbook_agreement.json
 */
export function krippendorffAlpha(
  raters: readonly Float64Array[],
  weights: Float64Array | null,
  difference: RatingDifference,
  confidence: number,
): KrippendorffAlpha | TooFewAnswers | SameRating | OneUnitVaries {
  requireConfidence(confidence);
  if (raters.length < 2) throw new RangeError("agreement needs two raters or more");
  if (raters.some(({ length }) => length !== raters[0].length)) throw new RangeError("raters differ in their units");
  raters.forEach(requireAnswers);
  requireWeights(weights, raters[0].length);
  const { units, values, leftOut } = pairableUnits(raters, weights);
  const n = units.length;
  if (n < 2) return tooFewAnswers(n, 2);
  const value = alphaOf(units, values, difference);
  if (value === null) return { kind: "no-variation", n };
  const groups = Math.min(n, Math.max(20, Math.floor(5e7 / (values.length ** 2 + n))));
  const left = Array.from({ length: groups }, (_, group) => {
    const kept = units.filter((_, unit) => unit % groups !== group);
    return alphaOf(kept, values, difference);
  });
  if (left.some((each) => each === null)) return { kind: "one-unit-varies", value };
  const known = left.filter((each) => each !== null);
  const mean = known.reduce((sum, each) => sum + each, 0) / groups;
  const squares = known.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const root = Math.sqrt((squares * (groups - 1)) / groups);
  const standardError = root > 1e-12 ? root : 0;
  const weightedBase = units.reduce((sum, unit) => sum + unit.given, 0);
  const squaredWeight = units.reduce((sum, unit) => sum + unit.given ** 2, 0);
  return {
    kind: "estimated",
    value,
    standardError,
    interval: atMostOne(studentInterval(value, standardError, groups - 1, confidence, "jackknife-t")),
    n,
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    method: "krippendorff-alpha/jackknife-t",
    ratings: units.reduce((sum, { places }) => sum + places.length, 0),
    leftOut,
  };
}

interface Unit {
  /** Places of its ratings among the values. */
  readonly places: readonly number[];
  /** The weight that it was given. */
  readonly given: number;
  /** The same, scaled to a mean of 1. */
  readonly weight: number;
}

function pairableUnits(raters: readonly Float64Array[], weights: Float64Array | null) {
  const rows = Array.from(raters[0], (_, unit) => ({
    ratings: raters.map((rater) => rater[unit]).filter((rating) => !Number.isNaN(rating)),
    given: weights === null ? 1 : weights[unit],
  })).filter(({ given }) => given > 0);
  const pairable = rows.filter(({ ratings }) => ratings.length > 1);
  const values = Float64Array.from(new Set(pairable.flatMap(({ ratings }) => ratings))).sort();
  const places = new Map(Array.from(values, (value, place) => [value, place]));
  const mean = pairable.reduce((sum, { given }) => sum + given, 0) / pairable.length;
  const units = pairable.map(
    ({ ratings, given }): Unit => ({
      places: ratings.flatMap((rating) => places.get(rating) ?? []),
      given,
      weight: given / mean,
    }),
  );
  return { units, values, leftOut: rows.length - pairable.length };
}

/** Null where there is but one value. */
function alphaOf(units: readonly Unit[], values: Float64Array, difference: RatingDifference): number | null {
  const frequencies = new Float64Array(values.length);
  for (const { places, weight } of units) for (const place of places) frequencies[place] += weight;
  const apart = difference(values, frequencies);
  let observed = 0;
  for (const { places, weight } of units) {
    let own = 0;
    for (let i = 1; i < places.length; i++) for (let j = 0; j < i; j++) own += apart(places[i], places[j]);
    observed += (weight * own) / (places.length - 1);
  }
  let expected = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += frequencies[i];
    for (let j = 0; j < i; j++) expected += frequencies[i] * frequencies[j] * apart(i, j);
  }
  return expected > 0 ? 1 - ((total - 1) * observed) / expected : null;
}
