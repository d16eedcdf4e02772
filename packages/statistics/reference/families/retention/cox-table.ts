import { coxBreslow, coxEfron } from "../../../src/retention/cox-model.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { type ReferenceTable, tableOfRows } from "../../reference-value.ts";
import { termsOf } from "../model-terms.ts";
import { durationsOf } from "./durations-of.ts";

/** Keys say how ties are taken and whether the survey's weights are: cox_breslow, cox_weighted. */
export function coxModelOf(key: string, asked: ReferenceTable, file: ReferenceFile, data: DataTable) {
  const fit = key.includes("breslow") ? coxBreslow : coxEfron;
  const weights = key.includes("weighted") ? data.numbers("base_weight") : null;
  return estimated(fit(durationsOf(file, data), termsOf(asked.rows, data), weights, confidenceOf(file)));
}

export function coxTable(key: string, asked: ReferenceTable, file: ReferenceFile, data: DataTable): ReferenceTable {
  const { coefficients } = coxModelOf(key, asked, file, data);
  return tableOfRows(
    coefficients.map(({ variable, value, standardError, statistic, pValue }) => [
      variable,
      {
        coef: value,
        "exp(coef)": Math.exp(value),
        [key.includes("weighted") ? "robust se" : "se(coef)"]: standardError,
        z: statistic,
        "Pr(>|z|)": pValue,
      },
    ]),
  );
}
