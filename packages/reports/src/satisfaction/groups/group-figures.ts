import { count } from "@manyi/analysis/format/number";
import type { GroupBreakdown, TrackedMeasure } from "@manyi/analysis/results/compare";
import type { DotIntervalChart } from "@manyi/charts/dot-interval/dot-interval";
import type { Block } from "../../document/block.ts";
import { chunked } from "../../document/chunked.ts";
import { columnBase } from "../../format/column-base.ts";
import { chartedValue, unitLimits } from "../figure-cells.ts";
import { figureSubtitle, nameOf, type ReportContext } from "../report-context.ts";
import { rowsPerChart } from "../rows-per-chart.ts";
import { type GroupRow, groupRows } from "./group-rows.ts";
import { groupTitle } from "./group-title.ts";

/** One measure across the groups, sorted; several charts on one axis where there are many groups. */
export function groupFigures(
  breakdown: GroupBreakdown,
  measure: TrackedMeasure,
  context: ReportContext,
): readonly Block[] {
  const { common, groups } = context.messages;
  const rows = groupRows(breakdown, measure);
  const title = groupTitle(breakdown, rows, context);
  const parts = chunked(rows, rowsPerChart);
  const shown = rows.reduce((sum, { group }) => sum + (group.n ?? 0), 0);
  return parts.map((part, index): Block => {
    const suffix = parts.length === 1 ? "" : common.part(index + 1, parts.length);
    return {
      kind: "figure",
      figure: {
        title: `${title}${suffix}`,
        subtitle: figureSubtitle(nameOf(measure.label, measure.id, context), count(shown), context),
        alternative: title,
        reading: groups.reading,
        table: null,
        chart: groupChart(part, rows, measure, context),
      },
    };
  });
}

function groupChart(
  part: readonly GroupRow[],
  all: readonly GroupRow[],
  measure: TrackedMeasure,
  context: ReportContext,
): DotIntervalChart {
  const base = columnBase(measure.figures);
  return {
    kind: "dot-interval",
    unit: measure.unit === "share" ? "share" : "points",
    limits: unitLimits(measure),
    covers: extent(all),
    reference: totalLine(measure, context),
    rows: part.map(({ group, figure, difference }) => ({
      label: nameOf(group.label, group.code, context),
      value: chartedValue(figure, context, base),
      note: group.n === null ? "" : context.messages.common.n(count(group.n)),
      evidence: difference?.evidence ?? "none",
    })),
  };
}

function extent(rows: readonly GroupRow[]): readonly [number, number] | null {
  const ends = rows.flatMap(({ figure: { result } }) =>
    result.kind === "estimated" ? [result.interval.lower, result.interval.upper] : [],
  );
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)];
}

function totalLine(measure: TrackedMeasure, context: ReportContext): DotIntervalChart["reference"] {
  const total = context.shown.keyFigures.find(({ id }) => id === measure.id);
  if (total === undefined) return null;
  const value = chartedValue(total.figure, context);
  return value.kind === "words" ? null : { value: value.value, label: context.messages.groups.total(value.text) };
}
