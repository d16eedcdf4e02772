import { designBasedErrors } from "../../src/drivers/design-based-errors.ts";
import { firstLastPratt } from "../../src/drivers/first-last-pratt.ts";
import { johnsonRelativeWeights } from "../../src/drivers/johnson.ts";
import { linearRegression } from "../../src/drivers/linear-regression.ts";
import { lmg } from "../../src/drivers/lmg.ts";
import { completeRows, type Moments, momentsOf } from "../../src/moments/moments.ts";
import { estimated } from "../../test-support/variants.ts";
import { namesOf } from "../columns.ts";
import type { DataTable } from "../data-table.ts";
import type { Family } from "../family.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { type ReferenceTree, type ReferenceValue, tableOf, tableOfRows } from "../reference-value.ts";
import { surveyTable } from "../survey-table.ts";

/**
 * `calls` say the model, `lm(outcome ~ …)`; the predictors are the columns of `importance`, the rows of `coef`. A file with
 * `coefficient`, `standard_error` and `p` asks for those under case weights (`svyglm`).
 */
export const drivers: Family = {
  compute: (file) => {
    const table = surveyTable(file);
    const outcome = outcomeOf(file);
    const predictors = predictorsOf(file, table, outcome);
    const variables = [outcome, ...predictors];
    const columns = variables.map((name) => table.numbers(name));
    if ("standard_error" in file.values) return weightedCoefficients(table, variables, columns);
    return importanceValues(file, momentsOf({ variables, columns }), predictors);
  },
};

function outcomeOf({ calls }: ReferenceFile): string {
  const named = calls.map((call) => /\b(?:lm|svyglm)\(\s*([\w.]+)\s*~/.exec(call)?.[1]).find(Boolean);
  if (named === undefined) throw new Error("calls name no outcome: lm(outcome ~ …)");
  return named;
}

function predictorsOf({ values }: ReferenceFile, table: DataTable, outcome: string): readonly string[] {
  const named = [
    ...namesOf(values, "importance", "cols"),
    ...namesOf(values, "coef", "rows"),
    ...table.names.filter((name) => /^a\d$/.test(name)),
  ];
  return [...new Set(named)].filter((name) => name !== outcome && table.names.includes(name));
}

function importanceValues({ values }: ReferenceFile, moments: Moments, predictors: readonly string[]): ReferenceTree {
  const { intercept, coefficients, rSquared, adjustedRSquared } = estimated(linearRegression(moments, 0));
  const coefficientRows = [{ ...intercept, variable: "(Intercept)" }, ...coefficients].map(
    ({ variable, value, standardError, statistic, pValue }): [string, ReferenceTree] => [
      variable,
      { Estimate: value, "Std. Error": standardError, "t value": statistic, "Pr(>|t|)": pValue },
    ],
  );
  const simple = estimated(firstLastPratt(moments, 0));
  const shapley = estimated(lmg(moments, 0));
  const johnson = estimated(johnsonRelativeWeights(moments, 0));
  const measures: Readonly<Record<string, Float64Array>> = {
    lmg: shapley.raw,
    lmg_shapley: shapley.raw,
    first: simple.first,
    last: simple.last,
    betasq: simple.squaredBeta,
    pratt: simple.pratt,
    johnson_rw: johnson.raw,
    genizi_relaimpo: johnson.raw,
    genizi_johnson: johnson.raw,
  };
  const shares: Readonly<Record<string, Float64Array>> = { lmg_shapley: shapley.shares, johnson_rw: johnson.shares };
  const byPredictor = (of: (j: number) => ReferenceValue) =>
    Object.fromEntries(predictors.map((name, j) => [name, of(j)]));
  return {
    r2: rSquared,
    adj_r2: adjustedRSquared,
    coef: tableOfRows(coefficientRows),
    standardised_beta: byPredictor((j) => coefficients[j].standardised),
    vif: byPredictor((j) => coefficients[j].varianceInflation),
    importance: tableOf(namesOf(values, "importance", "rows"), predictors, (row, _c, _i, j) => measures[row][j]),
    importance_percent_of_r2: tableOf(Object.keys(shares), predictors, (row, _c, _i, j) => shares[row][j] * 100),
  };
}

/** @param variables the outcome first */
function weightedCoefficients(table: DataTable, variables: readonly string[], columns: readonly Float64Array[]) {
  const weights = table.numbers("base_weight");
  const rows = completeRows(columns, weights, table.rows);
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  const sample = { variables, columns: columns.map(pick), caseWeights: pick(weights), target: 0 };
  const moments = momentsOf(sample, sample.caseWeights);
  const regression = estimated(linearRegression(moments, 0));
  const errors = estimated(designBasedErrors(sample, moments, regression, table.rows));
  return {
    coefficient: regression.coefficients.map(({ value }) => value),
    standard_error: [...errors.standardErrors],
    p: errors.pValues,
  };
}
