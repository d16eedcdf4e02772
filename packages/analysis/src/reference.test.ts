/**
 * The numbers of the example study against R's, from the file on the disk to the results: what `results.json` holds is
 * compared here, each estimator by itself in the statistics package. Tolerance: relative 1e-9, all are closed forms.
 */
import { readFileSync } from "node:fs";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { beforeAll, describe, expect, it } from "vitest";
import { analyseStudy } from "./analyse-study.ts";
import type { Figure } from "./results/figure.ts";
import type { StudyResults, WeightingResults } from "./results/study-results.ts";

const root = new URL("../../../", import.meta.url);
const relative = 1e-9;

interface Matrix {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly values: readonly (readonly number[])[];
}
// biome-ignore lint/suspicious/noExplicitAny: the reference files have a shape each, which the tests below spell out
type Reference = any;

function reference(name: string, folder: "example" | "published" = "example"): Reference {
  const path = `packages/statistics/golden/${folder}/expected/${name}.json`;
  return JSON.parse(readFileSync(new URL(path, root), "utf8")).values;
}

async function resultsOf(example: string): Promise<StudyResults> {
  const loaded = await loadStudy(new URL(`examples/${example}`, root).pathname, { unknownAnswers: "stop" });
  return analyseStudy(loaded, { productVersion: "test" });
}

function close(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), 1e-12) + 1e-14,
  );
}

function estimated({ result }: Figure) {
  if (result.kind !== "estimated") throw new Error(`no estimate: ${result.kind}`);
  return result;
}

function matrixRow(matrix: Matrix, row: string): Readonly<Record<string, number>> {
  const values = matrix.values[matrix.rows.indexOf(row)];
  return Object.fromEntries(matrix.cols.map((column, i) => [column, values[i]]));
}

let results: StudyResults;
let plain: WeightingResults;
let weighted: WeightingResults;
beforeAll(async () => {
  results = await resultsOf("bookkeeping");
  [plain, weighted] = results.weightings;
}, 60_000);

function found<T>(all: readonly T[] | undefined, isWanted: (one: T) => boolean): T {
  const one = all?.find(isWanted);
  if (one === undefined) throw new Error("it is not in the results");
  return one;
}

const item = (of: WeightingResults, code: string) => found(of.items, (i) => i.code === code);
const key = (of: WeightingResults, id: string) => found(of.keyFigures, (k) => k.id === id);

describe("the bookkeeping example agrees with R", () => {
  it("drops the eight planted duplicates and knows don't-know from an answer", () => {
    expect(results.data).toMatchObject({
      rowsRead: 1208,
      respondents: 1200,
      excluded: [{ reason: "duplicate", rows: 8 }],
    });
    expect(item(plain, "a1").noRating.dontKnow).toBeGreaterThan(0);
  });

  it.each([
    ["osat", "csat_osat_1_5_top2"],
    ["sat10", "csat_sat10_top3"],
    ["ces", "ces_1_7_top3"],
  ])("in the scores of %s", (code, name) => {
    const expected = reference("synth_public_scores")[name];
    const { mean, topShare, bottomShare, index, median, standardDeviation } = item(plain, code);
    const top = estimated(topShare);
    expect(top.n).toBe(expected.n);
    close(top.value, expected.top_box_share);
    close(top.interval.lower, expected.wilson_lo);
    close(top.interval.upper, expected.wilson_hi);
    close(estimated(bottomShare).value, expected.bottom2_share);
    close(estimated(mean).value, expected.mean);
    close(estimated(mean).standardError, expected.se_mean);
    close(estimated(mean).interval.lower, expected.mean_t_lo);
    close(estimated(mean).interval.upper, expected.mean_t_hi);
    close(standardDeviation, expected.sd);
    close(estimated(median).value, expected.median);
    close(estimated(index).value, expected.index_0_100_range_based);
    expect(estimated(index).value).not.toBeCloseTo(expected.index_max_based_WRONG_for_1_based_scales, 3);
  });

  it("in the net promoter score: all, by segment, by wave, from wave to wave", () => {
    const expected = reference("synth_public_scores");
    const check = (figure: Figure | undefined, row: Readonly<Record<string, number>>) => {
      if (figure === undefined) throw new Error("no figure");
      const nps = estimated(figure);
      expect(nps.n).toBe(row.n);
      close(nps.value, row.nps);
      close(nps.standardError, row.se);
      close(nps.interval.lower, row.adjwald_lo);
      close(nps.interval.upper, row.adjwald_hi);
    };
    check(key(plain, "nps").figure, expected.nps);
    const segments = found(plain.groups, (g) => g.column === "segment");
    expect(segments.groups.length).toBe(3);
    segments.groups.forEach((group, g) => {
      check(found(segments.measures, (m) => m.id === "nps").figures[g], matrixRow(expected.nps_by_segment, group.code));
    });
    const waves = found(plain.waves?.measures, (m) => m.id === "nps");
    expect(plain.waves?.waves.length).toBe(6);
    plain.waves?.waves.forEach((wave, w) => {
      check(waves.figures[w], matrixRow(expected.nps_by_wave, wave.code));
    });
    const change = waves.differences.at(-1)?.difference;
    if (change?.kind !== "estimated") throw new Error("no change");
    const wald = expected.nps_last_vs_previous_wave;
    close(change.value, wald.diff);
    close(change.standardError, wald.se);
    // The adjusted form adds one and a half answers to each wave; the plain z of R is tested with the estimators.
    expect(change.method).toBe("nps/adjusted-wald-z");
    expect(Math.abs(change.pValue - wald.p)).toBeLessThan(0.02);
    expect(Math.abs(change.interval.lower - wald.lo)).toBeLessThan(0.5);
    expect(estimated(key(plain, "nps").figure).value).not.toBeCloseTo(
      expected.nps_simple_average_over_segments_WRONG,
      3,
    );
  });

  it("in the weighted scores, with and without clusters", () => {
    const expected = reference("synth_public_scores").weighted;
    const nps = estimated(key(weighted, "nps").figure);
    close(nps.value, expected.nps);
    // R's errors have n/(n − 1) of the design; ours of a mean have n_eff/(n_eff − 1) in its place, and ours of scores and shares no
    // such factor, but no more certainty than n_eff answers have. R's own forms are tested with the estimators.
    const designN = 1200;
    const withoutFactor = (error: number) => error * Math.sqrt((designN - 1) / designN);
    const inR = { nps: withoutFactor(expected.nps_se_linearised), top2: withoutFactor(expected.top2_se) };
    for (const ratio of [
      nps.standardError / inR.nps,
      estimated(key(weighted, "csat").figure).standardError / inR.top2,
    ]) {
      expect(ratio).toBeGreaterThan(1 - 1e-9);
      expect(ratio).toBeLessThan(1.03);
    }
    const clustered = key(weighted, "nps").companions.find((f) => f.measure === "nps");
    close(clustered && estimated(clustered).standardError, expected.nps_se_cluster_store);
    close(estimated(key(weighted, "csat").figure).value, expected.top2);
    close(estimated(item(weighted, "osat").mean).value, expected.osat_mean);
    const { standardError, effectiveN } = estimated(item(weighted, "osat").mean);
    close(standardError, withoutFactor(expected.osat_mean_se) * Math.sqrt(effectiveN / (effectiveN - 1)));
    close(weighted.weighting.designEffect, expected.kish_deff_all);
    close(weighted.weighting.effectiveN, expected.n_eff_all);
  });

  it("in every conversion to 0–100, each under its own name", () => {
    const expected = reference("synth_public_scale_conversion");
    for (const [code, name] of [
      ["osat", "osat_1_5"],
      ["sat10", "sat10_1_10"],
      ["nps", "nps_0_10"],
      ["ces", "ces_1_7"],
    ]) {
      expect(item(plain, code).index.conversion).toBe("range");
      close(estimated(item(plain, code).index).value, expected.range_based[name]);
    }
    const other = (code: string, conversion: string) => {
      const figure = item(plain, code).otherConversions.find((f) => f.conversion === conversion);
      if (figure === undefined) throw new Error(`no ${conversion}`);
      return estimated(figure);
    };
    for (const code of ["osat", "sat10", "ces"]) close(other(code, "maximum").value, expected.max_based[code]);
    close(other("osat", "marks").value, expected.marks_100_80_60_30_0.mean);
    close(other("osat", "marks").standardError, expected.marks_100_80_60_30_0.se);
    const three = ["sat10", "exp10", "ideal10"].map((code) => estimated(item(plain, code).index).value);
    close((three[0] + three[1] + three[2]) / 3, expected.acsi_three_items_equal_weights);
  });

  it("in the index under each weighting, and per respondent", () => {
    const expected = reference("synth_public_csi");
    for (const [code, value] of Object.entries(expected.attribute_index_0_100))
      close(estimated(item(plain, code).index).value, Number(value));
    const names = { regression: "regression_positive_beta", johnson: "johnson_relative_weight" } as Readonly<
      Record<string, string>
    >;
    const alternatives = plain.index?.alternatives ?? [];
    expect(alternatives.length).toBe(Object.keys(expected.csi).length);
    for (const { method, weights, index } of alternatives) {
      const name = names[method] ?? method;
      const row = matrixRow(expected.weights, name);
      for (const { item: code, weight } of weights) close(weight, row[code]);
      close(estimated(index).value, expected.csi[name]);
    }
    const respondents = expected.respondent_level_csi_stated_weights_available_items;
    close(plain.index && estimated(plain.index.respondents.mean).value, respondents.mean);
    close(plain.index?.respondents.standardDeviation, respondents.sd);
    expect(plain.index && estimated(plain.index.respondents.mean).n).toBe(respondents.n);
  });

  it("in the importance–performance matrices", () => {
    const expected = reference("synth_public_ipa");
    const matrix = (importance: string, crosshair: string) => {
      const found = plain.matrices.find((m) => m.importance === importance && m.crosshair === crosshair);
      if (found === undefined) throw new Error(`no matrix ${importance} ${crosshair}`);
      return found;
    };
    const quadrants: Readonly<Record<string, string>> = {
      "keep-up": "Keep up the good work",
      "concentrate-here": "Concentrate here",
      "low-priority": "Low priority",
      "possible-overkill": "Possible overkill",
    };
    const stated = matrix("stated", "means");
    close(stated.performanceLine, expected.crosshair_data_means[0]);
    close(stated.importanceLine, expected.crosshair_data_means[1]);
    close(matrix("stated", "medians").performanceLine, expected.crosshair_data_medians.performance);
    close(matrix("stated", "medians").importanceLine, expected.crosshair_data_medians.importance);
    expect([matrix("stated", "scale").performanceLine, matrix("stated", "scale").importanceLine]).toEqual(
      expected.crosshair_scale,
    );
    for (const point of stated.points) {
      close(point.performance, expected.performance[point.item]);
      close(point.importance, expected.stated_importance[point.item]);
      close(point.gap, expected.gap_P_minus_I[point.item]);
      expect(point.aboveDiagonal).toBe(expected.above_iso_diagonal_I_gt_P[point.item]);
      expect(quadrants[point.quadrant]).toBe(expected.quadrant_data_centred[point.item]);
    }
    for (const point of matrix("stated", "scale").points)
      expect(quadrants[point.quadrant]).toBe(expected.quadrant_scale_centred[point.item]);
    for (const point of matrix("derived-correlation", "means").points) {
      close(point.importance, expected.derived_importance_pearson[point.item]);
      expect(quadrants[point.quadrant]).toBe(expected.quadrant_derived_data_centred[point.item]);
    }
    for (const point of matrix("derived-partial", "means").points)
      close(point.importance, expected.derived_importance_partial[point.item]);
  });

  it("in the key drivers", () => {
    const expected = reference("synth_public_keydrivers");
    const { drivers } = plain;
    if (drivers.kind !== "estimated") throw new Error(drivers.kind);
    expect(drivers.n).toBe(780);
    close(drivers.rSquared, expected.r2);
    close(drivers.adjustedRSquared, expected.adj_r2);
    for (const driver of drivers.drivers) {
      const coefficient = matrixRow(expected.coef, driver.item);
      const importance = (row: string) => matrixRow(expected.importance, row)[driver.item];
      close(driver.coefficient, coefficient.Estimate);
      close(driver.standardError, coefficient["Std. Error"]);
      expect(Math.abs((driver.pValue ?? Number.NaN) - coefficient["Pr(>|t|)"])).toBeLessThan(1e-9);
      close(driver.standardised, expected.standardised_beta[driver.item]);
      close(driver.varianceInflation, expected.vif[driver.item]);
      close(driver.lmg.raw, importance("lmg_shapley"));
      close(driver.johnson.raw, importance("johnson_rw"));
      close(driver.first, importance("first"));
      close(driver.last, importance("last"));
      close(driver.pratt, importance("pratt"));
      close(driver.lmg.share * 100, matrixRow(expected.importance_percent_of_r2, "lmg_shapley")[driver.item]);
    }
  });

  it("in the weighted drivers, whose errors are those of the design", () => {
    const expected = reference("weighted_drivers");
    const { drivers } = weighted;
    if (drivers.kind !== "estimated") throw new Error(drivers.kind);
    for (const driver of drivers.drivers) {
      const place = Number(driver.item.slice(1)) - 1;
      close(driver.coefficient, expected.coefficient[place]);
      close(driver.standardError, expected.standard_error[place]);
      expect(Math.abs((driver.pValue ?? Number.NaN) - expected.p[place])).toBeLessThan(1e-9);
    }
  });

  it.each([
    ["segment", "osat_by_segment"],
    ["region", "osat_by_region"],
  ])("in the crosstab of satisfaction by %s", (column, name) => {
    const expected = reference("synth_public_crosstab")[name];
    const crosstab = plain.groups.find((g) => g.column === column)?.crosstab;
    if (crosstab?.test.kind !== "tested") throw new Error("not tested");
    close(crosstab.test.statistic, expected.assoc.chi2);
    expect(crosstab.test.degreesOfFreedom).toBe(expected.assoc.df);
    close(crosstab.test.pValue, expected.assoc.p);
    close(crosstab.test.cramersV, expected.assoc.cramers_v);
    close(crosstab.test.smallestExpected, expected.assoc.min_expected);
    crosstab.rows.forEach((row, r) => {
      crosstab.columns.forEach((group, c) => {
        expect(crosstab.counts[r][c]).toBe(matrixRow(expected.counts, row.code)[group.code]);
        close(crosstab.adjustedResiduals[r][c], matrixRow(expected.assoc.adjusted_std_residuals, row.code)[group.code]);
      });
      if (column === "region") expect(crosstab.letters[r]).toEqual(expected.column_tests[row.code].letters_holm);
    });
  });

  it("in the weighted crosstab, which is tested by Rao and Scott and never by χ² on weighted counts", () => {
    const expected = reference("synth_public_crosstab").weighted_osat_by_region;
    const crosstab = weighted.groups.find((g) => g.column === "region")?.crosstab;
    if (crosstab?.test.kind !== "tested") throw new Error("not tested");
    expect(crosstab.test.method).toBe("rao-scott");
    close(crosstab.test.statistic, expected.rao_scott_F.statistic);
    close(crosstab.test.degreesOfFreedom, expected.rao_scott_F.parameter[0]);
    close(crosstab.test.denominatorDegreesOfFreedom, expected.rao_scott_F.parameter[1]);
    close(crosstab.test.pValue, expected.rao_scott_F.p);
    crosstab.rows.forEach((row, r) => {
      expect(crosstab.letters[r]).toEqual(expected.column_tests_with_n_eff[row.code].letters_holm);
    });
    expect(crosstab.test.statistic).not.toBeCloseTo(expected.naive_chi2_on_weighted_counts_WRONG, 3);
  });
});

describe("the tenants example agrees with R", () => {
  it("in the counts and the three crosstabs", async () => {
    const [tenants] = (await resultsOf("tenants")).weightings;
    expect(item(tenants, "Sat").distribution.map((cell) => cell.count)).toEqual([567, 446, 668]);
    const expected = reference("housing_crosstabs", "published");
    for (const [column, name] of [
      ["Infl", "infl_by_sat"],
      ["Type", "type_by_sat"],
      ["Cont", "cont_by_sat"],
    ]) {
      const test = tenants.groups.find((g) => g.column === column)?.crosstab?.test;
      if (test?.kind !== "tested") throw new Error("not tested");
      close(test.statistic, expected[name].chi2);
      expect(test.degreesOfFreedom).toBe(expected[name].df);
      expect(test.n).toBe(1681);
      close(test.cramersV, expected[name].cramers_v);
      expect(Math.abs(test.pValue - expected[name].p)).toBeLessThan(1e-9);
    }
  });
});
