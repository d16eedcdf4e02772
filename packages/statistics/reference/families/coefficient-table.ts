import type { Coefficient } from "../../src/drivers/linear-regression.ts";
import { type ReferenceTable, tableOfRows } from "../reference-value.ts";

/** As R prints them. */
export function coefficientTable(coefficients: readonly Coefficient[], test: "t" | "z"): ReferenceTable {
  return tableOfRows(
    coefficients.map(({ variable, value, standardError, statistic, pValue }) => [
      variable,
      {
        Estimate: value,
        "Std. Error": standardError,
        [`${test} value`]: statistic,
        [`Pr(>|${test}|)`]: pValue,
      },
    ]),
  );
}

export function limitsTable(
  rows: readonly { readonly variable: string; readonly interval: { readonly lower: number; readonly upper: number } }[],
): ReferenceTable {
  return tableOfRows(rows.map(({ variable, interval: { lower, upper } }) => [variable, { lower, upper }]));
}
