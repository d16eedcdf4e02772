import { count } from "@manyi/analysis/format/number";
import type { DimensionResult, Reliability } from "@manyi/analysis/results/items";
import type { Block } from "../document/block.ts";
import type { Draft } from "../document/report-document.ts";
import { plain } from "../document/run.ts";
import { type Cell, missingCell, numberCell, row, type Table } from "../document/table.ts";
import { answersOf, figureText } from "../format/figure-text.ts";
import { weightShare } from "../format/weight-share.ts";
import { answersRange } from "./answers-range.ts";
import { byValue } from "./by-value.ts";
import { answersCell, chartedValue, intervalCell } from "./figure-cells.ts";
import { isFlat } from "./flat-indicators.ts";
import { reliabilityText } from "./reliability-text.ts";
import { confidencePercent, figureSubtitle, nameCell, nameOf, type ReportContext } from "./report-context.ts";
import { sectionAnchors } from "./section-anchors.ts";

/** Scores of the dimensions, best first; null where the study has none. */
export function dimensionsSection(context: ReportContext): Draft | null {
  const { dimensions } = context.messages;
  if (context.shown.dimensions.length === 0 || isFlat(context)) return null;
  const sorted = byValue(context.shown.dimensions, ({ index }) => index);
  const blocks: readonly Block[] = [
    { kind: "paragraph", runs: [plain(dimensions.intro)] },
    ...(sorted.every(({ index }) => index.result.kind === "suppressed")
      ? [{ kind: "note", tone: "note", runs: [plain(dimensions.titleNone)] } as const]
      : [dimensionsFigure(sorted, context)]),
    { kind: "table", table: dimensionsTable(sorted, context) },
  ];
  return { anchor: sectionAnchors.dimensions, heading: dimensions.heading, blocks };
}

function dimensionsFigure(sorted: readonly DimensionResult[], context: ReportContext): Block {
  const { common, dimensions } = context.messages;
  const title = dimensionsTitle(sorted, context);
  const csi = context.shown.keyFigures.find(({ id }) => id === "csi")?.figure;
  const reference = csi === undefined ? null : chartedValue(csi, context);
  return {
    kind: "figure",
    figure: {
      title,
      subtitle: figureSubtitle(common.measures.index, answersRange(sorted.map(({ index }) => index)), context),
      alternative: title,
      reading: "",
      table: null,
      chart: {
        kind: "dot-interval",
        unit: "points",
        limits: { from: 0, to: 100 },
        covers: null,
        reference:
          reference?.kind === "interval"
            ? { value: reference.value, label: dimensions.reference(reference.text) }
            : null,
        rows: sorted.map(({ label, code, index }) => {
          const n = answersOf(index.result);
          return {
            label: nameOf(label, code, context),
            value: chartedValue(index, context),
            note: n === null ? "" : common.n(count(n)),
            evidence: "none",
          };
        }),
      },
    },
  };
}

function dimensionsTitle(sorted: readonly DimensionResult[], context: ReportContext): string {
  const { dimensions } = context.messages;
  const shown = sorted.flatMap((dimension) => {
    const text = figureText(dimension.index, context.messages);
    return text.kind === "value" ? [{ name: nameOf(dimension.label, dimension.code, context), value: text.value }] : [];
  });
  const [best, worst] = [shown[0], shown.at(-1)];
  if (best === undefined || worst === undefined) return dimensions.titleNone;
  if (shown.length === 1) return dimensions.titleOne(best.name, best.value);
  if (worst.value === best.value) return dimensions.titleEqual(count(shown.length), best.value);
  return dimensions.title(count(shown.length), worst.value, best.value);
}

function dimensionsTable(sorted: readonly DimensionResult[], context: ReportContext): Table {
  const { common, dimensions } = context.messages;
  const { columns } = dimensions;
  return {
    caption: dimensions.caption,
    columns: [
      { heading: columns.dimension, role: "name" },
      { heading: columns.items, role: "number" },
      { heading: columns.weight, role: "number" },
      { heading: `${columns.index} (${common.interval(confidencePercent(context))})`, role: "number" },
      { heading: columns.n, role: "number" },
      { heading: columns.reliability, role: "number" },
    ],
    rows: sorted.map(({ label, code, items, weight, index, reliability }) =>
      row([
        nameCell(label, code, context),
        numberCell(count(items.length)),
        numberCell(weightShare(weight)),
        intervalCell(index, context),
        answersCell(index, context),
        reliabilityCell(reliability, context),
      ]),
    ),
    notes: [dimensions.reliabilityNote(confidencePercent(context)), ...wholeReliability(context)],
  };
}

function reliabilityCell(reliability: Reliability, context: ReportContext): Cell {
  if (reliability.kind === "none") return missingCell(context.messages.dimensions.noReliability[reliability.reason]);
  return numberCell(reliabilityText(reliability));
}

function wholeReliability({ shown, messages }: ReportContext): readonly string[] {
  const reliability = shown.index?.reliability;
  if (reliability?.kind !== "estimated") return [];
  return [messages.dimensions.wholeReliability(reliabilityText(reliability), count(reliability.n))];
}
