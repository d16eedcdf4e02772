import { setPoint } from "@manyi/analysis/format/set-point";
import type { KeyFigure, TargetVerdict } from "@manyi/analysis/results/key-figures";
import { type Cell, missingCell, numberCell, type Row, row, type Table, textCell } from "../../document/table.ts";
import { intervalCell } from "../figure-cells.ts";
import { nameCell, type ReportContext } from "../report-context.ts";
import { keyFigureBase } from "./key-figure-base.ts";

/** Targets and what the intervals say of them; null where the study has none. */
export function targetsTable(context: ReportContext): Table | null {
  const { keyFigures } = context.messages;
  const { targetColumns } = keyFigures;
  const rows = context.shown.keyFigures.flatMap((keyFigure) =>
    keyFigure.target === null ? [] : [targetRow(keyFigure, keyFigure.target, context)],
  );
  if (rows.length === 0) return null;
  return {
    caption: keyFigures.targetsCaption,
    columns: [
      { heading: targetColumns.measure, role: "name" },
      { heading: targetColumns.target, role: "number" },
      { heading: targetColumns.baseline, role: "number" },
      { heading: targetColumns.value, role: "number" },
      { heading: targetColumns.verdict, role: "text" },
      { heading: targetColumns.due, role: "number" },
      { heading: targetColumns.owner, role: "text" },
    ],
    rows,
    notes: [keyFigures.targetNote],
  };
}

function targetRow(keyFigure: KeyFigure, target: TargetVerdict, context: ReportContext): Row {
  const { common, keyFigures } = context.messages;
  const { figure } = keyFigure;
  const none: Cell = missingCell(common.notApplicable);
  const inItsUnit = (value: number): Cell => numberCell(setPoint(value, figure.unit));
  return row([
    nameCell(keyFigure.label, keyFigure.id, context),
    inItsUnit(target.target),
    target.baseline === null ? none : inItsUnit(target.baseline),
    intervalCell(figure, context, keyFigureBase(context)),
    textCell(keyFigures.target[target.verdict]),
    target.due === null ? none : numberCell(target.due),
    target.owner === null ? none : nameCell(target.owner, common.notApplicable, context),
  ]);
}
