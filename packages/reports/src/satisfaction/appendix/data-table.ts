import { count } from "@manyi/analysis/format/number";
import { row, type Table, textCell } from "../../document/table.ts";
import { clipName, type ReportContext } from "../report-context.ts";

/** Which file, which definition and which software the numbers come from. */
export function dataTable(context: ReportContext): Table {
  const { appendix } = context.messages;
  const { data, study, product } = context.results;
  const facts: readonly (readonly [string, string])[] = [
    [appendix.data.file, data.file],
    [appendix.data.sha256, data.sha256.slice(0, 16)],
    [appendix.data.bytes, count(data.bytes)],
    [appendix.data.encoding, data.encoding],
    [appendix.data.rows, count(data.rowsRead)],
    [appendix.data.study, study.id],
    [appendix.data.definition, study.definitionHash.slice(0, 16)],
    [appendix.data.software, `${product.name} ${product.version}`],
    [appendix.data.methods, product.methods],
  ];
  return {
    caption: appendix.dataCaption,
    columns: [
      { heading: appendix.dataColumns.what, role: "name" },
      { heading: appendix.dataColumns.value, role: "text" },
    ],
    rows: facts.map(([what, value]) => row([textCell(what), textCell(clipName(value))])),
    notes: [],
  };
}
