/** What one question's answers give, of everybody or of a group. */
import {
  type Difference,
  differenceOfMeans,
  differenceOfNps,
  differenceOfShares,
} from "@manyi/statistics/comparison/difference";
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { netPromoterScore } from "@manyi/statistics/scores/net-promoter-score";
import { shareEstimate } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { sumsOfTally } from "@manyi/statistics/tally/sums";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { NumberFormat } from "../../results/analyses.ts";

/** How groups are compared on a question. */
export type ComparedScore = "mean" | "top-share" | "nps";

export const scoreFormats = {
  mean: "points",
  "top-share": "share",
  nps: "index",
} as const satisfies Readonly<Record<ComparedScore, NumberFormat>>;

export function scoreOf(score: ComparedScore, item: RatedItem, tally: RatingTally, confidence: number): Estimate {
  switch (score) {
    case "mean":
      return meanEstimate(sumsOfTally(tally), confidence);
    case "top-share":
      return shareEstimate(tally, (value) => item.top.has(value), confidence);
    case "nps":
      return netPromoterScore(tally, confidence);
  }
}

export function differenceOf(
  score: ComparedScore,
  item: RatedItem,
  [first, second]: readonly [RatingTally, RatingTally],
  confidence: number,
): Difference {
  switch (score) {
    case "mean":
      return differenceOfMeans(sumsOfTally(first), sumsOfTally(second), confidence);
    case "top-share":
      return differenceOfShares(first, second, (value) => item.top.has(value), confidence);
    case "nps":
      return differenceOfNps(first, second, confidence);
  }
}
