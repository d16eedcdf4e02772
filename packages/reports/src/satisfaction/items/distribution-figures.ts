import { count, fixed } from "@manyi/analysis/format/number";
import { share } from "@manyi/analysis/format/unit-format";
import type { DistributionCell, ItemResult } from "@manyi/analysis/results/items";
import type { RatingDistributionChart, RatingRow } from "@manyi/charts/rating-distribution/rating-distribution";
import type { Block } from "../../document/block.ts";
import { chunked } from "../../document/chunked.ts";
import { missingCell, numberCell, row, type Table } from "../../document/table.ts";
import { answersOf } from "../../format/figure-text.ts";
import { answersRange } from "../answers-range.ts";
import { valueCell } from "../figure-cells.ts";
import { figureSubtitle, fullName, nameCell, nameOf, type ReportContext } from "../report-context.ts";
import { rowsPerChart } from "../rows-per-chart.ts";
import { itemsTitle } from "./items-title.ts";

/** Distributions of the items' ratings: a figure for each scale, and more of them where a scale has many items.
 *  @param sorted items that have ratings which may be shown */
export function distributionFigures(sorted: readonly ItemResult[], context: ReportContext): readonly Block[] {
  const scales = Object.values(Object.groupBy(sorted, (item) => scaleOf(item, context))).filter(
    (items) => items !== undefined,
  );
  return scales.flatMap((items) => {
    const parts = chunked(items, rowsPerChart);
    return parts.map((part, index) => distributionFigure(items, part, partText(index, parts.length, context), context));
  });
}

/** Items share a figure where their answers have the same values and words, and all or none are in the index. */
function scaleOf(item: ItemResult, context: ReportContext): string {
  const inIndex = item.weight !== null;
  return JSON.stringify([inIndex, upwards(item).map((cell) => [cell.value, fullName(cell.label, context)])]);
}

function upwards(item: ItemResult): readonly DistributionCell[] {
  return item.distribution.toSorted((one, other) => one.value - other.value);
}

function partText(index: number, parts: number, { messages }: ReportContext): string {
  return parts === 1 ? "" : messages.common.part(index + 1, parts);
}

function distributionFigure(
  all: readonly ItemResult[],
  part: readonly ItemResult[],
  suffix: string,
  context: ReportContext,
): Block {
  const { messages } = context;
  const title = itemsTitle(all, context);
  const cells = part[0] === undefined ? [] : upwards(part[0]);
  const ends = [cells[0], cells.at(-1)].map((cell) =>
    cell === undefined ? "" : nameOf(cell.label, cell.code, context),
  );
  const n = answersRange(part.map(({ index }) => index));
  return {
    kind: "figure",
    figure: {
      title: `${title}${suffix}`,
      subtitle: figureSubtitle(messages.items.distribution, n, context),
      alternative: title,
      reading: messages.common.subtitle([
        messages.items.scaleEnds(ends[0] ?? "", ends[1] ?? ""),
        ...(all.length > 1 ? [messages.items.sorted] : []),
      ]),
      chart: distributionChart(part, cells, context),
      table: distributionTable(part, cells, suffix, context),
    },
  };
}

function distributionChart(
  part: readonly ItemResult[],
  cells: readonly DistributionCell[],
  context: ReportContext,
): RatingDistributionChart {
  return {
    kind: "rating-distribution",
    answers: cells.map((cell) => ({ label: nameOf(cell.label, cell.code, context), short: String(cell.value) })),
    rows: part.map((item) => ratingRow(item, fewestRatings(part), context)),
  };
}

function ratingRow(item: ItemResult, fewest: number, context: ReportContext): RatingRow {
  const shares = upwards(item).map((cell) => ({
    share: cell.share,
    // The unit stands in the subtitle; the bar holds digits only.
    text: share(cell.share, fewest).replace("%", ""),
  }));
  return {
    label: nameOf(item.label, item.code, context),
    shares,
    note: context.messages.common.n(count(ratingsOf(item))),
  };
}

function ratingsOf({ index }: ItemResult): number {
  return answersOf(index.result) ?? 0;
}

/** Decides the decimals of all shares in a figure and its table. */
function fewestRatings(items: readonly ItemResult[]): number {
  return Math.min(...items.map(ratingsOf));
}

function distributionTable(
  part: readonly ItemResult[],
  cells: readonly DistributionCell[],
  suffix: string,
  context: ReportContext,
): Table {
  const { items, common } = context.messages;
  return {
    caption: `${items.distributionCaption}${suffix}`,
    columns: [
      { heading: items.columns.item, role: "name" },
      { heading: items.columns.n, role: "number" },
      ...cells.map((cell) => ({ heading: nameOf(cell.label, cell.code, context), role: "number" }) as const),
      { heading: common.measures.median, role: "number" },
      { heading: items.standardDeviation, role: "number" },
    ],
    rows: part.map((item) => {
      const spread = item.standardDeviation === null ? null : fixed(item.standardDeviation, 2);
      return row([
        nameCell(item.label, item.code, context),
        numberCell(count(ratingsOf(item))),
        ...upwards(item).map((cell) => numberCell(share(cell.share, fewestRatings(part)))),
        valueCell(item.median, context),
        spread === null ? missingCell(common.notApplicable) : numberCell(spread),
      ]);
    }),
    notes: [],
  };
}
