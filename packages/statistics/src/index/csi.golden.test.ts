import { it } from "vitest";
import { expectGolden } from "../../test-support/expect-golden.ts";
import { indexOfColumns } from "../../test-support/index-of-columns.ts";
import { attributes, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { johnsonRelativeWeights } from "../drivers/johnson.ts";
import { linearRegression } from "../drivers/linear-regression.ts";
import { lmg } from "../drivers/lmg.ts";
import { correlationMatrix } from "../moments/correlation-matrix.ts";
import { momentsOf } from "../moments/moments.ts";
import { meanEstimate } from "../scores/mean.ts";
import { standardDeviation } from "../scores/standard-deviation.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { respondentIndex } from "./respondent-index.ts";
import { correlationWeights } from "./weights/correlation-weights.ts";
import { johnsonWeights, lmgWeights } from "./weights/driver-weights.ts";
import { entropyWeights } from "./weights/entropy-weights.ts";
import { equalWeights } from "./weights/equal-weights.ts";
import type { WeightsResult } from "./weights/index-weights.ts";
import { regressionWeights } from "./weights/regression-weights.ts";
import { statedWeights } from "./weights/stated-weights.ts";

const survey = readSynthSurvey();
const ratings = attributes.map((name) => survey.numbers(name));
const items = ratings.map((column) => column.map((value) => ((value - 1) / 4) * 100));

function allWeights(): Record<string, readonly number[]> {
  const variables = ["osat", ...attributes];
  const osat = survey.numbers("osat");
  const moments = momentsOf({ variables, columns: [survey.numbers("osat"), ...ratings] });
  const { matrix } = estimated(correlationMatrix(moments));
  const importance = attributes.map((_, j) => {
    const column = survey.numbers(`i${j + 1}`);
    return estimated(meanEstimate(sumsOfColumn(column, null, survey.n), 0.95)).value;
  });
  const complete = ratings.map((column) => column.map((value, row) => (Number.isNaN(osat[row]) ? Number.NaN : value)));
  const results: Record<string, WeightsResult> = {
    equal: equalWeights(attributes.length),
    stated: statedWeights(importance),
    correlation: correlationWeights([...matrix.values.slice(1, variables.length)]),
    regression_positive_beta: regressionWeights(
      estimated(linearRegression(moments, 0)).coefficients.map(({ standardised }) => standardised),
    ),
    lmg: lmgWeights([...estimated(lmg(moments, 0)).shares]),
    johnson_relative_weight: johnsonWeights([...estimated(johnsonRelativeWeights(moments, 0)).shares]),
    entropy: entropyWeights(complete),
  };
  return Object.fromEntries(
    Object.entries(results).map(([name, result]) => [name, variant(result, "weights").weights]),
  );
}

it("computes weights and indices of the synthetic survey as R and relaimpo do", () => {
  const weights = allWeights();
  const index = (each: readonly number[]) => estimated(indexOfColumns(items, each, null, null, survey.n, 0.95)[0]);
  const perRespondent = respondentIndex(items, weights.stated, 0.5);
  const sums = sumsOfColumn(perRespondent, null, survey.n);
  const itemMeans = index(weights.equal).itemMeans;
  expectGolden("synth_public_csi", {
    n_complete: momentsOf({ variables: ["osat", ...attributes], columns: [survey.numbers("osat"), ...ratings] }).n,
    attribute_index_0_100: Object.fromEntries(attributes.map((name, j) => [name, itemMeans[j]])),
    weights: { rows: Object.keys(weights), cols: attributes, values: Object.values(weights) },
    csi: Object.fromEntries(Object.entries(weights).map(([name, each]) => [name, index(each).value])),
    respondent_level_csi_stated_weights_available_items: {
      rule: "sum over answered items of w*(x-1)/4*100 / sum of w over answered items; only respondents with >=4 of 8 answered",
      n: sums.n,
      mean: estimated(meanEstimate(sums, 0.95)).value,
      sd: estimated(standardDeviation(sums)).value,
      first5: [...perRespondent.slice(0, 5)],
    },
  });
});
