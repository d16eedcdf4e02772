import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisRow, AnalysisTable, NumberFormat } from "../../results/analyses.ts";
import { label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { ModelProblem } from "./model-problem.ts";
import { fitRows, regressionWords as words } from "./words.ts";

export function fitRow(name: LocalText, value: number | null, format: NumberFormat): AnalysisRow {
  return row(label(name), number(value, format));
}

/** How well the model fits; rows of the model after those of the sample. */
export function fitTable(problem: ModelProblem, n: number, rows: readonly AnalysisRow[]): AnalysisTable {
  const { clusters, weights } = problem;
  return {
    caption: words.fit,
    n,
    columns: [nameColumn(terms.measure), numberColumn(terms.value)],
    rows: [
      fitRow(fitRows.n, n, "count"),
      ...(clusters === null ? [] : [fitRow(fitRows.clusters, clusters, "count")]),
      ...rows,
    ],
    notes: problem.design === null ? [] : [words.noLikelihood, ...(weights === null ? [] : [words.weightedFit])],
  };
}
