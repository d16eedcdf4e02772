/** One further analysis of a study, and what tests read of its answer. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisDefinition } from "@manyi/study/definition/analyses/analysis-definition";
import { furtherAnalyses } from "../src/analyses/further-analyses.ts";
import { analysisPlan } from "../src/plan/analysis-plan.ts";
import type { AnalysisCell, AnalysisResult, AnalysisTable } from "../src/results/analyses.ts";

/** @param analysis without `weight`: unweighted */
export function furtherAnalysis(loaded: LoadedStudy, analysis: AnalysisDefinition): AnalysisResult {
  const [result] = analysesOf(loaded, [analysis]);
  return result;
}

export function analysesOf(
  { definition, dataset }: LoadedStudy,
  analyses: readonly AnalysisDefinition[],
): readonly AnalysisResult[] {
  return furtherAnalyses(analysisPlan({ ...definition, analyses }, dataset), null);
}

/** @throws Error if the analysis could not be computed */
export function tablesOf({ outcome }: AnalysisResult): readonly AnalysisTable[] {
  if (outcome.kind === "cannot") throw new Error(`not computed: ${outcome.reason}`);
  return outcome.parts.flatMap((part) => (part.kind === "table" ? [part.table] : []));
}

/** The cell of a row (by its label in English) and a column (by its code).
 *  @throws Error if there is none */
export function cellAt(table: AnalysisTable, rowLabel: string, column: string): AnalysisCell {
  const row = table.rows.find(
    ({ cells: [first] }) => first?.kind === "label" && Object.values(first.label).includes(rowLabel),
  );
  const cell = row?.cells[table.columns.findIndex(({ code }) => code === column)];
  if (cell === undefined) throw new Error(`no cell ${rowLabel} / ${column}`);
  return cell;
}

/** @throws Error if the cell holds no number */
export function numberAt(table: AnalysisTable, rowLabel: string, column: string) {
  const cell = cellAt(table, rowLabel, column);
  if (cell.kind !== "number") throw new Error(`no number at ${rowLabel} / ${column}: ${JSON.stringify(cell)}`);
  return cell;
}

/** Every number of an answer, wherever it stands: cells, intervals, charts, n. */
export function everyNumber(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(everyNumber);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(everyNumber) : [];
}
