import { cohortRetention } from "../../../src/retention/cohort-retention.ts";
import { codesOf, levelsOf } from "../../columns.ts";
import type { DataTable } from "../../data-table.ts";
import type { Family } from "../../family.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTable, type ReferenceTree, type ReferenceValue, tableOf } from "../../reference-value.ts";
import { surveyOrTable } from "../../survey-or-table.ts";
import type { Tolerance } from "../../tolerance.ts";
import { coxModelOf, coxTable } from "./cox-table.ts";
import { curvesByGroup, curveValues, weightedCurve } from "./curves.ts";
import { durationsOf, groupColumnOf } from "./durations-of.ts";
import { isPropensity, propensityValues } from "./propensity.ts";
import { rankTest } from "./rank-test.ts";

export const retention: Family = {
  compute: (file) => {
    const data = surveyOrTable(file);
    if (isPropensity(file.values)) return propensityValues(file, data);
    const values: Record<string, ReferenceValue> = {};
    for (const [key, asked] of Object.entries(file.values)) {
      if (isTable(asked) && key.startsWith("cox")) values[key] = coxTable(key, asked, file, data);
      if (key === "logrank" || key === "peto") values[key] = rankTest(key, file, data);
    }
    if (isTable(file.values.cox)) values.cox_concordance = coxModelOf("cox", file.values.cox, file, data).concordance;
    if (Array.isArray(file.values.strata)) Object.assign(values, curvesByGroup(groupColumnOf(file), file, data));
    if (Array.isArray(file.values.times)) Object.assign(values, curveValues(file, data));
    if ("weighted" in file.values) values.weighted = weightedCurve(file, data);
    return { ...values, ...cohortValues(file, data) };
  },
  tolerance: toleranceOf,
};

/** Rows are cohorts ("wave3": 3 of column wave), columns are times ("m12"). */
function cohortValues(file: ReferenceFile, data: DataTable): ReferenceTree {
  const asked = file.values.retention_km;
  if (!isTable(asked)) return {};
  const column = data.names.find((name) => asked.rows.every((row) => row.startsWith(name)));
  if (column === undefined) throw new Error(`no column of ${asked.rows.join(", ")}`);
  const levels = levelsOf(data.text(column));
  const cohorts = codesOf(data.text(column), levels);
  const times = asked.cols.map((name) => Number(name.replace(/^\D+/, "")));
  const found = cohortRetention(durationsOf(file, data), null, cohorts, levels.length, times, confidenceOf(file));
  const at = (row: string, time: number) => {
    const point = found[levels.indexOf(row.slice(column.length))]?.retention[time];
    return point?.kind === "estimated" ? point : null;
  };
  return {
    retention_km: tableOf(asked.rows, asked.cols, (row, _col, _i, j) => at(row, j)?.value ?? null),
    retention_se: tableOf(asked.rows, asked.cols, (row, _col, _i, j) => at(row, j)?.standardError ?? null),
    cohort_n: Object.fromEntries(levels.map((level, k) => [level, found[k].n])),
  };
}

/** Iterated fits: coefficients to 1e-7, what follows from errors to 1e-6; R's logit has its errors from the last step but one. */
function toleranceOf(path: readonly string[]): Tolerance | null {
  const leaf = path.at(-1) ?? "";
  const isModel = path[0].startsWith("cox") || path[0] === "coef";
  if (leaf.startsWith("Pr(") && isModel) return { absolute: 1e-7 };
  if (["Std. Error", "se(coef)", "robust se", "z", "z value"].includes(leaf)) return { relative: 1e-6 };
  if (isModel || path[0].startsWith("weights_") || path[0].endsWith("_ipw_hajek")) return { relative: 1e-7 };
  return path[0].endsWith("_ipw_hajek_se") || path[0] === "deff_kish" ? { relative: 1e-7 } : null;
}
