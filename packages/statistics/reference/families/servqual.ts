import { meanEstimate } from "../../src/scores/mean.ts";
import { dimensionAlphas } from "../../src/servqual/dimension-alphas.ts";
import { dimensionGaps } from "../../src/servqual/dimension-gaps.ts";
import { itemGaps } from "../../src/servqual/item-gaps.ts";
import {
  type DimensionScores,
  qualityAtMeanPoints,
  unweightedQuality,
  weightedQuality,
} from "../../src/servqual/service-quality.ts";
import {
  columnOf,
  dimensionMeans,
  gapColumns,
  raterDimensions,
  type ServqualAnswers,
  type ServqualDimension,
} from "../../src/servqual/servqual-answers.ts";
import { sumsOfColumn } from "../../src/tally/sums.ts";
import { estimated } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { type ReferenceTree, tableOfRows } from "../reference-value.ts";
import { surveyTable } from "../survey-table.ts";

/** Columns E1, E2 …, P1, P2 … and pts_abc, abc the first letters of a dimension; `options.items` says which items it has. */
export const servqual: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const dimensions = dimensionsAsked(file);
    const items = Array.from({ length: Math.max(...dimensions.flatMap(({ items }) => items)) + 1 }, (_, i) => i + 1);
    const answers: ServqualAnswers = {
      perceptions: items.map((item) => survey.numbers(`P${item}`)),
      expectations: items.map((item) => survey.numbers(`E${item}`)),
      caseWeights: null,
      designN: survey.rows,
    };
    const points = dimensions.map(({ name }) => survey.numbers(`pts_${name.slice(0, 3).toLowerCase()}`));
    const confidence = confidenceOf(file);
    return {
      items: tableOfRows(itemRows(answers, confidence)),
      dimensions: tableOfRows(dimensionRows(answers, dimensions, points, confidence)),
      ...totals(answers, dimensions, points, confidence),
    };
  },
};

/** "Tangibles 1-4, Reliability 5-9, …" */
function dimensionsAsked({ options }: ReferenceFile): readonly ServqualDimension[] {
  const named = [...String(options.items ?? "").matchAll(/([A-Za-z]+) (\d+)-(\d+)/g)];
  const dimensions = named.map(([, name, first, last]) => ({
    name,
    items: Array.from({ length: Number(last) - Number(first) + 1 }, (_, place) => Number(first) - 1 + place),
  }));
  return dimensions.length > 0 ? dimensions : raterDimensions;
}

function itemRows(answers: ServqualAnswers, confidence: number): readonly (readonly [string, ReferenceTree])[] {
  return itemGaps(answers, confidence).map(({ perception, expectation, gap }, place) => {
    const { value, standardDeviation, statistic, pValue } = estimated(gap);
    const means = { mean_P: estimated(perception).value, mean_E: estimated(expectation).value };
    return [`Q${place + 1}`, { ...means, gap: value, sd_gap: standardDeviation, t: statistic, p: pValue }];
  });
}

function dimensionRows(
  answers: ServqualAnswers,
  dimensions: readonly ServqualDimension[],
  points: readonly Float64Array[],
  confidence: number,
): readonly (readonly [string, ReferenceTree])[] {
  const gaps = gapColumns(answers);
  const scores = dimensionMeans(gaps, dimensions, 0.5);
  const meanOf = (column: Float64Array) =>
    estimated(meanEstimate(sumsOfColumn(column, null, answers.designN), confidence)).value;
  const alphas = dimensionAlphas(answers, dimensions, confidence);
  return dimensionGaps(answers, dimensions, 0.5, confidence).map(({ dimension, gap, performance }, place) => {
    const { value, standardDeviation } = estimated(gap);
    const weighted = columnOf(scores, place).map((score, row) => (score * points[place][row]) / 100);
    return [
      dimension,
      {
        mean_gap: value,
        sd_gap: standardDeviation,
        servperf_mean: estimated(performance).value,
        mean_points: meanOf(points[place]),
        mean_weighted_gap: meanOf(weighted),
        alpha_P: estimated(alphas[place].perceptions).value,
        alpha_E: estimated(alphas[place].expectations).value,
        alpha_gap: estimated(alphas[place].gaps).value,
      },
    ];
  });
}

function totals(
  answers: ServqualAnswers,
  dimensions: readonly ServqualDimension[],
  points: readonly Float64Array[],
  confidence: number,
): ReferenceTree {
  const scoresOf = (columns: readonly Float64Array[]): DimensionScores => ({
    scores: dimensionMeans(columns, dimensions, 0.5),
    caseWeights: null,
    designN: answers.designN,
  });
  const gaps = scoresOf(gapColumns(answers));
  const performance = scoresOf(answers.perceptions);
  const unweighted = unweightedQuality(gaps, confidence);
  const weighted = weightedQuality(gaps, points, confidence);
  return {
    unweighted_servqual: estimated(unweighted.mean).value,
    unweighted_sd: unweighted.standardDeviation,
    weighted_servqual_individual_points: estimated(weighted.mean).value,
    weighted_sd: weighted.standardDeviation,
    weighted_servqual_mean_points: estimated(qualityAtMeanPoints(gaps, points, confidence)).value,
    servperf_unweighted: estimated(unweightedQuality(performance, confidence).mean).value,
    servperf_weighted: estimated(weightedQuality(performance, points, confidence).mean).value,
  };
}
