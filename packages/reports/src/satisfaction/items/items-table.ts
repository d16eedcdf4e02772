import { count } from "@manyi/analysis/format/number";
import type { ItemResult } from "@manyi/analysis/results/items";
import { type Cell, missingCell, numberCell, row, type Table } from "../../document/table.ts";
import { columnBase } from "../../format/column-base.ts";
import { hiddenText } from "../../format/figure-text.ts";
import { weightShare } from "../../format/weight-share.ts";
import { answersCell, intervalCell, valueCell } from "../figure-cells.ts";
import { isFlat } from "../flat-indicators.ts";
import { noRatingReasons, noRatingTotal } from "../method/no-rating-text.ts";
import { confidencePercent, nameCell, type ReportContext } from "../report-context.ts";

/** Score, mean, shares and missing ratings of each item. */
export function itemsTable(sorted: readonly ItemResult[], context: ReportContext): Table {
  const { common, items } = context.messages;
  const { columns } = items;
  const tree = !isFlat(context);
  return {
    caption: items.caption,
    columns: [
      { heading: columns.item, role: "name" },
      ...(tree ? [{ heading: columns.dimension, role: "text" } as const] : []),
      { heading: `${columns.index} (${common.interval(confidencePercent(context))})`, role: "number" },
      { heading: columns.mean, role: "number" },
      { heading: columns.top, role: "number" },
      { heading: columns.bottom, role: "number" },
      { heading: columns.n, role: "number" },
      { heading: columns.noRating, role: "number" },
      { heading: columns.weight, role: "number" },
    ],
    rows: sorted.map((item) =>
      row([
        nameCell(item.label, item.code, context),
        ...(tree ? [dimensionCell(item, context)] : []),
        ...itemCells(item, columnBase(sorted.flatMap(({ topShare, bottomShare }) => [topShare, bottomShare])), context),
      ]),
    ),
    notes: itemsNotes(sorted, context),
  };
}

function itemCells(item: ItemResult, base: number | undefined, context: ReportContext): readonly Cell[] {
  return [
    intervalCell(item.index, context),
    valueCell(item.mean, context),
    valueCell(item.topShare, context, base),
    valueCell(item.bottomShare, context, base),
    answersCell(item.index, context),
    noRatingCell(item, noRatingTotal(item.noRating), context),
    item.weight === null ? missingCell(context.messages.common.notApplicable) : numberCell(weightShare(item.weight)),
  ];
}

function itemsNotes(sorted: readonly ItemResult[], { messages, shown }: ReportContext): readonly string[] {
  const { common, items } = messages;
  const csi = shown.keyFigures.find(({ id }) => id === "csi")?.figure;
  return [
    ...(sorted.some(({ weight }) => weight === null) ? [`${common.notApplicable} ${items.outsideIndex}`] : []),
    ...(csi?.result.kind === "estimated" ? [items.evidence] : []),
  ];
}

function dimensionCell(item: ItemResult, context: ReportContext): Cell {
  const dimension = context.shown.dimensions.find(({ code }) => code === item.dimension);
  return dimension === undefined
    ? missingCell(context.messages.common.notApplicable)
    : nameCell(dimension.label, dimension.code, context);
}

/** Why ratings are missing, item by item. */
export function noRatingTable(sorted: readonly ItemResult[], context: ReportContext): Table {
  const { items, method } = context.messages;
  return {
    caption: items.noRatingCaption,
    columns: [
      { heading: items.columns.item, role: "name" },
      ...noRatingReasons.map((reason) => ({ heading: method.reasons[reason], role: "number" }) as const),
    ],
    rows: sorted.map((item) =>
      row([
        nameCell(item.label, item.code, context),
        ...noRatingReasons.map((reason) => noRatingCell(item, item.noRating[reason], context)),
      ]),
    ),
    notes: [items.noRatingNote],
  };
}

function noRatingCell({ index }: ItemResult, answers: number, { messages }: ReportContext): Cell {
  return index.result.kind === "suppressed"
    ? missingCell(hiddenText(index.result.reason, index.result.minimum, messages))
    : numberCell(count(answers));
}
