import { analysisOfVariance } from "../../../src/groups/analysis-of-variance.ts";
import { bartlettTest } from "../../../src/groups/bartlett.ts";
import { dunnTest } from "../../../src/groups/dunn.ts";
import { gamesHowell } from "../../../src/groups/games-howell.ts";
import { kruskalWallis } from "../../../src/groups/kruskal-wallis.ts";
import { brownForsytheTest, leveneTest } from "../../../src/groups/levene.ts";
import { pairwiseT } from "../../../src/groups/pairwise-t.ts";
import { tukeyHsd } from "../../../src/groups/tukey-hsd.ts";
import { waldTest } from "../../../src/groups/wald-test.ts";
import { weightedMeansInR } from "../../../src/groups/weighted-means.ts";
import { populationRanksInR, rankSums } from "../../../src/groups/weighted-rank-test.ts";
import { welchAnova } from "../../../src/groups/welch-anova.ts";
import { standardDeviation } from "../../../src/scores/standard-deviation.ts";
import type { RatingTally } from "../../../src/tally/rating-tally.ts";
import { sumsOfTally } from "../../../src/tally/sums.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import { type ReferenceTable, type ReferenceTree, tableOf, tableOfRows } from "../../reference-value.ts";
import {
  adjustments,
  answeredRows,
  type GroupData,
  talliesByLevel,
  type WeightedGroupData,
  weightedTallies,
} from "./group-data.ts";

/** @param data rows that count; @param whole all rows, for the design */
export function severalGroups(data: GroupData, whole: WeightedGroupData, confidence: number): ReferenceTree {
  const tallies = talliesByLevel(data);
  const { levels } = data;
  return {
    n_by_group: byLevel(levels, tallies, (tally) => sumsOfTally(tally).n),
    means: byLevel(levels, tallies, meanOf),
    sds: byLevel(levels, tallies, (tally) => estimated(standardDeviation(sumsOfTally(tally))).value),
    ...varianceValues(tallies, confidence),
    ...spreadValues(tallies),
    kruskal_wallis: kruskalValues(tallies),
    tukey_hsd: tukeyTable(levels, tallies, confidence),
    ...pairwiseTables(levels, tallies),
    games_howell: gamesHowellRows(levels, tallies, confidence),
    ...dunnRows(levels, tallies),
    ...weightedValues(whole),
  };
}

export function byLevel(
  levels: readonly string[],
  tallies: readonly RatingTally[],
  of: (tally: RatingTally) => number,
): ReferenceTree {
  return Object.fromEntries(levels.map((level, place) => [level, of(tallies[place])]));
}

export function meanOf(tally: RatingTally): number {
  const { centre, x, n } = sumsOfTally(tally);
  return centre + x / n;
}

function varianceValues(tallies: readonly RatingTally[], confidence: number): ReferenceTree {
  const sums = tallies.map(sumsOfTally);
  const anova = tested(analysisOfVariance(sums, confidence));
  const welch = tested(welchAnova(sums));
  return {
    anova: {
      df: [anova.numerator, anova.denominator],
      ss: [anova.betweenSumOfSquares, anova.withinSumOfSquares],
      F: anova.statistic,
      p: anova.pValue,
    },
    eta2: anova.etaSquared,
    eta2_ci: [anova.etaSquaredInterval.lower, anova.etaSquaredInterval.upper],
    omega2: anova.omegaSquared,
    epsilon2: anova.epsilonSquared,
    welch_anova: { F: welch.statistic, df: [welch.numerator, welch.denominator], p: welch.pValue },
  };
}

function spreadValues(tallies: readonly RatingTally[]): ReferenceTree {
  const [median, mean] = [tested(brownForsytheTest(tallies)), tested(leveneTest(tallies))];
  const bartlett = tested(bartlettTest(tallies.map(sumsOfTally)));
  return {
    levene_median_brown_forsythe: { F: median.statistic, p: median.pValue },
    levene_mean: { F: mean.statistic, p: mean.pValue },
    bartlett: { K2: bartlett.statistic, p: bartlett.pValue },
  };
}

export function kruskalValues(tallies: readonly RatingTally[]): ReferenceTree {
  const kruskal = tested(kruskalWallis(tallies));
  return {
    H: kruskal.statistic,
    df: kruskal.degreesOfFreedom,
    p: kruskal.pValue,
    epsilon2_rank: kruskal.epsilonSquared,
    eta2_H: kruskal.etaSquared,
  };
}

/** Rows as R's TukeyHSD names them: later level minus earlier. */
export function tukeyTable(
  levels: readonly string[],
  tallies: readonly RatingTally[],
  confidence: number,
): ReferenceTable {
  const { pairs } = tested(tukeyHsd(tallies.map(sumsOfTally), confidence));
  return tableOfRows(
    pairs.map(({ first, second, value, interval, adjustedPValue }) => [
      `${levels[second]}-${levels[first]}`,
      { diff: value, lwr: interval.lower, upr: interval.upper, "p adj": adjustedPValue },
    ]),
  );
}

function pairwiseTables(levels: readonly string[], tallies: readonly RatingTally[]): ReferenceTree {
  const entries = adjustments.map(([name, adjust]) => {
    const { pairs } = tested(pairwiseT(tallies.map(sumsOfTally), adjust));
    const cell = (row: string, column: string) =>
      pairs.find(({ first, second }) => levels[second] === row && levels[first] === column)?.adjustedPValue ?? null;
    return [`pairwise_t_pooled_${name}`, tableOf(levels.slice(1), levels.slice(0, -1), cell)] as const;
  });
  return Object.fromEntries(entries);
}

function gamesHowellRows(
  levels: readonly string[],
  tallies: readonly RatingTally[],
  confidence: number,
): readonly ReferenceTree[] {
  return tested(gamesHowell(tallies.map(sumsOfTally), confidence)).pairs.map((pair) => {
    const { value, interval, adjustedPValue } = tested(pair);
    return {
      group1: levels[pair.first],
      group2: levels[pair.second],
      estimate: value,
      lo: interval.lower,
      hi: interval.upper,
      p_adj: adjustedPValue,
      p_adj_rounded_by_rstatix: roundedAsInRstatix(adjustedPValue),
    };
  });
}

/** `rstatix::p_round`: three decimals, or three digits below 0.001. */
function roundedAsInRstatix(p: number): number {
  return Number(p > 1e-3 ? p.toFixed(3) : p.toPrecision(3));
}

export function dunnRows(levels: readonly string[], tallies: readonly RatingTally[]): ReferenceTree {
  const entries = adjustments.map(([name, adjust]) => {
    const rows = tested(dunnTest(tallies, adjust)).pairs.map((pair) => ({
      group1: levels[pair.first],
      group2: levels[pair.second],
      pair: `${levels[pair.first]}-${levels[pair.second]}`,
      z: pair.statistic,
      p: pair.pValue,
      p_adj: pair.adjustedPValue,
    }));
    return [`dunn_${name}`, rows] as const;
  });
  return Object.fromEntries(entries);
}

function weightedValues(whole: WeightedGroupData): ReferenceTree {
  const tallies = weightedTallies(whole);
  const wald = tested(waldTest(weightedMeansInR(tallies.map(sumsOfTally))));
  const { values, weights } = answeredRows(whole);
  const ranks = tested(waldTest(weightedMeansInR(rankSums(tallies, populationRanksInR(values, weights)))));
  return {
    weighted_means: Object.fromEntries(wald.groups.map((group, place) => [whole.levels[group], wald.means[place]])),
    weighted_regtermtest: { F: wald.statistic, df: wald.numerator, ddf: wald.denominator, p: wald.pValue },
    weighted_svyranktest: { chisq: ranks.statistic * ranks.numerator, df: ranks.numerator, p: ranks.pValue },
  };
}
