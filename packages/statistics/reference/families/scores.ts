import { waldDifferenceOfNps } from "../../src/comparison/difference-in-r.ts";
import { criticalNormal } from "../../src/estimate/interval.ts";
import { rangeConversion } from "../../src/scale/range-conversion.ts";
import { clopperPearsonInterval } from "../../src/scores/clopper-pearson.ts";
import { meanEstimate } from "../../src/scores/mean.ts";
import { medianEstimate } from "../../src/scores/median.ts";
import {
  adjustedWaldInterval,
  netPromoterScore,
  recommendationMark,
  waldNpsInterval,
} from "../../src/scores/net-promoter-score.ts";
import { shareEstimate } from "../../src/scores/share.ts";
import { standardDeviation } from "../../src/scores/standard-deviation.ts";
import { waldShareInterval } from "../../src/scores/wald-share.ts";
import { type RatingTally, tallyOf } from "../../src/tally/rating-tally.ts";
import { sumsOfMappedTally, sumsOfTally } from "../../src/tally/sums.ts";
import { estimated } from "../../test-support/variants.ts";
import { answered, levelsOf, namesOf } from "../columns.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { type ReferenceTree, type ReferenceValue, tableOfRows } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";
import { weightedScores } from "./weighted-scores.ts";

/** Keys say what is asked: `nps_by_COLUMN`, `…_COLUMN_1_5_top2`, `nps_last_vs_previous_wave`, `nps_COLUMN1_vs_COLUMN2` (first and second level). */
export const scores: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    return keyByKey(Object.keys(file.values), (key) => scoresOf(key, file, survey) ?? null);
  },
};

function scoresOf(key: string, file: ReferenceFile, survey: SurveyTable): ReferenceValue {
  const confidence = confidenceOf(file);
  const by = /^nps_by_(\w+)$/.exec(key)?.[1];
  const [, pair, one, other] = /^nps_(\w+?)(\d+)_vs_\1(\d+)$/.exec(key) ?? [];
  if (key === "nps") return npsOf(tallyWhere(survey, null, ""), confidence);
  if (by !== undefined) {
    const levels = levelsOf(survey.text(by), namesOf(file.values, key, "rows"));
    return tableOfRows(levels.map((level) => [level, npsOf(tallyWhere(survey, by, level), confidence)]));
  }
  if (key === "nps_last_vs_previous_wave") {
    const waves = levelsOf(survey.text("wave"));
    return npsDifference(survey, "wave", waves[waves.length - 1], waves[waves.length - 2], confidence);
  }
  if (pair !== undefined) {
    const levels = levelsOf(survey.text(pair), namesOf(file.values, `nps_by_${pair}`, "rows"));
    return npsDifference(survey, pair, levels[Number(one) - 1], levels[Number(other) - 1], confidence);
  }
  if (key === "weighted") return weightedScores(file, survey);
  return key.includes("_WRONG") ? null : ratingOf(ratingAsked(key, file, survey), survey, confidence);
}

interface RatingAsked {
  readonly column: string;
  readonly minimum: number;
  readonly maximum: number;
  /** Values from here up count as top boxes. */
  readonly topFrom: number;
}

/** `csat_osat_1_5_top2`: a column, its scale and its boxes; the option `top_boxes` says the same as "osat 4-5; …". */
function ratingAsked(key: string, { options }: ReferenceFile, survey: SurveyTable): RatingAsked {
  const words = key.split("_");
  const column = words.findLast((word) => survey.names.includes(word));
  if (column === undefined) throw new Error(`${key} names no column`);
  const named = new RegExp(`\\b${column} (\\d+)-(\\d+)`).exec(String(options.top_boxes ?? ""));
  const scale = /_(\d+)_(\d+)(?:_|$)/.exec(key);
  const boxes = Number(/top(\d+)$/.exec(key)?.[1] ?? 1);
  const fromName = Number(/\d+$/.exec(column)?.[0]);
  const maximum = Number(scale?.[2] ?? named?.[2] ?? fromName);
  return { column, minimum: Number(scale?.[1] ?? 1), maximum, topFrom: Number(named?.[1] ?? maximum - boxes + 1) };
}

function ratingOf({ column, minimum, maximum, topFrom }: RatingAsked, survey: SurveyTable, confidence: number) {
  const tally = tallyOf(answered(survey.numbers(column))[0]);
  const top = estimated(shareEstimate(tally, (value) => value >= topFrom, confidence));
  const successes = Math.round(top.value * top.n);
  const wald = waldShareInterval(successes, top.n, confidence);
  const exact = clopperPearsonInterval(successes, top.n, confidence);
  const mean = estimated(meanEstimate(sumsOfTally(tally), confidence));
  const index = sumsOfMappedTally(tally, (value) => rangeConversion(value, minimum, maximum));
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
    index_0_100_range_based: estimated(meanEstimate(index, confidence)).value,
    bottom2_share: estimated(shareEstimate(tally, (value) => value <= minimum + 1, confidence)).value,
  };
}

function tallyWhere(survey: SurveyTable, column: string | null, level: string): RatingTally {
  const levels = column === null ? null : survey.text(column);
  return tallyOf(
    survey.numbers("nps").filter((rating, row) => !Number.isNaN(rating) && (levels === null || levels[row] === level)),
  );
}

/** A group of one or none has counts and nothing else. */
function npsOf(tally: RatingTally, confidence: number): ReferenceTree {
  const score = netPromoterScore(tally, confidence);
  const unknown = Object.fromEntries(npsFigures.map((name) => [name, null]));
  if (score.kind !== "estimated") return { n: score.n, ...unknown, ...countsOf(tally) };
  const { value, standardError, n, counts, shares } = score;
  const wald = waldNpsInterval(shares, n, confidence);
  const adjusted = adjustedWaldInterval(shares, n, confidence);
  return {
    n,
    ...counts,
    nps: value,
    se: standardError,
    se_n_minus_1: estimated(meanEstimate(sumsOfMappedTally(tally, recommendationMark), confidence)).standardError,
    wald_lo: wald.lower,
    wald_hi: wald.upper,
    adjwald_nps: (adjusted.lower + adjusted.upper) / 2,
    adjwald_se: (adjusted.upper - adjusted.lower) / 2 / criticalNormal(confidence),
    adjwald_lo: adjusted.lower,
    adjwald_hi: adjusted.upper,
    mean_0_10: estimated(meanEstimate(sumsOfTally(tally), confidence)).value,
  };
}

function countsOf({ values, count }: RatingTally): ReferenceTree {
  const withMark = (mark: number) =>
    values.reduce((sum, value, place) => sum + (recommendationMark(value) === mark ? count[place] : 0), 0);
  return { promoters: withMark(100), passives: withMark(0), detractors: withMark(-100) };
}

const npsFigures = [
  ...["nps", "se", "se_n_minus_1", "wald_lo", "wald_hi"],
  ...["adjwald_nps", "adjwald_se", "adjwald_lo", "adjwald_hi", "mean_0_10"],
];

function npsDifference(survey: SurveyTable, column: string, first: string, second: string, confidence: number) {
  const [a, b] = [first, second].map((level) => tallyWhere(survey, column, level));
  const { value, standardError, statistic, pValue, interval } = estimated(waldDifferenceOfNps(a, b, confidence));
  return { diff: value, se: standardError, z: statistic, p: pValue, lo: interval.lower, hi: interval.upper };
}
