import { chiSquareTest } from "../../src/crosstab/chi-square-test.ts";
import { columnLetter, columnSizes } from "../../src/crosstab/column-proportions.ts";
import { fisherExact } from "../../src/crosstab/fisher-exact.ts";
import { fisherOddsRatioInR } from "../../src/crosstab/fisher-odds-ratio-in-r.ts";
import { oddsRatio } from "../../src/crosstab/odds-ratio.ts";
import { ordinalAssociation } from "../../src/crosstab/ordinal-association.ts";
import { type ClusteredTable, raoScottClusteredTest, raoScottTest } from "../../src/crosstab/rao-scott.ts";
import { type CrossTable, marginsOf } from "../../src/crosstab/table.ts";
import { yatesTest } from "../../src/crosstab/yates.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { codesOf, crossTableOf, levelsOf, namesOf, type WeightedCrossTable } from "../columns.ts";
import { keyByKey } from "../key-by-key.ts";
import { alphaOf, confidenceOf, treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTree, type ReferenceTree, type ReferenceValue } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";
import { associationOf, cellsOf } from "./association.ts";
import { columnTestsOf } from "./column-tests.ts";

/** Keys `ROW_by_COLUMN`, with `_ordinal` after them or `weighted_` before; `two_by_two` is gender by the top two boxes of osat. */
export function crosstabOfSurvey(file: ReferenceFile): ReferenceTree {
  const survey = surveyTable(file);
  return keyByKey(Object.keys(file.values), (key) => crosstabAsked(key, file, survey));
}

function crosstabAsked(key: string, file: ReferenceFile, survey: SurveyTable): ReferenceValue {
  if (!isTree(file.values[key])) return null;
  if (key === "two_by_two") return twoByTwo(file, survey);
  const [, weighted, row, column, ordinal] = /^(weighted_)?(\w+)_by_(\w+?)(_ordinal)?$/.exec(key) ?? [];
  if (row === undefined) throw new Error(`${key} names no table`);
  const asked = treeAt(file.values, key);
  const crossed = crossedColumns(
    survey,
    row,
    column,
    weighted ? namesIn(asked, "weighted_counts") : namesIn(asked, "counts"),
  );
  if (weighted) return weightedCrosstab(survey, crossed, alphaOf(file));
  const { rows, cols } = crossed;
  const table = unweighted(crossed.table);
  return {
    counts: cellsOf(rows, cols, table.counts),
    assoc: associationOf(table, rows, cols),
    ...(ordinal ? { ordinal: ordinalOf(table) } : columnTestsAsked(table, rows, cols, alphaOf(file))),
  };
}

interface Crossed {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly rowCodes: Int32Array;
  readonly columnCodes: Int32Array;
  readonly table: WeightedCrossTable;
}

interface Names {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
}

function namesIn(asked: ReferenceTree, key: string): Names {
  return { rows: namesOf(asked, key, "rows"), cols: namesOf(asked, key, "cols") };
}

function crossedColumns(survey: SurveyTable, row: string, column: string, named: Names): Crossed {
  const rows = levelsOf(survey.text(row), named.rows);
  const cols = levelsOf(survey.text(column), named.cols);
  const rowCodes = codesOf(survey.text(row), rows);
  const columnCodes = codesOf(survey.text(column), cols);
  const size = { rows: rows.length, columns: cols.length };
  const table = crossTableOf(rowCodes, columnCodes, size, survey.numbers("base_weight"));
  return { rows, cols, rowCodes, columnCodes, table };
}

/** Counts only: the tests of unweighted tables must not see the weights. */
function unweighted({ rows, columns, counts }: CrossTable): CrossTable {
  return { rows, columns, counts };
}

function columnTestsAsked(table: CrossTable, rows: readonly string[], cols: readonly string[], alpha: number) {
  return {
    column_letters: cols.map((_, index) => columnLetter(index)),
    column_tests: columnTestsOf(table, rows, alpha),
  };
}

function ordinalOf(table: CrossTable): ReferenceTree {
  const found = estimated(ordinalAssociation(table));
  return {
    concordant: found.concordant,
    discordant: found.discordant,
    gamma: found.gamma,
    tau_b: found.tauB,
    tau_c: found.tauC,
    somers_d_row_dependent: found.somersRowDependent,
    somers_d_col_dependent: found.somersColumnDependent,
    linear_by_linear_M2: found.linearByLinear,
    p_M2: found.linearByLinearPValue,
  };
}

function weightedCrosstab(survey: SurveyTable, crossed: Crossed, alpha: number): ReferenceTree {
  const { rows, cols, table } = crossed;
  const { f, chiSquare, uncorrected } = tested(raoScottTest(table, survey.rows));
  const clustered = tested(raoScottClusteredTest(byStore(survey, crossed))).f;
  const sizes = columnSizes(table, marginsOf(table.rows, table.columns, table.weights).columnTotals);
  return {
    weighted_counts: cellsOf(rows, cols, table.weights),
    n_eff_by_column_kish: Object.fromEntries(cols.map((name, index) => [name, sizes[index]])),
    column_tests_with_n_eff: columnTestsOf(table, rows, alpha),
    rao_scott_F: { statistic: f.statistic, parameter: [f.numerator, f.denominator], p: f.pValue },
    rao_scott_Chisq: { statistic: uncorrected, parameter: chiSquare.degreesOfFreedom, p: chiSquare.pValue },
    rao_scott_F_cluster_store: {
      statistic: clustered.statistic,
      parameter: [clustered.numerator, clustered.denominator],
      p: clustered.pValue,
    },
  };
}

function byStore(survey: SurveyTable, { rowCodes, columnCodes, table }: Crossed): ClusteredTable {
  const stores = levelsOf(survey.text("store"));
  const store = codesOf(survey.text("store"), stores);
  const cells = table.counts.length;
  const weights = new Float64Array(stores.length * cells);
  survey.numbers("base_weight").forEach((weight, index) => {
    if (rowCodes[index] < 0 || columnCodes[index] < 0) return;
    weights[store[index] * cells + rowCodes[index] * table.columns + columnCodes[index]] += weight;
  });
  return { ...unweighted(table), clusters: stores.length, weights };
}

function twoByTwo(file: ReferenceFile, survey: SurveyTable): ReferenceTree {
  const confidence = confidenceOf(file);
  const genders = levelsOf(survey.text("gender"), namesIn(treeAt(file.values, "two_by_two"), "counts").rows);
  const top = Int32Array.from(survey.numbers("osat"), (value) => (Number.isNaN(value) ? -1 : Number(value >= 4)));
  const size = { rows: genders.length, columns: 2 };
  const table = unweighted(crossTableOf(codesOf(survey.text("gender"), genders), top, size));
  const fisher = tested(fisherExact(table, confidence));
  const conditional = estimated(fisherOddsRatioInR(table, confidence));
  return {
    counts: cellsOf(genders, ["FALSE", "TRUE"], table.counts),
    fisher_p: fisher.pValue,
    fisher_cond_mle_or: conditional.value,
    fisher_ci: [conditional.lower, conditional.upper],
    chi2_yates: tested(yatesTest(table)).statistic,
    chi2: tested(chiSquareTest(table)).statistic,
    odds_ratio: estimated(oddsRatio(table)).value,
  };
}
