import { count } from "@manyi/analysis/format/number";
import type { ItemResult } from "@manyi/analysis/results/items";
import { type Cell, missingCell, numberCell, row, type Table } from "../../document/table.ts";
import { suppressedText } from "../../format/figure-text.ts";
import { weightShare } from "../../format/weight-share.ts";
import { answersCell, intervalCell, valueCell } from "../figure-cells.ts";
import { noRatingReasons, noRatingTotal } from "../method/no-rating-text.ts";
import { confidencePercent, nameCell, type ReportContext } from "../report-context.ts";

/** Score, mean, shares and missing ratings of each item. */
export function itemsTable(sorted: readonly ItemResult[], context: ReportContext): Table {
  const { common, items } = context.messages;
  const { columns } = items;
  return {
    caption: items.caption,
    columns: [
      { heading: columns.item, role: "name" },
      { heading: columns.dimension, role: "text" },
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
        dimensionCell(item, context),
        intervalCell(item.index, context),
        valueCell(item.mean, context),
        valueCell(item.topShare, context),
        valueCell(item.bottomShare, context),
        answersCell(item.index, context),
        noRatingCell(item, noRatingTotal(item.noRating)),
        item.weight === null ? missingCell(common.notApplicable) : numberCell(weightShare(item.weight)),
      ]),
    ),
    notes: sorted.some(({ weight }) => weight === null) ? [`${common.notApplicable} ${items.outsideIndex}`] : [],
  };
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
        ...noRatingReasons.map((reason) => noRatingCell(item, item.noRating[reason])),
      ]),
    ),
    notes: [items.noRatingNote],
  };
}

function noRatingCell({ index }: ItemResult, answers: number): Cell {
  return index.result.kind === "suppressed"
    ? missingCell(suppressedText(index.result.minimum))
    : numberCell(count(answers));
}
