import type { RatingTally } from "@manyi/statistics/tally/rating-tally";

/** The same answers, every respondent once. */
export function unweighted(tally: RatingTally): RatingTally {
  return { ...tally, weight: tally.count, squaredWeight: tally.count, weighting: "none" };
}
