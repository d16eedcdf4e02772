import { hajekMean, propensityWeights } from "../../../src/retention/propensity-weights.ts";
import { recommendationMark } from "../../../src/scores/net-promoter-score.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTable, type ReferenceTree } from "../../reference-value.ts";
import { coefficientTable } from "../coefficient-table.ts";
import { termsOf } from "../model-terms.ts";

const corrected = "_ipw_hajek";

export function isPropensity(values: ReferenceTree): boolean {
  return Object.keys(values).some((key) => key.endsWith(corrected));
}

/** The question whose answers are weighted stands in the key: nps_ipw_hajek. Who answered it is what the logit is of. */
export function propensityValues(file: ReferenceFile, data: DataTable): ReferenceTree {
  const [name = ""] = Object.keys(file.values)
    .filter((key) => key.endsWith(corrected))
    .map((key) => key.slice(0, -corrected.length));
  const answers = data.numbers(name);
  const answered = answers.map((answer) => Number(!Number.isNaN(answer)));
  const { coef } = file.values;
  const found = estimated(
    propensityWeights(answered, termsOf(isTable(coef) ? coef.rows : [], data), null, confidenceOf(file)),
  );
  const values =
    name === "nps" ? answers.map((each) => (Number.isNaN(each) ? each : recommendationMark(each))) : answers;
  const unadjusted = estimated(hajekMean(values, answered, confidenceOf(file)));
  const adjusted = estimated(hajekMean(values, found.weights, confidenceOf(file)));
  return {
    coef: coefficientTable(found.model.coefficients, "z"),
    // The inverse chances of everybody asked, whether they answered or not.
    weights_first10: [...found.model.probabilities.subarray(0, 10)].map((probability) => 1 / probability),
    [`${name}_unadjusted`]: unadjusted.value,
    [`${name}${corrected}`]: adjusted.value,
    [`${name}${corrected}_se`]: adjusted.standardError,
    deff_kish: found.designEffect,
    n_eff: found.effectiveN,
  };
}
