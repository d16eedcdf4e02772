/** Overall satisfaction by group: counts, shares, letters, residuals and the test of the whole table. */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import { adjustedResiduals } from "@manyi/statistics/crosstab/adjusted-residuals";
import { chiSquareTest } from "@manyi/statistics/crosstab/chi-square-test";
import { columnLetter, columnProportions } from "@manyi/statistics/crosstab/column-proportions";
import { cramersV } from "@manyi/statistics/crosstab/cramers-v";
import { raoScottTest } from "@manyi/statistics/crosstab/rao-scott";
import type { CrossTable } from "@manyi/statistics/crosstab/table";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Crosstab, CrosstabTest } from "../results/compare.ts";
import { crossTable } from "./cross-table.ts";
import type { Grouping } from "./grouping.ts";
import { itemIndexByGroup } from "./tracked-measures.ts";

/** A table of more columns cannot be read; the grouping then has its measures only. */
const mostColumns = 26;

export function crosstabOf(run: Run, grouping: Grouping): Crosstab | null {
  const { overall } = run.plan.measures;
  const columns = grouping.groups.length;
  if (overall === null || overall.column === grouping.column || columns < 2 || columns > mostColumns) return null;
  const shown = shownColumns(run, grouping, overall);
  const rowSide = { column: overall.column, answers: overall.answers.map((_, r) => r) };
  const columnSide = { column: grouping.column, answers: shown.map((g) => grouping.answers[g]) };
  const table = crossTable(run.plan.dataset, rowSide, columnSide, [], run.weight);
  const proportions = columnProportions(table, 1 - run.plan.confidence, holm);
  const residuals = adjustedResiduals(table);
  const spread = <T>(ofShown: readonly T[], hidden: T): T[] =>
    grouping.groups.map((_, g) => ofShown[shown.indexOf(g)] ?? hidden);
  const rows = overall.answers.map((_, r) => r);
  return {
    rowColumn: overall.column,
    columnColumn: grouping.column,
    rows: overall.answers.map((answer, r) => ({
      code: answer.code,
      label: answer.label,
      n: rowTotal(table, r),
      hidden: null,
    })),
    columns: grouping.groups,
    counts: rows.map((r) =>
      spread<number | null>(
        shown.map((_, c) => table.counts[r * shown.length + c]),
        null,
      ),
    ),
    shares: rows.map((r) => spread<number | null>(proportions[r].shares, null)),
    letters: rows.map((r) => spread(lettersOf(proportions[r].letters, shown), "")),
    columnLetters: grouping.groups.map((_, g) => columnLetter(g)),
    adjustedResiduals: rows.map((r) =>
      spread<number | null>(
        shown.map((_, c) => (residuals.kind === "estimated" ? residuals.values[r * shown.length + c] : null)),
        null,
      ),
    ),
    test: testOf(table, run),
  };
}

/** Columns of which nothing is hidden: neither the group nor, where too few of it answered, its answers. What is hidden is
 *  in no total and in no test of the table, for either would give it away. */
function shownColumns(run: Run, grouping: Grouping, overall: RatedItem): readonly number[] {
  const { figures } = itemIndexByGroup(run, grouping, overall);
  return figures.flatMap(({ result }, g) => (result.kind === "suppressed" ? [] : [g]));
}

/** Letters count the shown columns only; a reader sees them over all columns. */
function lettersOf(letters: readonly string[], shown: readonly number[]): readonly string[] {
  const byLetter = new Map(shown.map((g, i) => [columnLetter(i), columnLetter(g)]));
  return letters.map((text) => [...text].map((letter) => byLetter.get(letter) ?? letter).join(""));
}

function rowTotal(table: CrossTable, row: number): number {
  return table.counts.subarray(row * table.columns, (row + 1) * table.columns).reduce((a, b) => a + b, 0);
}

/** Pearson's χ² on counts of people; with weights Rao and Scott's F, never χ² on weighted counts. */
function testOf(table: CrossTable, run: Run): CrosstabTest {
  const pearson = chiSquareTest(table);
  if (pearson.kind === "not-testable") return pearson;
  const common = {
    kind: "tested",
    cramersV: cramersV(pearson),
    smallestExpected: pearson.smallestExpected,
    shareExpectedBelow5: pearson.shareExpectedBelow5,
    n: pearson.n,
  } as const;
  if (run.weight === null || table.weights === undefined || table.squaredWeights === undefined) {
    const { statistic, degreesOfFreedom, pValue } = pearson;
    return { ...common, method: "pearson", statistic, degreesOfFreedom, denominatorDegreesOfFreedom: null, pValue };
  }
  const weighted = raoScottTest(
    { ...table, weights: table.weights, squaredWeights: table.squaredWeights },
    run.designN,
  );
  if (weighted.kind === "not-testable") return weighted;
  const { statistic, numerator, denominator, pValue } = weighted.f;
  return {
    ...common,
    method: "rao-scott",
    statistic,
    degreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    pValue,
  };
}
