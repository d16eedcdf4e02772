import { proportionTrend } from "../../../src/crosstab/proportion-trend.ts";
import { meanEstimate } from "../../../src/scores/mean.ts";
import { type RatingTally, tallyOf } from "../../../src/tally/rating-tally.ts";
import { sumsOfTally } from "../../../src/tally/sums.ts";
import { jonckheere } from "../../../src/trend/jonckheere.ts";
import { linearTrend } from "../../../src/trend/linear-trend.ts";
import { mannKendall } from "../../../src/trend/mann-kendall.ts";
import { senSlope } from "../../../src/trend/sen-slope.ts";
import { trendOfEstimates } from "../../../src/trend/trend-of-estimates.ts";
import { trendWithKnownErrors } from "../../../src/trend/trend-with-known-errors.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { keyByKey } from "../../key-by-key.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { type ReferenceTree, tableOfRows } from "../../reference-value.ts";
import { surveyTable } from "../../survey-table.ts";
import { chartConstants } from "./chart-constants.ts";
import { averageChart, meanChart, shareCharts } from "./survey-charts.ts";

/** Answers of each level of a column, levels in their order. */
export interface Levelled {
  readonly levels: readonly string[];
  readonly answers: readonly Float64Array[];
}

const scaleTop = 5;

export function surveyTrends(file: ReferenceFile): ReferenceTree {
  const survey = surveyTable(file);
  const [, outcome = "sat10", time = "wave"] = /lm\((\w+) ?~ ?(\w+)/.exec(file.calls.join(" ")) ?? [];
  const constants = chartConstants(file);
  const confidence = confidenceOf(file);
  return keyByKey(Object.keys(file.values), (key) => {
    const [, boxes, column] = /^top(\d+)_by_(\w+)$/.exec(key) ?? [];
    if (boxes !== undefined && column !== undefined) {
      return shareTrend(levelled(survey, "osat", column), Number(boxes));
    }
    if (key.startsWith("mann_kendall")) return rankTrend(levelled(survey, outcome, time), confidence);
    const [, rated, ordered] = /^jonckheere_(\w+)_by_(\w+)$/.exec(key) ?? [];
    if (rated !== undefined && ordered !== undefined) return orderedValues(levelled(survey, rated, ordered));
    if (key === `mean_by_${time}`) return meansOf(levelled(survey, outcome, time));
    if (key === "ols_trend") return lineValues(survey, outcome, time, confidence);
    if (key === "weighted_trend") return weightedLine(survey, outcome, time, confidence);
    if (key === "trend_of_means") return lineOfMeans(levelled(survey, outcome, time), confidence);
    if (key === "trend_of_means_satterthwaite") return lineWithOwnErrors(levelled(survey, outcome, time), confidence);
    return chartOf(key, file, survey, outcome);
  });

  function chartOf(key: string, { values }: ReferenceFile, table: DataTable, rated: string): ReferenceTree {
    const [, bottom = "2", units = "store"] = /p_chart_bottom(\d+)_by_(\w+)/.exec(Object.keys(values).join(" ")) ?? [];
    const charts = shareCharts(levelled(table, "osat", units), Number(bottom), constants);
    if (key.startsWith("p_chart")) return charts.plain;
    if (key.startsWith("laney")) return charts.laney;
    const means = meansOf(levelled(table, rated, units));
    return key.startsWith("ewma") ? averageChart(means, constants.ewma) : meanChart(means, constants.xmr);
  }
}

function levelled(table: DataTable, rated: string, column: string): Levelled {
  const labels = table.text(column);
  const values = table.numbers(rated);
  const levels = [...new Set(labels)].filter((label) => label !== "");
  const isNumeric = levels.every((level) => !Number.isNaN(Number(level)));
  levels.sort(isNumeric ? (a, b) => Number(a) - Number(b) : undefined);
  const answersOf = (level: string) => values.filter((value, row) => labels[row] === level && !Number.isNaN(value));
  return { levels, answers: levels.map(answersOf) };
}

function talliesOf({ answers }: Levelled): readonly RatingTally[] {
  return answers.map((each) => tallyOf(each));
}

function meansOf({ answers }: Levelled): readonly number[] {
  return answers.map((each) => each.reduce((sum, value) => sum + value, 0) / each.length);
}

function shareTrend({ answers }: Levelled, boxes: number): ReferenceTree {
  const k = answers.map((each) => each.filter((value) => value > scaleTop - boxes).length);
  const n = answers.map(({ length }) => length);
  const { statistic, pValue } = tested(proportionTrend(k, n));
  return { k, n, cochran_armitage_chi2: statistic, p: pValue };
}

function rankTrend(data: Levelled, confidence: number): ReferenceTree {
  const times = data.levels.map(Number);
  const means = meansOf(data);
  const { statistic, variance, z, pValue, exactPValue, tau } = tested(mannKendall(times, means));
  const { value, interval } = estimated(senSlope(times, means, confidence));
  const limits = "lower" in interval ? { sen_lo: interval.lower, sen_hi: interval.upper } : {};
  return { S: statistic, var: variance, z, p: pValue, p_exact: exactPValue, tau, sen_slope: value, ...limits };
}

function orderedValues(data: Levelled): ReferenceTree {
  const { statistic, expected, variance, z, pValue } = tested(jonckheere(talliesOf(data)));
  return { J: statistic, E: expected, var: variance, z, p: pValue };
}

function lineValues(survey: DataTable, outcome: string, time: string, confidence: number): ReferenceTree {
  const line = estimated(linearTrend(survey.numbers(time), survey.numbers(outcome), null, confidence));
  const rowOf = (term: typeof line.slope | null) => ({
    Estimate: term?.value ?? null,
    "Std. Error": term?.standardError ?? null,
    "t value": term?.statistic ?? null,
    "Pr(>|t|)": term?.pValue ?? null,
    lo: term?.interval.lower ?? null,
    hi: term?.interval.upper ?? null,
  });
  return tableOfRows([
    ["(Intercept)", rowOf(line.intercept)],
    [time, rowOf(line.slope)],
  ]);
}

function weightedLine(survey: DataTable, outcome: string, time: string, confidence: number): ReferenceTree {
  const weights = survey.numbers("base_weight");
  const { slope } = estimated(linearTrend(survey.numbers(time), survey.numbers(outcome), weights, confidence));
  const { value, standardError, statistic, pValue, interval } = slope;
  return { slope: value, se: standardError, t: statistic, p: pValue, ci: [interval.lower, interval.upper] };
}

function estimatesOf(data: Levelled, confidence: number) {
  return talliesOf(data).map((tally) => estimated(meanEstimate(sumsOfTally(tally), confidence)));
}

function lineWithOwnErrors(data: Levelled, confidence: number): ReferenceTree {
  const line = estimated(trendOfEstimates(data.levels.map(Number), estimatesOf(data, confidence), confidence));
  const { value, standardError, degreesOfFreedom, statistic, pValue, interval, departure, n } = line;
  return {
    slope: value,
    se: standardError,
    df: degreesOfFreedom,
    t: statistic,
    p: pValue,
    ci: [interval.lower, interval.upper],
    departure_F: departure?.statistic ?? null,
    departure_df: [departure?.numerator ?? null, departure?.denominator ?? null],
    departure_p: departure?.pValue ?? null,
    n,
  };
}

function lineOfMeans(data: Levelled, confidence: number): ReferenceTree {
  const line = estimated(trendWithKnownErrors(data.levels.map(Number), estimatesOf(data, confidence), confidence));
  const { value, standardError, statistic, pValue, interval, departure } = line;
  return {
    slope: value,
    se: standardError,
    z: statistic,
    p: pValue,
    ci: [interval.lower, interval.upper],
    departure_chi2: departure?.statistic ?? null,
    departure_p: departure?.pValue ?? null,
  };
}
