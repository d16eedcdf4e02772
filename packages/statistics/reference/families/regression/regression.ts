import { binaryLogit } from "../../../src/regression/binary-logit.ts";
import { linearModel } from "../../../src/regression/linear-model.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import type { Family } from "../../family.ts";
import { confidenceOf, treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree, type ReferenceTree, type ReferenceValue } from "../../reference-value.ts";
import { surveyOrTable } from "../../survey-or-table.ts";
import type { Tolerance } from "../../tolerance.ts";
import { coefficientTable, limitsTable } from "../coefficient-table.ts";
import { callOf, termsOf } from "../model-terms.ts";
import { designModel } from "./design-model.ts";
import { isOrdinalKey, ordinalValues } from "./ordinal.ts";
import { tableTests } from "./table-tests.ts";

/** Files on a survey have a model a key; files on one model have its values side by side. */
export const regression: Family = {
  compute: (file) => {
    const data = surveyOrTable(file);
    const common = rowsInCommon(file, data);
    const entries = Object.entries(file.values).filter(([key]) => !isOrdinalKey(key));
    return {
      ...ordinalValues(file.values, file, data),
      ...Object.fromEntries(
        entries.map(([key, asked]) => [key, valueAt(key, asked, file, isOnCommonRows(key) ? common : data)]),
      ),
    };
  },
  tolerance: toleranceOf,
};

const isOnCommonRows = (key: string) => key.startsWith("ols") || key.startsWith("ordinal_logit");

/** Least squares and the ordinal model of a file are of one set of people: those who answered all that either of them asks. */
function rowsInCommon(file: ReferenceFile, data: DataTable): DataTable {
  const names = Object.entries(file.values).flatMap(([key, asked]) => {
    if (!isOnCommonRows(key) || !isTree(asked)) return [];
    const { outcome } = callOf(file, key.startsWith("ols") ? "lm" : "clm");
    return [outcome, ...termsOf(coefficientNames(asked), data).map(({ name }) => name)];
  });
  const columns = [...new Set(names)].map((name) => data.text(name));
  return data.where((row) => columns.every((column) => column[row] !== ""));
}

function valueAt(key: string, asked: ReferenceValue, file: ReferenceFile, data: DataTable): ReferenceValue {
  if (!isTree(asked)) throw new Error(`what is ${key}?`);
  if (key.includes("_by_")) return tableTests(key, file, data);
  const names = coefficientNames(asked);
  if (key.startsWith("ordinal_logit")) return ordinalValues(asked, file, data);
  if (key.startsWith("weighted_")) return designModel(key.slice("weighted_".length), names, file, data);
  if (key.startsWith("binary_logit")) return logitValues(key.slice("binary_logit_".length), names, file, data);
  if (key.startsWith("ols")) return leastSquaresValues(names, file, data);
  throw new Error(`what is ${key}?`);
}

function coefficientNames(asked: ReferenceTree): readonly string[] {
  const { rows } = treeAt(asked, "coef");
  return Array.isArray(rows) ? rows : [];
}

function leastSquaresValues(names: readonly string[], file: ReferenceFile, data: DataTable): ReferenceTree {
  const outcome = data.numbers(callOf(file, "lm").outcome);
  const found = estimated(linearModel(outcome, termsOf(names, data), null, confidenceOf(file)));
  const robust = estimated(found.robust).coefficients;
  return {
    coef: coefficientTable(found.coefficients, "t"),
    r2: found.rSquared,
    adj_r2: found.adjustedRSquared,
    F: [found.fTest.statistic, found.fTest.numerator, found.fTest.denominator],
    F_p: found.fTest.pValue,
    sigma: found.residualStandardError,
    aic: found.aic,
    bic: found.bic,
    durbin_watson: found.durbinWatson,
    hc3_se: Object.fromEntries(robust.map(({ variable, standardError }) => [variable, standardError])),
    ci: limitsTable(found.coefficients),
    n: found.n,
  };
}

function logitValues(named: string, names: readonly string[], file: ReferenceFile, data: DataTable): ReferenceTree {
  const outcome = data.numbers(data.names.includes(named) ? named : callOf(file, "glm").outcome);
  const found = estimated(binaryLogit(outcome, termsOf(names, data), null, confidenceOf(file)));
  return {
    n: found.n,
    coef: coefficientTable(found.coefficients, "z"),
    deviance: found.deviance,
    null_deviance: found.nullDeviance,
    aic: found.aic,
    lr_p: found.modelTest.pValue,
    auc: found.areaUnderCurve,
    brier: found.brierScore,
    mcfadden: found.pseudoRSquared.mcFadden,
    cox_snell: found.pseudoRSquared.coxSnell,
    nagelkerke: found.pseudoRSquared.nagelkerke,
    odds_ratios: Object.fromEntries(found.oddsRatios.map(({ variable, value }) => [variable, value])),
    odds_ratio_ci: limitsTable(found.oddsRatios),
  };
}

/**
 * Iterated fits: coefficients to 1e-7, errors to 1e-6, where R's `glm` stops. A p-value of 1e-30 holds the relative error of z some
 * hundred times. `polr_coef_max_diff` is by how much R's `polr`, which stops early, misses the maximum: 0 for us.
 */
function toleranceOf(path: readonly string[]): Tolerance | null {
  if (path.includes("ols")) return null;
  const leaf = path.at(-1) ?? "";
  if (leaf === "polr_coef_max_diff") return { absolute: 1e-3 };
  if (leaf === "multinomial_deviance") return { relative: 1e-7 };
  if (leaf.startsWith("Pr(")) return { absolute: 1e-9, relative: 1e-5 };
  if (leaf === "Std. Error" || leaf.endsWith(" value")) return { relative: 1e-6 };
  return path.some((key) => key.endsWith("coef") || key.startsWith("odds_ratio")) ? { relative: 1e-7 } : null;
}
