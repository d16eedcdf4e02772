import type { Figure } from "@manyi/analysis/results/figure";
import type { ItemResult } from "@manyi/analysis/results/items";
import type { Block } from "../../document/block.ts";
import { plain } from "../../document/run.ts";
import { row, type Table, textCell } from "../../document/table.ts";
import { answersCell, intervalCell } from "../figure-cells.ts";
import { nameCell, type ReportContext } from "../report-context.ts";

/** What overall satisfaction would be under the other conversions in use, so that nobody compares one with another
 *  unawares; nothing where there is no such question or its scale knows one conversion only. */
export function conversionsBlocks(context: ReportContext): readonly Block[] {
  const overall = context.shown.keyFigures.find(({ id }) => id === "overall-index")?.figure.subject;
  const item = context.shown.items.find(({ code }) => code === overall);
  if (item === undefined || item.otherConversions.length === 0) return [];
  return [
    { kind: "paragraph", runs: [plain(context.messages.appendix.conversionsIntro)] },
    { kind: "table", table: conversionsTable(item, context) },
  ];
}

function conversionsTable(item: ItemResult, context: ReportContext): Table {
  const { appendix, items } = context.messages;
  const nameOf = ({ conversion }: Figure) => appendix.conversions[conversion ?? "identity"]?.name ?? conversion ?? "";
  const shown = (figure: Figure) => figure === item.index;
  return {
    caption: appendix.conversionsCaption,
    columns: [
      { heading: items.columns.item, role: "name" },
      { heading: appendix.conversionsColumn, role: "text" },
      { heading: items.columns.index, role: "number" },
      { heading: items.columns.n, role: "number" },
    ],
    rows: [item.index, ...item.otherConversions].map((figure) =>
      row([
        nameCell(item.label, item.code, context),
        textCell(shown(figure) ? appendix.conversionsShown(nameOf(figure)) : nameOf(figure)),
        intervalCell(figure, context),
        answersCell(figure, context),
      ]),
    ),
    notes: item.otherConversions.some(({ conversion }) => conversion === "maximum")
      ? [appendix.conversions.maximum.words]
      : [],
  };
}
