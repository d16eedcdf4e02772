import { designLinearRegression, designLogit } from "../../../src/design-variance/design-regression.ts";
import { surveyDesign } from "../../../src/design-variance/survey-design.ts";
import { designOrdinalLogit } from "../../../src/regression/design-ordinal.ts";
import { predictorsOf } from "../../../src/regression/terms.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { coefficientTable } from "../coefficient-table.ts";
import { callOf, termsOf } from "../model-terms.ts";

/** Models on weights: `svyglm` of any outcome, of 0 and 1 a logit where the key says so; `svyolr` of ratings. */
export function designModel(
  program: string,
  names: readonly string[],
  file: ReferenceFile,
  data: DataTable,
): ReferenceTree {
  const confidence = confidenceOf(file);
  const { outcome, weights } = callOf(file, program.replace("_logit", ""));
  const values = data.numbers(outcome);
  const terms = termsOf(names, data);
  const design = surveyDesign({
    weights: data.numbers(weights ?? "base_weight"),
    strata: null,
    psus: null,
    psusInPopulation: null,
    lonelyPsu: "fail",
  });
  if (program === "svyolr") {
    const found = estimated(designOrdinalLogit(design, values, terms, confidence));
    // The other program prints coefficients before thresholds.
    return { coef: coefficientTable([...found.coefficients, ...found.thresholds], "t") };
  }
  const fit = program.endsWith("_logit") ? designLogit : designLinearRegression;
  return { coef: coefficientTable(estimated(fit(design, values, predictorsOf(terms), confidence)).coefficients, "t") };
}
