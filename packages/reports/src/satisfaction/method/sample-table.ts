import { count } from "@manyi/analysis/format/number";
import { share } from "@manyi/analysis/format/unit-format";
import { numberCell, row, type Table, textCell } from "../../document/table.ts";
import type { ReportContext } from "../report-context.ts";

/** From the rows of the file to the responses that were analysed. */
export function sampleTable({ messages, results }: ReportContext): Table {
  const { method, common } = messages;
  const { rowsRead, excluded, respondents } = results.data;
  // A row of a frequency table stands for several respondents; then there is no share of the rows.
  const severalARow = respondents > rowsRead;
  const line = (step: string, rows: number) => [
    textCell(step),
    numberCell(count(rows)),
    numberCell(rowsRead === 0 || severalARow ? common.notApplicable : share(rows / rowsRead, rowsRead)),
  ];
  return {
    caption: method.sampleCaption,
    columns: [
      { heading: method.sampleColumns.step, role: "name" },
      { heading: method.sampleColumns.rows, role: "number" },
      { heading: method.sampleColumns.share, role: "number" },
    ],
    rows: [
      row(line(method.rowsRead, rowsRead)),
      ...excluded.map(({ reason, rows }) => row(line(method.excluded[reason], rows))),
      { kind: "total", cells: line(method.respondents, respondents) },
    ],
    notes: [...(severalARow ? [method.severalARow] : []), ...(excluded.length === 0 ? [] : [method.excludedStay])],
  };
}
