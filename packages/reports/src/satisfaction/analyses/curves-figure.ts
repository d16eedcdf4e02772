import type { CurvesChart, NumberFormat } from "@manyi/analysis/results/analyses";
import type { AxisUnit } from "@manyi/charts/drawing/axis-number";
import type { Figure } from "../../document/figure.ts";
import { clipName, figureSubtitle, fullName, nameOf, type ReportContext } from "../report-context.ts";

/** Lines over a number or over named places. */
export function curvesFigure(chart: CurvesChart, context: ReportContext): Figure {
  const title = fullName(chart.title, context);
  const axisName = ({ label }: CurvesChart["x"] | CurvesChart["y"]) => clipName(fullName(label, context));
  return {
    title,
    subtitle: figureSubtitle(context.messages.analyses.axes(axisName(chart.y), axisName(chart.x)), null, context),
    alternative: title,
    reading: "",
    table: null,
    chart: {
      kind: "curves",
      shape: chart.shape,
      x: {
        title: `${axisName(chart.x)} →`,
        unit: unitOf(chart.x.format),
        names: chart.x.names?.map((name) => nameOf(name, "", context)) ?? null,
      },
      y: { title: axisName(chart.y), unit: unitOf(chart.y.format) },
      curves: chart.curves.map(({ label, points }) => ({ label: nameOf(label, "", context), points })),
      limits: chart.limits.map(({ label, values }) => ({ label: nameOf(label, "", context), values })),
    },
  };
}

function unitOf(format: NumberFormat): AxisUnit {
  return format === "share" ? "share" : "points";
}
