import type { ChartSpec } from "@manyi/charts/chart-spec";
import type { Block } from "../document/block.ts";
import type { Draft } from "../document/report-document.ts";
import type { Table } from "../document/table.ts";
import type { Messages } from "../messages/zh.ts";

/** Puts the meaning of “hidden” under every table and chart that says it, so that no section can forget it. */
export function explainHidden(draft: Draft, messages: Messages): Draft {
  const { blocks, subsections } = draft;
  return {
    ...draft,
    blocks: blocks.map((block) => explained(block, messages)),
    ...(subsections === undefined ? {} : { subsections: subsections.map((each) => explainHidden(each, messages)) }),
  };
}

function explained(block: Block, messages: Messages): Block {
  if (block.kind === "table") return { ...block, table: explainedTable(block.table, messages) };
  if (block.kind !== "figure") return block;
  const { figure } = block;
  const { hidden, hiddenNote, subtitle } = messages.common;
  const says = chartWords(figure.chart).includes(hidden);
  const readings = [figure.reading, says ? hiddenNote : ""].filter((text) => text !== "");
  const table = figure.table === null ? null : explainedTable(figure.table, messages);
  return { ...block, figure: { ...figure, reading: subtitle(readings), table } };
}

function explainedTable(table: Table, messages: Messages): Table {
  const { hidden, hiddenNote } = messages.common;
  const says = table.rows.some(({ cells }) => cells.some(({ kind, text }) => kind === "missing" && text === hidden));
  return says ? { ...table, notes: [...table.notes, hiddenNote] } : table;
}

/** What stands in a chart in place of numbers. */
function chartWords(chart: ChartSpec): readonly string[] {
  switch (chart.kind) {
    case "dot-interval":
      return chart.rows.flatMap(({ value }) => (value.kind === "words" ? [value.text] : []));
    case "wave-trend":
      return chart.panels.flatMap(({ points }) => points.flatMap((p) => (p.kind === "words" ? [p.text] : [])));
    case "curves":
    case "driver-bars":
    case "importance-performance":
    case "key-index":
    case "paths":
    case "plane":
    case "rating-distribution":
      return [];
  }
}
