/** The figures that one question's answers give, of everybody or of a group. */
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { medianEstimate } from "@manyi/statistics/scores/median";
import { netPromoterScore } from "@manyi/statistics/scores/net-promoter-score";
import { shareEstimate } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { type Sums, sumsOfMappedTally, sumsOfTally } from "@manyi/statistics/tally/sums";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Condition, Figure, Measure, Reported, Unit } from "../results/figure.ts";
import { methodsVersion } from "../version.ts";

export interface FigureOrigin {
  readonly measure: Measure;
  readonly subject: string;
  readonly unit: Unit;
  readonly conversion: string | null;
  readonly filter: readonly Condition[];
}

/** A result with its origin. What rests on fewer people than may be shown is not shown, of the whole sample either. */
export function figure(run: Run, origin: FigureOrigin, result: Reported): Figure {
  const minimum = run.plan.minimumGroup;
  const isHidden = result.kind !== "suppressed" && result.n > 0 && result.n < minimum;
  const reported: Reported = isHidden ? { kind: "suppressed", reason: "too-few", minimum } : result;
  return { ...origin, weight: run.weight, version: methodsVersion, result: reported };
}

/** 0–100 sums of a tally. */
export function indexSums(item: RatedItem, tally: RatingTally): Sums {
  return sumsOfMappedTally(tally, (value) => item.indexOf.get(value) ?? 0);
}

export function indexFigure(run: Run, item: RatedItem, tally: RatingTally, filter: readonly Condition[] = []): Figure {
  const origin = {
    measure: "index",
    subject: item.column,
    unit: "index",
    conversion: item.conversion,
    filter,
  } as const;
  return figure(run, origin, plain(meanEstimate(indexSums(item, tally), run.plan.confidence)));
}

export function meanFigure(
  run: Run,
  item: RatedItem,
  tally: RatingTally,
  measure: "mean" | "importance" = "mean",
): Figure {
  const origin = { measure, subject: item.column, unit: "rating", conversion: null, filter: [] } as const;
  return figure(run, origin, plain(meanEstimate(sumsOfTally(tally), run.plan.confidence)));
}

export function medianFigure(run: Run, item: RatedItem, tally: RatingTally): Figure {
  const origin = { measure: "median", subject: item.column, unit: "rating", conversion: null, filter: [] } as const;
  return figure(run, origin, plain(medianEstimate(tally, run.plan.confidence)));
}

/** Share of the best (or worst) boxes among valid answers. */
export function boxFigure(
  run: Run,
  item: RatedItem,
  tally: RatingTally,
  measure: "top-share" | "bottom-share" | "intention-share",
  filter: readonly Condition[] = [],
): Figure {
  const boxes = measure === "bottom-share" ? item.bottom : item.top;
  const origin = { measure, subject: item.column, unit: "share", conversion: null, filter } as const;
  return figure(run, origin, plain(shareEstimate(tally, (value) => boxes.has(value), run.plan.confidence)));
}

export function npsFigure(run: Run, item: RatedItem, tally: RatingTally, filter: readonly Condition[] = []): Figure {
  const origin = { measure: "nps", subject: item.column, unit: "nps", conversion: null, filter } as const;
  return figure(run, origin, plain(netPromoterScore(tally, run.plan.confidence)));
}

/** Only what every estimate has; an estimator's further fields have their own places in the results. */
export function plain(estimate: Estimate): Estimate {
  if (estimate.kind !== "estimated") return estimate;
  const { kind, value, standardError, interval, n, weightedBase, effectiveN, method } = estimate;
  return { kind, value, standardError, interval, n, weightedBase, effectiveN, method };
}
