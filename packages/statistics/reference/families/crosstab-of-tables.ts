import { chiSquareTest } from "../../src/crosstab/chi-square-test.ts";
import { fisherExactTable } from "../../src/crosstab/fisher-exact-table.ts";
import { mantelHaenszel } from "../../src/crosstab/mantel-haenszel.ts";
import { mcNemarTest } from "../../src/crosstab/mcnemar.ts";
import { ordinalAssociation } from "../../src/crosstab/ordinal-association.ts";
import { proportionTrend } from "../../src/crosstab/proportion-trend.ts";
import type { CrossTable } from "../../src/crosstab/table.ts";
import { woolfTest } from "../../src/crosstab/woolf.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { confidenceOf, numbersAt, treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTable, type ReferenceTable, type ReferenceTree, type ReferenceValue } from "../reference-value.ts";
import { associationOf } from "./association.ts";

/** Admissions by gender in six departments: admitted men, admitted women, rejected men, rejected women. R's `UCBAdmissions`;
 *  Bickel, Hammel & O'Connell 1975, Science 187. Files give only its marginal table. */
const berkeley = [
  [512, 89, 313, 19],
  [353, 17, 207, 8],
  [120, 202, 205, 391],
  [138, 131, 279, 244],
  [53, 94, 138, 299],
  [22, 24, 351, 317],
];

/** Tables stand in the file as `counts`, `table`, or as two lists, successes and sizes (the names before `X2`). */
export function crosstabOfTables(file: ReferenceFile): ReferenceTree {
  return Object.fromEntries(
    Object.keys(file.values).map((key) => {
      const asked = treeAt(file.values, key);
      if (isTable(asked.counts))
        return [key, { counts: asked.counts, ...testsOfCounts(asked.counts, Object.keys(asked)) }];
      if (Array.isArray(asked.table)) return [key, { table: asked.table, ...changesOf(asked.table) }];
      const lists = Object.keys(asked).filter((name) => Array.isArray(asked[name]) && name !== "ci");
      if (lists.length === 2) return [key, sharesOf(asked, lists[0], lists[1])];
      return [key, "common_or" in asked ? commonOddsRatio(confidenceOf(file)) : sameOddsRatio()];
    }),
  );
}

/** The exact test takes its time, so it is done where the file has it. */
function testsOfCounts({ rows, cols, values }: ReferenceTable, asked: readonly string[]): ReferenceTree {
  const table = tableOfNumbers(values);
  const exact = asked.includes("fisher_p") ? fisherExactTable(table) : null;
  const ordinal = estimated(ordinalAssociation(table));
  return {
    ...associationOf(table, rows, cols),
    fisher_p: exact?.kind === "tested" ? exact.pValue : null,
    gamma: ordinal.gamma,
    M2: ordinal.linearByLinear,
  };
}

function changesOf(cells: ReferenceValue) {
  const found = tested(mcNemarTest(tableOfNumbers(cells)));
  return {
    X2_continuity: found.continuityStatistic,
    p_continuity: found.continuityPValue,
    X2: found.statistic,
    p: found.pValue,
  };
}

function sharesOf(asked: ReferenceTree, successesName: string, sizesName: string) {
  const successes = numbersAt(asked, successesName);
  const sizes = numbersAt(asked, sizesName);
  const failures = sizes.map((size, group) => size - successes[group]);
  const test = tested(chiSquareTest(tableOfNumbers([successes, failures])));
  const trend = tested(proportionTrend(successes, sizes));
  const tests = { X2: test.statistic, p: test.pValue, trend_X2: trend.statistic, trend_p: trend.pValue };
  return { [successesName]: successes, [sizesName]: sizes, ...tests };
}

function commonOddsRatio(confidence: number) {
  const found = tested(mantelHaenszel(departments(), confidence));
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

function sameOddsRatio() {
  const { statistic, pValue } = tested(woolfTest(departments()));
  return { X2: statistic, p: pValue };
}

function departments(): CrossTable[] {
  return berkeley.map((cells) => ({ rows: 2, columns: 2, counts: Float64Array.from(cells) }));
}

/** @throws Error unless these are rows of numbers */
function tableOfNumbers(rows: ReferenceValue): CrossTable {
  if (!Array.isArray(rows)) throw new Error("no table of numbers");
  const named = Object.fromEntries(rows.map((row, i) => [String(i), row]));
  const cells = rows.map((_, i) => numbersAt(named, String(i)));
  return { rows: cells.length, columns: cells[0].length, counts: Float64Array.from(cells.flat()) };
}
