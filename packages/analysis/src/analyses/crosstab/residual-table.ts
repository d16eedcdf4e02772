import { adjustedResiduals } from "@manyi/statistics/crosstab/adjusted-residuals";
import { marginsOf } from "@manyi/statistics/crosstab/table";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisTable } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import type { CrossedQuestion } from "./crossed-question.ts";
import { cellOf, lettered, mostFrequent } from "./share-table.ts";
import { crosstabTerms as own, crosstabWords as words } from "./words.ts";

/** Which cells make the association; null where nothing can be tested. */
export function residualTable(question: CrossedQuestion, by: LocalText): AnalysisTable | null {
  const { table, answers, groups, label: name, n } = question;
  const residuals = adjustedResiduals(table);
  if (residuals.kind !== "estimated") return null;
  const { rowTotals } = marginsOf(table.rows, table.columns, table.counts);
  return {
    caption: words.residualsOf(name, by),
    n,
    columns: [
      nameColumn(own.answer),
      ...groups.map((group, c) => numberColumn({ code: group.code, heading: lettered(group.label, c) })),
    ],
    rows: mostFrequent(rowTotals).map((r) =>
      row(
        label(answers[r].label),
        ...groups.map((_, c) => {
          const value = residuals.values[r * table.columns + c];
          return cellOf(question, r, c, value === null ? none("no-variation") : number(value, "statistic"));
        }),
      ),
    ),
    notes: [words.residualsNote],
  };
}
