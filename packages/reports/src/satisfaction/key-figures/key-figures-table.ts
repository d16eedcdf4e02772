import type { Figure } from "@manyi/analysis/results/figure";
import type { KeyFigure } from "@manyi/analysis/results/key-figures";
import { type Cell, missingCell, type Row, row, type Table, textCell } from "../../document/table.ts";
import { answersCell, barCell, intervalCell } from "../figure-cells.ts";
import { confidencePercent, nameOf, type ReportContext } from "../report-context.ts";
import { keyFigureBase } from "./key-figure-base.ts";

/** All key figures with interval, n and conversion, each followed by what else its answers say. */
export function keyFiguresTable(context: ReportContext): Table {
  const { keyFigures, common } = context.messages;
  const { columns } = keyFigures;
  return {
    caption: keyFigures.caption,
    columns: [
      { heading: columns.measure, role: "name" },
      { heading: `${columns.value} (${common.interval(confidencePercent(context))})`, role: "number" },
      { heading: columns.bar, role: "bar" },
      { heading: columns.n, role: "number" },
      { heading: columns.conversion, role: "text" },
    ],
    rows: context.shown.keyFigures.flatMap((keyFigure) => keyFigureRows(keyFigure, context)),
    notes: [keyFigures.barNote],
  };
}

function keyFigureRows(keyFigure: KeyFigure, context: ReportContext): readonly Row[] {
  const { appendix, common } = context.messages;
  const cellsOf = (name: string, figure: Figure): readonly Cell[] => {
    const conversion =
      figure.conversion === null ? null : (appendix.conversions[figure.conversion]?.name ?? figure.conversion);
    return [
      textCell(name),
      intervalCell(figure, context, keyFigureBase(context)),
      figure.unit === "rating" ? missingCell(common.notApplicable) : barCell(figure, context),
      answersCell(figure, context),
      conversion === null ? missingCell(common.notApplicable) : textCell(conversion),
    ];
  };
  return [
    row(cellsOf(nameOf(keyFigure.label, keyFigure.id, context), keyFigure.figure)),
    ...keyFigure.companions.map(
      (figure): Row => ({ kind: "detail", cells: cellsOf(companionName(figure, context), figure) }),
    ),
  ];
}

function companionName({ measure, result }: Figure, context: ReportContext): string {
  const { common, keyFigures } = context.messages;
  const clustered = result.kind === "estimated" && result.method.includes("clustered");
  return clustered ? keyFigures.clustered : common.measures[measure];
}
