import { describe, it } from "vitest";
import { crossTableOf, goldenTable } from "../../test-support/crosstabs.ts";
import { expectGolden } from "../../test-support/expect-golden.ts";
import type { GoldenValue } from "../../test-support/golden.ts";
import { codesOf, levelsOf, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { benjaminiHochberg, bonferroni, holm } from "../comparison/adjust-p-values.ts";
import { adjustedResiduals } from "./adjusted-residuals.ts";
import { chiSquareTest } from "./chi-square-test.ts";
import { columnLetter, columnProportions, columnSizes, unadjusted } from "./column-proportions.ts";
import { biasCorrectedCramersV, contingencyCoefficient, cramersV } from "./cramers-v.ts";
import { fisherExact } from "./fisher-exact.ts";
import { fisherOddsRatioInR } from "./fisher-odds-ratio-in-r.ts";
import { oddsRatio } from "./odds-ratio.ts";
import { ordinalAssociation } from "./ordinal-association.ts";
import { raoScottClusteredTest, raoScottTest } from "./rao-scott.ts";
import type { CrossTable } from "./table.ts";
import { marginsOf } from "./table.ts";
import { yatesTest } from "./yates.ts";

const survey = readSynthSurvey();
const alpha = 0.05;
const confidence = 0.95;
const satisfaction = ["1", "2", "3", "4", "5"];

function associationValues(table: CrossTable, rows: readonly string[], cols: readonly string[]): GoldenValue {
  const test = tested(chiSquareTest(table));
  return {
    chi2: test.statistic,
    df: test.degreesOfFreedom,
    p: test.pValue,
    G2_likelihood_ratio: test.likelihoodRatio,
    p_G2: test.likelihoodRatioPValue,
    cramers_v: cramersV(test),
    cramers_v_bias_corrected: biasCorrectedCramersV(test),
    contingency_C: contingencyCoefficient(test),
    min_expected: test.smallestExpected,
    cells_expected_lt5: test.cellsExpectedBelow5,
    expected: goldenTable(rows, cols, test.expected),
    adjusted_std_residuals: goldenTable(rows, cols, estimated(adjustedResiduals(table)).values),
  };
}

function columnTestValues(table: CrossTable, rows: readonly string[]): GoldenValue {
  const plain = columnProportions(table, alpha, unadjusted);
  const corrected = {
    bonferroni: columnProportions(table, alpha, bonferroni),
    holm: columnProportions(table, alpha, holm),
  };
  const discovery = columnProportions(table, alpha, benjaminiHochberg);
  return Object.fromEntries(
    rows.map((name, row) => [
      name,
      {
        pairs: plain[row].pairs.map(({ first, second }) => `${columnLetter(first)}-${columnLetter(second)}`),
        z: plain[row].pairs.map(({ statistic }) => statistic),
        p: plain[row].pairs.map(({ pValue }) => pValue),
        p_bonferroni: corrected.bonferroni[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        p_holm: corrected.holm[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        p_bh: discovery[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        letters_none: plain[row].letters,
        letters_bonferroni: corrected.bonferroni[row].letters,
        letters_holm: corrected.holm[row].letters,
      },
    ]),
  );
}

function osatBy(column: string, weights: Float64Array | null = null) {
  const cols = levelsOf(survey.text(column));
  const rowCodes = codesOf(survey.text("osat"), satisfaction);
  const size = { rows: satisfaction.length, columns: cols.length };
  return { cols, table: crossTableOf(rowCodes, codesOf(survey.text(column), cols), size, weights) };
}

/** Counts only: the tests of unweighted tables must not see the weights of 1. */
function unweighted({ rows, columns, counts }: CrossTable): CrossTable {
  return { rows, columns, counts };
}

function unweightedValues(column: string): Record<string, GoldenValue> {
  const { cols, table } = osatBy(column);
  return {
    counts: goldenTable(satisfaction, cols, table.counts),
    assoc: associationValues(unweighted(table), satisfaction, cols),
    column_letters: cols.map((_, index) => columnLetter(index)),
    column_tests: columnTestValues(unweighted(table), satisfaction),
  };
}

function ordinalValues(): GoldenValue {
  const ages = ["18-34", "35-54", "55+"];
  const size = { rows: ages.length, columns: satisfaction.length };
  const codes = [codesOf(survey.text("age"), ages), codesOf(survey.text("osat"), satisfaction)];
  const table = unweighted(crossTableOf(codes[0], codes[1], size));
  const found = estimated(ordinalAssociation(table));
  return {
    counts: goldenTable(ages, satisfaction, table.counts),
    assoc: associationValues(table, ages, satisfaction),
    ordinal: {
      concordant: found.concordant,
      discordant: found.discordant,
      gamma: found.gamma,
      tau_b: found.tauB,
      tau_c: found.tauC,
      somers_d_row_dependent: found.somersRowDependent,
      somers_d_col_dependent: found.somersColumnDependent,
      linear_by_linear_M2: found.linearByLinear,
      p_M2: found.linearByLinearPValue,
    },
  };
}

function regionByStore(table: CrossTable, cols: readonly string[], weights: Float64Array) {
  const stores = levelsOf(survey.text("store"));
  const store = codesOf(survey.text("store"), stores);
  const cells = table.counts.length;
  const byStore = new Float64Array(stores.length * cells);
  const row = codesOf(survey.text("osat"), satisfaction);
  const column = codesOf(survey.text("region"), cols);
  weights.forEach((weight, index) => {
    if (row[index] < 0 || column[index] < 0) return;
    byStore[store[index] * cells + row[index] * cols.length + column[index]] += weight;
  });
  return { rows: table.rows, columns: table.columns, counts: table.counts, clusters: stores.length, weights: byStore };
}

function weightedValues(): GoldenValue {
  const weights = survey.numbers("base_weight");
  const { cols, table } = osatBy("region", weights);
  const independent = tested(raoScottTest(table, survey.n));
  const clustered = tested(raoScottClusteredTest(regionByStore(table, cols, weights))).f;
  const sizes = columnSizes(table, marginsOf(table.rows, table.columns, table.weights).columnTotals);
  const { f, chiSquare } = independent;
  return {
    weighted_counts: goldenTable(satisfaction, cols, table.weights),
    n_eff_by_column_kish: Object.fromEntries(cols.map((name, index) => [name, sizes[index]])),
    column_tests_with_n_eff: columnTestValues(table, satisfaction),
    rao_scott_F: { statistic: f.statistic, parameter: [f.numerator, f.denominator], p: f.pValue },
    rao_scott_Chisq: { statistic: independent.uncorrected, parameter: chiSquare.degreesOfFreedom, p: chiSquare.pValue },
    rao_scott_F_cluster_store: {
      statistic: clustered.statistic,
      parameter: [clustered.numerator, clustered.denominator],
      p: clustered.pValue,
    },
  };
}

function twoByTwoValues(): GoldenValue {
  const genders = codesOf(survey.text("gender"), ["F", "M"]);
  const top = Int32Array.from(survey.numbers("osat"), (value) => (Number.isNaN(value) ? -1 : Number(value >= 4)));
  const table = unweighted(crossTableOf(genders, top, { rows: 2, columns: 2 }));
  const fisher = tested(fisherExact(table, confidence));
  const conditional = estimated(fisherOddsRatioInR(table, confidence));
  return {
    counts: goldenTable(["F", "M"], ["FALSE", "TRUE"], table.counts),
    fisher_p: fisher.pValue,
    fisher_cond_mle_or: conditional.value,
    fisher_ci: [conditional.lower, conditional.upper],
    chi2_yates: tested(yatesTest(table)).statistic,
    chi2: tested(chiSquareTest(table)).statistic,
    odds_ratio: estimated(oddsRatio(table)).value,
  };
}

describe("crosstabs of the synthetic survey", () => {
  it("agree with chisq.test, p.adjust, fisher.test and survey::svychisq", () => {
    const { column_letters, ...byRegion } = unweightedValues("region");
    expectGolden("synth_public_crosstab", {
      osat_by_segment: unweightedValues("segment"),
      osat_by_region: byRegion,
      age_by_osat_ordinal: ordinalValues(),
      weighted_osat_by_region: weightedValues(),
      two_by_two: twoByTwoValues(),
    });
  });
});
