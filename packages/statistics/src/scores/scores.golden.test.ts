import { describe, expect, it } from "vitest";
import { expectGolden } from "../../test-support/expect-golden.ts";
import type { GoldenValue } from "../../test-support/golden.ts";
import { answered, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated } from "../../test-support/variants.ts";
import { differenceOfNps } from "../comparison/difference.ts";
import { rangeConversion } from "../scale/range-conversion.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfMappedTally, sumsOfTally } from "../tally/sums.ts";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { clusteredMean } from "./clustered-mean.ts";
import { effectiveSampleSize, weightingDesignEffect } from "./effective-sample-size.ts";
import { meanEstimate } from "./mean.ts";
import { medianEstimate } from "./median.ts";
import { adjustedWaldInterval, netPromoterScore, recommendationMark, waldNpsInterval } from "./net-promoter-score.ts";
import { shareEstimate } from "./share.ts";
import { standardDeviation } from "./standard-deviation.ts";
import { waldShareInterval } from "./wald-share.ts";

const survey = readSynthSurvey();
const confidence = 0.95;

function ratingValues(column: string, maximum: number, boxes: number): GoldenValue {
  const tally = tallyOf(answered(survey.numbers(column))[0], null, survey.n);
  const top = estimated(shareEstimate(tally, (value) => value > maximum - boxes, confidence));
  const successes = Math.round(top.value * top.n);
  const wald = waldShareInterval(successes, top.n, confidence);
  const exact = clopperPearsonInterval(successes, top.n, confidence);
  const mean = estimated(meanEstimate(sumsOfTally(tally), confidence));
  const index = meanEstimate(
    sumsOfMappedTally(tally, (value) => rangeConversion(value, 1, maximum)),
    confidence,
  );
  return {
    n: top.n,
    top_box_count: successes,
    top_box_share: top.value,
    wald_se: top.standardError,
    wald_lo: wald.lower,
    wald_hi: wald.upper,
    wilson_lo: top.interval.lower,
    wilson_hi: top.interval.upper,
    clopper_pearson_lo: exact.lower,
    clopper_pearson_hi: exact.upper,
    mean: mean.value,
    sd: estimated(standardDeviation(sumsOfTally(tally))).value,
    se_mean: mean.standardError,
    mean_t_lo: mean.interval.lower,
    mean_t_hi: mean.interval.upper,
    median: estimated(medianEstimate(tally, confidence)).value,
    index_0_100_range_based: estimated(index).value,
    bottom2_share: estimated(shareEstimate(tally, (value) => value <= 2, confidence)).value,
  };
}

function npsValues(tally: RatingTally): { readonly [key: string]: GoldenValue } {
  const { value, standardError, interval, n, counts, shares } = estimated(netPromoterScore(tally, confidence));
  const wald = waldNpsInterval(shares, n, confidence);
  const adjusted = adjustedWaldInterval(shares, n, confidence);
  const halfWidth = waldNpsInterval({ promoters: 0.5, passives: 0, detractors: 0.5 }, 1, confidence).upper / 100;
  return {
    n,
    ...counts,
    nps: value,
    se: standardError,
    se_n_minus_1: estimated(meanEstimate(sumsOfMappedTally(tally, recommendationMark), confidence)).standardError,
    wald_lo: wald.lower,
    wald_hi: wald.upper,
    adjwald_nps: (adjusted.lower + adjusted.upper) / 2,
    adjwald_se: (adjusted.upper - adjusted.lower) / 2 / halfWidth,
    adjwald_lo: interval.lower,
    adjwald_hi: interval.upper,
    mean_0_10: estimated(meanEstimate(sumsOfTally(tally), confidence)).value,
  };
}

const npsColumn = survey.numbers("nps");

function npsTallyWhere(column: string, level: string): RatingTally {
  const levels = survey.text(column);
  const ratings = npsColumn.filter((value, row) => levels[row] === level && !Number.isNaN(value));
  return tallyOf(ratings, null, survey.n);
}

function npsTable(column: string, levels: readonly string[]): GoldenValue {
  const rows = levels.map((level) => npsValues(npsTallyWhere(column, level)));
  return { rows: levels, cols: Object.keys(rows[0]), values: rows.map((row) => Object.values(row)) };
}

function differenceValues(first: RatingTally, second: RatingTally): GoldenValue {
  const { value, standardError, statistic, pValue, interval } = estimated(differenceOfNps(first, second, confidence));
  return { diff: value, se: standardError, z: statistic, p: pValue, lo: interval.lower, hi: interval.upper };
}

/** Σw in cells [store × rating] of the answered recommendations. */
function npsByStore() {
  const stores = [...new Set(survey.text("store"))];
  const store = survey.text("store");
  const weights = survey.numbers("base_weight");
  const values = Array.from({ length: 11 }, (_, rating) => rating);
  const weight = new Float64Array(stores.length * values.length);
  const count = new Float64Array(values.length);
  let squaredWeight = 0;
  npsColumn.forEach((rating, row) => {
    if (Number.isNaN(rating)) return;
    weight[stores.indexOf(store[row]) * values.length + rating] += weights[row];
    count[rating] += 1;
    squaredWeight += weights[row] ** 2;
  });
  return { values, clusters: stores.length, weight, count, squaredWeight, designClusters: stores.length };
}

function weightedValues(): GoldenValue {
  const weights = survey.numbers("base_weight");
  const nps = estimated(netPromoterScore(tallyOf(...weightedAnswers("nps")), confidence));
  const clustered = clusteredMean(npsByStore(), recommendationMark, confidence);
  if (clustered.kind !== "estimated") throw new Error(clustered.kind);
  const osat = tallyOf(...weightedAnswers("osat"));
  const top2 = estimated(shareEstimate(osat, (value) => value >= 4, confidence));
  const mean = estimated(meanEstimate(sumsOfColumn(survey.numbers("osat"), weights, survey.n), confidence));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return {
    nps: nps.value,
    nps_se_linearised: nps.standardError,
    nps_ci: [nps.interval.lower, nps.interval.upper],
    nps_cluster_store: clustered.value,
    nps_se_cluster_store: clustered.standardError,
    nps_deff_cluster: clustered.designEffect,
    top2: top2.value,
    top2_se: top2.standardError,
    osat_mean: mean.value,
    osat_mean_se: mean.standardError,
    kish_deff_all: weightingDesignEffect(survey.n, sum, squares),
    n_eff_all: effectiveSampleSize(sum, squares),
  };
}

function weightedAnswers(column: string): [Float64Array, Float64Array, number] {
  const [ratings, weights] = answered(survey.numbers(column), [survey.numbers("base_weight")]);
  return [ratings, weights, survey.n];
}

describe("scores of the synthetic survey", () => {
  it("agree with R's survey package and base functions", () => {
    expectGolden("synth_public_scores", {
      csat_osat_1_5_top2: ratingValues("osat", 5, 2),
      csat_sat10_top3: ratingValues("sat10", 10, 3),
      ces_1_7_top3: ratingValues("ces", 7, 3),
      nps: npsValues(tallyOf(answered(npsColumn)[0], null, survey.n)),
      nps_by_segment: npsTable("segment", ["Consumer", "Enterprise", "SMB"]),
      nps_by_wave: npsTable("wave", ["1", "2", "3", "4", "5", "6"]),
      nps_last_vs_previous_wave: differenceValues(npsTallyWhere("wave", "6"), npsTallyWhere("wave", "5")),
      nps_segment1_vs_segment2: differenceValues(
        npsTallyWhere("segment", "Consumer"),
        npsTallyWhere("segment", "Enterprise"),
      ),
      weighted: weightedValues(),
    });
  });

  it("give the same standard error from a tally and from a column", () => {
    const weights = survey.numbers("base_weight");
    const fromColumn = meanEstimate(sumsOfColumn(survey.numbers("osat"), weights, survey.n), confidence);
    const fromTally = meanEstimate(sumsOfTally(tallyOf(...weightedAnswers("osat"))), confidence);
    expect(estimated(fromTally).standardError).toBeCloseTo(estimated(fromColumn).standardError, 14);
  });
});
