import { medianEstimate } from "../scores/median.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { sumsOfMappedTally, sumsOfTally } from "../tally/sums.ts";
import { type AnalysisOfVariance, analysisOfVariance } from "./analysis-of-variance.ts";
import { type NoGroupTest, requireUnweighted } from "./group-problem.ts";

export interface EqualSpreadTest
  extends Pick<AnalysisOfVariance, "kind" | "statistic" | "numerator" | "denominator" | "pValue" | "groups" | "n"> {
  readonly method: "levene/mean" | "brown-forsythe/median";
}

/**
 * Do groups vary alike? Analysis of variance of the distances |x − group mean|.
 * @param groups without weights; empty ones are left out
 * @returns the variants of `analysisOfVariance`, of the distances
 * @throws RangeError for weighted tallies
 * Source: Levene 1960; R's `car::leveneTest(center = mean)`. Golden values: golden/second/expected/survey_groups.json
 */
export function leveneTest(groups: readonly RatingTally[]): EqualSpreadTest | NoGroupTest {
  const distances = groups.map((tally) => {
    const { centre, x, n } = sumsOfTally(tally);
    return distancesFrom(tally, n === 0 ? centre : centre + x / n);
  });
  return spreadTest(distances, "levene/mean");
}

/**
 * The same with distances from the group's median: keeps its level with skewed answers, as satisfaction ratings are.
 * @returns as `leveneTest`
 * @throws RangeError for weighted tallies
 * Source: Brown & Forsythe 1974, JASA 69; R's `car::leveneTest`. Golden values: golden/second/expected/survey_groups.json
 */
export function brownForsytheTest(groups: readonly RatingTally[]): EqualSpreadTest | NoGroupTest {
  const distances = groups.map((tally) => {
    const median = medianEstimate(tally, 0.95);
    return distancesFrom(tally, median.kind === "estimated" ? median.value : 0);
  });
  return spreadTest(distances, "brown-forsythe/median");
}

function distancesFrom(tally: RatingTally, centre: number): Sums {
  requireUnweighted(tally);
  return sumsOfMappedTally(tally, (value) => Math.abs(value - centre));
}

function spreadTest(distances: readonly Sums[], method: EqualSpreadTest["method"]): EqualSpreadTest | NoGroupTest {
  const tested = analysisOfVariance(distances, 0.95);
  if (tested.kind !== "tested") return tested;
  const { kind, statistic, numerator, denominator, pValue, groups, n } = tested;
  return { kind, statistic, numerator, denominator, pValue, groups, n, method };
}
