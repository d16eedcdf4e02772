import { betterWorse } from "../../src/kano/better-worse.ts";
import { classifyFeature } from "../../src/kano/classification.ts";
import { type ContinuousScore, continuousKano } from "../../src/kano/continuous.ts";
import { evaluationTable } from "../../src/kano/evaluation-table.ts";
import { fongTest } from "../../src/kano/fong-test.ts";
import { type KanoAnswers, kanoCounts } from "../../src/kano/kano-answers.ts";
import { estimated, tested, variant } from "../../test-support/variants.ts";
import { namesOf } from "../columns.ts";
import type { Family } from "../family.ts";
import { confidenceOf } from "../options.ts";
import { type ReferenceTree, tableOfRows } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";

const answerNames = ["like", "must-be", "neutral", "live-with", "dislike"];

/** `featureN` asks for the columns kfN and kdN. */
export const kano: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const features = namesOf(file.values, "features", "rows");
    const found = features.map((feature) => ({ feature, ...featureValues(survey, feature, confidenceOf(file)) }));
    return {
      evaluation_table: {
        rows_functional: answerNames,
        cols_dysfunctional: answerNames,
        values: evaluationTable,
      },
      features: tableOfRows(found.map(({ feature, figures }) => [feature, figures])),
      category_by_mode: Object.fromEntries(found.map(({ feature, byMode }) => [feature, byMode])),
      category_blauth_rule: Object.fromEntries(found.map(({ feature, byBlauth }) => [feature, byBlauth])),
    };
  },
};

function featureValues(survey: SurveyTable, feature: string, confidence: number) {
  const number = /\d+$/.exec(feature)?.[0] ?? "";
  const answers: KanoAnswers = {
    functional: survey.numbers(`kf${number}`),
    dysfunctional: survey.numbers(`kd${number}`),
    caseWeights: null,
  };
  const counts = kanoCounts(answers);
  const { byMode, byBlauth, categoryStrength, totalStrength } = variant(classifyFeature(counts), "classified");
  const { better, worse } = betterWorse(answers, survey.rows, confidence);
  const fong = tested(fongTest(counts));
  const { functional, dysfunctional } = continuousKano(answers, survey.rows, confidence);
  const figures: ReferenceTree = {
    ...counts.counts,
    better: estimated(better).value,
    worse: estimated(worse).value,
    category_strength: categoryStrength,
    total_strength: totalStrength,
    fong_absdiff: fong.difference,
    fong_threshold: fong.threshold,
    cont_functional_mean: estimated(functional.mean).value,
    cont_functional_sd: deviationOf(functional),
    cont_dysfunctional_mean: estimated(dysfunctional.mean).value,
    cont_dysfunctional_sd: deviationOf(dysfunctional),
  };
  return { byMode, byBlauth, figures };
}

function deviationOf({ standardDeviation }: ContinuousScore): number {
  return estimated(standardDeviation).value;
}
