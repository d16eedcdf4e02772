import { count } from "@manyi/analysis/format/number";
import type { IntervalsChart } from "@manyi/analysis/results/analyses";
import type { DotIntervalRow } from "@manyi/charts/dot-interval/dot-interval";
import { niceStep } from "@manyi/charts/drawing/linear-scale";
import type { Figure } from "../../document/figure.ts";
import { clipName, figureSubtitle, fullName, nameOf, type ReportContext } from "../report-context.ts";
import { numberText } from "./number-text.ts";

/** Values with their intervals on one axis. */
export function intervalsFigure(chart: IntervalsChart, context: ReportContext): Figure {
  const title = fullName(chart.title, context);
  const { reference } = chart;
  return {
    title,
    subtitle: figureSubtitle(fullName(chart.measure, context), null, context),
    alternative: title,
    reading: "",
    table: null,
    chart: {
      kind: "dot-interval",
      unit: chart.format === "share" ? "share" : "points",
      limits: axisLimits(chart),
      covers: null,
      rows: chart.rows.map((row) => chartRow(row, chart, context)),
      reference:
        reference === null ? null : { value: reference.value, label: clipName(fullName(reference.label, context)) },
    },
  };
}

function chartRow(
  { label, n, point }: IntervalsChart["rows"][number],
  chart: IntervalsChart,
  context: ReportContext,
): DotIntervalRow {
  const { common, analyses } = context.messages;
  return {
    label: nameOf(label, "", context),
    value:
      point === null
        ? { kind: "words", text: analyses.none["not-estimable"] }
        : { kind: "interval", ...point, text: numberText(point.value, chart.format) },
    note: n === null ? "" : common.n(count(n)),
    evidence: "none",
  };
}

/** Shares and indices have ends; other numbers round ones beyond those of their intervals. */
function axisLimits({ format, rows, reference }: IntervalsChart): { readonly from: number; readonly to: number } {
  const values = rows.flatMap(({ point }) => (point === null ? [] : [point.lower, point.upper]));
  if (reference !== null) values.push(reference.value);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (format === "share" && lowest >= 0) return { from: 0, to: Math.max(1, highest) };
  if (format === "index" && lowest >= 0) return { from: 0, to: Math.max(100, highest) };
  if (highest === lowest) return { from: lowest, to: lowest + 1 };
  const step = niceStep((highest - lowest) / 4);
  return { from: Math.floor(lowest / step) * step, to: Math.ceil(highest / step) * step };
}
