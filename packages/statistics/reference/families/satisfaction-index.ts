import { johnsonRelativeWeights } from "../../src/drivers/johnson.ts";
import { linearRegression } from "../../src/drivers/linear-regression.ts";
import { lmg } from "../../src/drivers/lmg.ts";
import { indexMoments } from "../../src/index/index-moments.ts";
import { respondentIndex } from "../../src/index/respondent-index.ts";
import { type EstimatedIndex, weightedIndex } from "../../src/index/weighted-index.ts";
import { correlationWeights } from "../../src/index/weights/correlation-weights.ts";
import { johnsonWeights, lmgWeights } from "../../src/index/weights/driver-weights.ts";
import { entropyWeights } from "../../src/index/weights/entropy-weights.ts";
import { equalWeights } from "../../src/index/weights/equal-weights.ts";
import type { WeightsResult } from "../../src/index/weights/index-weights.ts";
import { regressionWeights } from "../../src/index/weights/regression-weights.ts";
import { statedWeights } from "../../src/index/weights/stated-weights.ts";
import { correlationMatrix } from "../../src/moments/correlation-matrix.ts";
import { type Moments, momentsOf } from "../../src/moments/moments.ts";
import { rangeConversion } from "../../src/scale/range-conversion.ts";
import { meanEstimate } from "../../src/scores/mean.ts";
import { standardDeviation } from "../../src/scores/standard-deviation.ts";
import { sumsOfColumn } from "../../src/tally/sums.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { confidenceOf, treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { type ReferenceTree, tableOf } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";

/** The attributes are named by `attribute_index_0_100`, on 1–5; i1, i2 … are their stated importance, osat the outcome. */
export const satisfactionIndex: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const attributes = Object.keys(treeAt(file.values, "attribute_index_0_100"));
    const ratings = attributes.map((name) => survey.numbers(name));
    const items = ratings.map((column) =>
      column.map((value) => (Number.isNaN(value) ? value : rangeConversion(value, 1, 5))),
    );
    const moments = momentsOf({ variables: ["osat", ...attributes], columns: [survey.numbers("osat"), ...ratings] });
    const weights = allWeights(survey, attributes, ratings, moments);
    const index = (of: readonly number[]) => indexOf(items, of, survey.rows, confidenceOf(file));
    const { itemMeans } = index(weights.equal);
    const methods = Object.keys(weights);
    return {
      n_complete: moments.n,
      attribute_index_0_100: Object.fromEntries(attributes.map((name, j) => [name, itemMeans[j]])),
      weights: tableOf(methods, attributes, (method, _name, _i, j) => weights[method][j]),
      csi: Object.fromEntries(methods.map((method) => [method, index(weights[method]).value])),
      ...respondentLevel(file, items, weights.stated),
    };
  },
};

function indexOf(items: readonly Float64Array[], weights: readonly number[], n: number, confidence: number) {
  const [moments] = indexMoments(items, null, { codes: new Uint8Array(n), count: 1 });
  const index: EstimatedIndex = estimated(weightedIndex(moments, weights, "none", confidence));
  return index;
}

function allWeights(
  survey: SurveyTable,
  attributes: readonly string[],
  ratings: readonly Float64Array[],
  moments: Moments,
): Readonly<Record<string, readonly number[]>> {
  const osat = survey.numbers("osat");
  const { matrix } = estimated(correlationMatrix(moments));
  const importance = attributes.map((name) => {
    const column = survey.numbers(name.replace(/^a/, "i"));
    return estimated(meanEstimate(sumsOfColumn(column, null, survey.rows), 0.95)).value;
  });
  const complete = ratings.map((column) => column.map((value, row) => (Number.isNaN(osat[row]) ? Number.NaN : value)));
  const { coefficients } = estimated(linearRegression(moments, 0));
  const results: Readonly<Record<string, WeightsResult>> = {
    equal: equalWeights(attributes.length),
    stated: statedWeights(importance),
    correlation: correlationWeights([...matrix.values.slice(1, attributes.length + 1)]),
    regression_positive_beta: regressionWeights(coefficients.map(({ standardised }) => standardised)),
    lmg: lmgWeights([...estimated(lmg(moments, 0)).shares]),
    johnson_relative_weight: johnsonWeights([...estimated(johnsonRelativeWeights(moments, 0)).shares]),
    entropy: entropyWeights(complete),
  };
  return Object.fromEntries(
    Object.entries(results).map(([name, result]) => [name, variant(result, "weights").weights]),
  );
}

/** `rule` is prose that says how many items must be answered: ">=4 of 8"; half of them where it does not. */
function respondentLevel({ values }: ReferenceFile, items: readonly Float64Array[], stated: readonly number[]) {
  const asked = Object.keys(values).filter((key) => key.startsWith("respondent_level"));
  return Object.fromEntries(
    asked.map((key): [string, ReferenceTree] => {
      const { rule } = treeAt(values, key);
      const [, least, of] = />=\s*(\d+) of (\d+)/.exec(String(rule)) ?? ["", 1, 2];
      const perRespondent = respondentIndex(items, stated, Number(least) / Number(of));
      const sums = sumsOfColumn(perRespondent, null, perRespondent.length);
      const mean = estimated(meanEstimate(sums, 0.95)).value;
      const first5 = Array.from(perRespondent.slice(0, 5), (value) => (Number.isNaN(value) ? null : value));
      return [key, { rule, n: sums.n, mean, sd: estimated(standardDeviation(sums)).value, first5 }];
    }),
  );
}
