import { fixed } from "@manyi/analysis/format/number";
import type { WeightingResults } from "@manyi/analysis/results/study-results";
import type { Draft } from "../document/report-document.ts";
import { plain } from "../document/run.ts";
import { missingCell, numberCell, type Row, row, type Table, textCell } from "../document/table.ts";
import { columnBase } from "../format/column-base.ts";
import { intervalCell } from "./figure-cells.ts";
import { clipName, fullName, nameCell, type ReportContext } from "./report-context.ts";

/** The key figures under each weighting; null where there is only one. */
export function weightingsSection(context: ReportContext): Draft | null {
  const { weightings } = context.messages;
  if (context.results.weightings.length < 2) return null;
  return {
    anchor: "weightings",
    heading: weightings.heading,
    blocks: [
      { kind: "paragraph", runs: [plain(weightings.intro)] },
      { kind: "table", table: weightingsTable(context) },
    ],
  };
}

function weightingsTable(context: ReportContext): Table {
  const { weightings } = context.messages;
  const all = context.results.weightings;
  const line = (name: string, number: (each: WeightingResults) => string): Row =>
    row([textCell(name), ...all.map((each) => numberCell(number(each)))]);
  return {
    caption: weightings.caption,
    columns: [
      { heading: weightings.measure, role: "name" },
      ...all.map((each) => ({ heading: weightingName(each, context), role: "number" }) as const),
    ],
    rows: [
      ...context.shown.keyFigures.map(({ id, label }) =>
        row([
          nameCell(label, id, context),
          ...all.map((each) => {
            const figure = each.keyFigures.find((candidate) => candidate.id === id)?.figure;
            return figure === undefined
              ? missingCell(context.messages.common.notApplicable)
              : intervalCell(figure, context, columnBase(each.keyFigures.map((keyFigure) => keyFigure.figure)));
          }),
        ]),
      ),
      line(weightings.effectiveN, ({ weighting }) => fixed(weighting.effectiveN, 1)),
      line(weightings.designEffect, ({ weighting }) => fixed(weighting.designEffect, 2)),
    ],
    notes: [],
  };
}

function weightingName(each: WeightingResults, context: ReportContext): string {
  const { weightings } = context.messages;
  const { column, label } = each.weighting;
  const name = column === null ? weightings.unweighted : clipName(fullName(label, context) || column);
  return each === context.shown ? weightings.shown(name) : name;
}
