import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, it } from "vitest";
import { crossTableOf, goldenTable, tableOfRows } from "../../test-support/crosstabs.ts";
import { numberColumn, readCsv, textColumn } from "../../test-support/csv.ts";
import { expectGolden } from "../../test-support/expect-golden.ts";
import type { GoldenValue } from "../../test-support/golden.ts";
import { repositoryRoot } from "../../test-support/golden.ts";
import { codesOf, levelsOf } from "../../test-support/synth-survey.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { adjustedResiduals } from "./adjusted-residuals.ts";
import { chiSquareTest } from "./chi-square-test.ts";
import { contingencyCoefficient, cramersV } from "./cramers-v.ts";
import { fisherExactTable } from "./fisher-exact-table.ts";
import { mantelHaenszel } from "./mantel-haenszel.ts";
import { mcNemarTest } from "./mcnemar.ts";
import { ordinalAssociation } from "./ordinal-association.ts";
import { proportionTrend } from "./proportion-trend.ts";
import type { CrossTable } from "./table.ts";
import { woolfTest } from "./woolf.ts";

function associationValues(table: CrossTable, rows: readonly string[], cols: readonly string[]) {
  const test = tested(chiSquareTest(table));
  return {
    counts: goldenTable(rows, cols, table.counts),
    chi2: test.statistic,
    df: test.degreesOfFreedom,
    p: test.pValue,
    G2: test.likelihoodRatio,
    cramers_v: cramersV(test),
    contingency: contingencyCoefficient(test),
    expected: goldenTable(rows, cols, test.expected),
    adjusted_residuals: goldenTable(rows, cols, estimated(adjustedResiduals(table)).values),
  };
}

/** Snee 1974, in R's `HairEyeColor`, both sexes. */
const hairEye = tableOfRows([
  [68, 20, 15, 5],
  [119, 84, 54, 29],
  [26, 17, 14, 14],
  [7, 94, 10, 16],
]);

/** Agresti 2002, table 2.8: income by job satisfaction. */
const jobIncome = tableOfRows([
  [1, 3, 10, 6],
  [2, 3, 10, 7],
  [1, 6, 14, 12],
  [0, 1, 9, 11],
]);

function jobIncomeValues(): GoldenValue {
  const columns = ["VeryD", "LittleD", "ModerateS", "VeryS"];
  const ordinal = estimated(ordinalAssociation(jobIncome));
  return {
    ...associationValues(jobIncome, ["<15k", "15-25k", "25-40k", ">40k"], columns),
    fisher_p: tested(fisherExactTable(jobIncome)).pValue,
    gamma: ordinal.gamma,
    M2: ordinal.linearByLinear,
  };
}

function departments(): CrossTable[] {
  const path = resolve(repositoryRoot, "packages/statistics/golden/ucb_admissions.json");
  const cells: readonly (readonly number[])[] = Object.values(JSON.parse(readFileSync(path, "utf8")).departments);
  return cells.map(([a, b, c, d]) =>
    tableOfRows([
      [a, b],
      [c, d],
    ]),
  );
}

function admissionsByGender(strata: readonly CrossTable[]): CrossTable {
  const counts = Float64Array.from([0, 1, 2, 3], (cell) =>
    strata.reduce((sum, stratum) => sum + stratum.counts[cell], 0),
  );
  return { rows: 2, columns: 2, counts };
}

function smokersValues(): GoldenValue {
  const smokers = [83, 90, 129, 70];
  const patients = [86, 93, 136, 82];
  const test = tested(chiSquareTest(tableOfRows([smokers, patients.map((size, group) => size - smokers[group])])));
  const trend = tested(proportionTrend(smokers, patients));
  return { smokers, patients, X2: test.statistic, p: test.pValue, trend_X2: trend.statistic, trend_p: trend.pValue };
}

function mantelHaenszelValues(strata: readonly CrossTable[]): GoldenValue {
  const found = tested(mantelHaenszel(strata, 0.95));
  const common = estimated(found.commonOddsRatio);
  return {
    M2_continuity: found.continuityStatistic,
    p_continuity: found.continuityPValue,
    M2_no_continuity: found.statistic,
    p_no_continuity: found.pValue,
    common_or: common.value,
    ci: [common.interval.lower, common.interval.upper],
  };
}

function mcNemarValues(): GoldenValue {
  const table = [
    [794, 150],
    [86, 570],
  ];
  const found = tested(mcNemarTest(tableOfRows(table)));
  return {
    table,
    X2_continuity: found.continuityStatistic,
    p_continuity: found.continuityPValue,
    X2: found.statistic,
    p: found.pValue,
  };
}

describe("textbook tables", () => {
  it("agree with R's help pages, vcd and Agresti", () => {
    const strata = departments();
    const woolf = tested(woolfTest(strata));
    expectGolden("textbook_crosstabs", {
      hair_eye: associationValues(hairEye, ["Black", "Brown", "Red", "Blond"], ["Brown", "Blue", "Hazel", "Green"]),
      job_income: jobIncomeValues(),
      ucb_by_gender: associationValues(admissionsByGender(strata), ["Admitted", "Rejected"], ["Male", "Female"]),
      ucb_mantel_haenszel: mantelHaenszelValues(strata),
      ucb_woolf: { X2: woolf.statistic, p: woolf.pValue },
      smokers: smokersValues(),
      mcnemar_approval: mcNemarValues(),
    });
  });

  it("of Copenhagen tenants agree with chisq.test", () => {
    const table = readCsv("packages/statistics/golden/housing.csv");
    const satisfaction = codesOf(textColumn(table, "Sat"), ["Low", "Medium", "High"]);
    const frequency = numberColumn(table, "Freq");
    const by = (name: string): GoldenValue => {
      const levels = levelsOf(textColumn(table, name));
      const size = { rows: levels.length, columns: 3 };
      const weighted = crossTableOf(codesOf(textColumn(table, name), levels), satisfaction, size, frequency);
      const test = tested(chiSquareTest({ ...size, counts: weighted.weights }));
      return { chi2: test.statistic, df: test.degreesOfFreedom, p: test.pValue, cramers_v: cramersV(test) };
    };
    expectGolden("housing_crosstabs", { infl_by_sat: by("Infl"), type_by_sat: by("Type"), cont_by_sat: by("Cont") });
  });
});
