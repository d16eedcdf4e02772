import { calibratedDesign } from "../../../src/design-variance/calibrated-design.ts";
import { designEffectWithoutReplacement } from "../../../src/design-variance/design-effect.ts";
import { designMeansByGroup } from "../../../src/design-variance/design-groups.ts";
import { type DesignEstimate, designMean } from "../../../src/design-variance/design-mean.ts";
import { designRaoScottTest } from "../../../src/design-variance/design-rao-scott.ts";
import { designRatio } from "../../../src/design-variance/design-ratio.ts";
import {
  type DesignRegression,
  designLinearRegression,
  designLogit,
} from "../../../src/design-variance/design-regression.ts";
import { designTTest } from "../../../src/design-variance/design-t-test.ts";
import { designTotal } from "../../../src/design-variance/design-total.ts";
import { type SurveyDesign, surveyDesign } from "../../../src/design-variance/survey-design.ts";
import type { Margin } from "../../../src/weights/margin.ts";
import { postStratify } from "../../../src/weights/post-stratification.ts";
import { rake } from "../../../src/weights/raking.ts";
import { estimated, tested, variant } from "../../../test-support/variants.ts";
import { codesOf, levelsOf } from "../../columns.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf, numbersAt, textsAt, treeAt, valuesAsked } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { type ReferenceTable, type ReferenceTree, tableOf } from "../../reference-value.ts";
import type { Tolerance } from "../../tolerance.ts";
import { wholeDegreesOfFreedom } from "./survey-values.ts";

interface SchoolSample {
  readonly table: DataTable;
  readonly design: SurveyDesign;
}

/** A logit stops where its own rule says so: coefficients agree to 1e-7, errors and what follows from them to 1e-6. */
export function logitTolerance([first, , column]: readonly string[]): Tolerance | null {
  if (first === "ci_t2_logit") return { relative: 1e-7 };
  if (first !== "svyglm_logit_cluster") return null;
  return column === "Estimate" ? { relative: 1e-7 } : { relative: 1e-6 };
}

/**
 * Two samples of schools, named in `dataset`: the first stratified by `stype`, the second of districts `dnum`; weights `pw`, PSUs in
 * the population `fpc`. Raked to `options.margins` in order, post-stratified to the first. The logit's outcome is `sch.wide` = Yes,
 * the t test compares `api00` by `comp.imp`; the linear model's outcome is `api00`, predictors stand in the file.
 */
export function schoolValues(file: ReferenceFile): ReferenceTree {
  const names = [...file.dataset.matchAll(/[^\s,;()]+\.csv/g)].map(([name]) => name);
  const stratified = stratifiedSchools(file.data(names[0]));
  const cluster = clusterOfSchools(file.data(names[1]));
  const confidence = confidenceOf(file);
  const margins = () => marginsOf(file, cluster.table);
  const after = (design: SurveyDesign) => adjustedValues({ ...cluster, design }, confidence);
  return valuesAsked(file, {
    stratified: () => sampleValues(stratified, file, "stratified"),
    cluster: () => sampleValues(cluster, file, "cluster"),
    raked_cluster: () => {
      const { weights, step } = variant(rake(cluster.design.weights, margins()), "raked");
      return { ...after(calibratedDesign(cluster.design, step)), weights_first10: [...weights.subarray(0, 10)] };
    },
    poststratified_cluster: () => {
      const { step } = variant(postStratify(cluster.design.weights, margins()[0]), "post-stratified");
      return after(calibratedDesign(cluster.design, step));
    },
    svychisq_schwide_stype_strat: () => independence(stratified),
    svyglm_strat: () => linearValues(stratified, file),
    svyttest_strat: () => comparison(stratified, confidence),
    svyglm_logit_cluster: () => logitValues(cluster, file),
  });
}

function stratifiedSchools(table: DataTable): SchoolSample {
  const types = table.text("stype");
  const strata = codesOf(types, levelsOf(types));
  return { table, design: schoolDesign(table, strata, null) };
}

function clusterOfSchools(table: DataTable): SchoolSample {
  const districts = table.text("dnum");
  return { table, design: schoolDesign(table, null, codesOf(districts, levelsOf(districts))) };
}

function schoolDesign(table: DataTable, strata: Int32Array | null, psus: Int32Array | null): SurveyDesign {
  const population = table.numbers("fpc");
  const last = strata === null ? 0 : Math.max(...strata);
  const psusInPopulation = Float64Array.from({ length: last + 1 }, (_, stratum) =>
    strata === null ? population[0] : population[strata.indexOf(stratum)],
  );
  return surveyDesign({ weights: table.numbers("pw"), strata, psus, psusInPopulation, lonelyPsu: "fail" });
}

function sampleValues({ table, design }: SchoolSample, file: ReferenceFile, key: string): ReferenceTree {
  const confidence = confidenceOf(file);
  const asked = treeAt(file.values, key);
  const means = Object.keys(treeAt(asked, "mean")).map(
    (name) => [name, estimated(designMean(design, table.numbers(name), confidence))] as const,
  );
  const each = (pick: (estimate: DesignEstimate) => number | null) =>
    Object.fromEntries(means.map(([name, estimate]) => [name, pick(estimate)]));
  const total = estimated(designTotal(design, table.numbers("enroll"), confidence));
  const ratio = estimated(designRatio(design, table.numbers("api.stu"), table.numbers("enroll"), confidence));
  const types = Object.keys(treeAt(asked, "api00_by_stype"));
  const codes = codesOf(table.text("stype"), types);
  const counts = types.map((type, code) => {
    const members = Float64Array.from(codes, (each) => Number(each === code));
    return [`stype${type}`, estimated(designTotal(design, members, confidence))] as const;
  });
  const byType = designMeansByGroup(design, table.numbers("api00"), codes, types.length, confidence).map(estimated);
  return {
    mean: each(({ value }) => value),
    se: each(({ standardError }) => standardError),
    deff: each(designEffectWithoutReplacement),
    df: wholeDegreesOfFreedom(design),
    total_enroll: total.value,
    total_enroll_se: total.standardError,
    total_stype: Object.fromEntries(counts.map(([name, { value }]) => [name, value])),
    total_stype_se: Object.fromEntries(counts.map(([name, { standardError }]) => [name, standardError])),
    ratio_apistu_enroll: ratio.value,
    ratio_se: ratio.standardError,
    api00_by_stype: Object.fromEntries(types.map((type, code) => [type, byType[code].value])),
    api00_by_stype_se: byType.map(({ standardError }) => standardError),
  };
}

function marginsOf(file: ReferenceFile, table: DataTable): readonly Margin[] {
  return Object.keys(treeAt(file.options, "margins")).map((name) => {
    const given = treeAt(file.options, "margins", name);
    const levels = Object.keys(given);
    const targets = Float64Array.from(levels, (level) => numbersAt({ level: [given[level]] }, "level")[0]);
    return { name, codes: codesOf(table.text(name), levels), targets };
  });
}

function adjustedValues({ table, design }: SchoolSample, confidence: number): ReferenceTree {
  const mean = estimated(designMean(design, table.numbers("api00"), confidence));
  const total = estimated(designTotal(design, table.numbers("enroll"), confidence));
  return { api00: mean.value, se: mean.standardError, enroll: total.value, enroll_se: total.standardError };
}

function independence({ table, design }: SchoolSample): ReferenceTree {
  const [first, second] = [table.text("sch.wide"), table.text("stype")];
  const codes = { rowCodes: codesOf(first, levelsOf(first)), columnCodes: codesOf(second, levelsOf(second)) };
  const size = { rows: levelsOf(first).length, columns: levelsOf(second).length };
  const { f, uncorrected, chiSquare } = tested(designRaoScottTest(design, { ...size, ...codes }));
  return {
    F: f.statistic,
    df: [f.numerator, f.denominator],
    p: f.pValue,
    X2: uncorrected,
    p_chisq: chiSquare.pValue,
  };
}

function comparison({ table, design }: SchoolSample, confidence: number): ReferenceTree {
  const groups = codesOf(table.text("comp.imp"), ["Yes", "No"]);
  const test = estimated(designTTest(design, table.numbers("api00"), groups, confidence));
  return { t: test.statistic, df: test.degreesOfFreedom, p: test.pValue, diff: test.value };
}

function linearValues({ table, design }: SchoolSample, file: ReferenceFile): ReferenceTable {
  const names = predictorsOf(file, "svyglm_strat");
  const predictors = { names, columns: names.map((name) => table.numbers(name)) };
  return coefficientTable(
    estimated(designLinearRegression(design, table.numbers("api00"), predictors, confidenceOf(file))),
  );
}

function logitValues({ table, design }: SchoolSample, file: ReferenceFile): ReferenceTable {
  const names = predictorsOf(file, "svyglm_logit_cluster");
  const predictors = { names, columns: names.map((name) => table.numbers(name)) };
  const outcome = Float64Array.from(table.text("sch.wide"), (answer) => Number(answer === "Yes"));
  return coefficientTable(estimated(designLogit(design, outcome, predictors, confidenceOf(file))));
}

function predictorsOf(file: ReferenceFile, key: string): readonly string[] {
  return textsAt(treeAt(file.values, key), "rows").filter((name) => name !== "(Intercept)");
}

function coefficientTable({ coefficients }: DesignRegression): ReferenceTable {
  const rows = coefficients.map(({ variable }) => variable);
  const cols = ["Estimate", "Std. Error", "t value", "Pr(>|t|)"];
  return tableOf(rows, cols, (_row, _col, i, j) => {
    const { value, standardError, statistic, pValue } = coefficients[i];
    return [value, standardError, statistic, pValue][j];
  });
}
