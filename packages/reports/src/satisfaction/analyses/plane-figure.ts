import type { PlaneChart } from "@manyi/analysis/results/analyses";
import type { PlaneAxis } from "@manyi/charts/plane/plane";
import type { Figure } from "../../document/figure.ts";
import { clipName, figureSubtitle, fullName, nameOf, type ReportContext } from "../report-context.ts";

/** Named points in a plane; their numbers are their places in the list, as in the table beside it. */
export function planeFigure(chart: PlaneChart, context: ReportContext): Figure {
  const title = fullName(chart.title, context);
  const nameOfField = (name: NonNullable<PlaneChart["fields"]>[number]) =>
    ({ text: clipName(fullName(name, context)), tone: "plain" }) as const;
  const { fields } = chart;
  return {
    title,
    subtitle: figureSubtitle(
      context.messages.analyses.axes(axisName(chart.y, context), axisName(chart.x, context)),
      null,
      context,
    ),
    alternative: title,
    reading: "",
    table: null,
    chart: {
      kind: "plane",
      x: axis(chart.x, context),
      y: axis(chart.y, context),
      points: chart.points.map(({ label, x, y }, index) => ({
        number: index + 1,
        label: nameOf(label, "", context),
        x,
        y,
        tone: "plain",
      })),
      fields:
        fields === null
          ? null
          : [nameOfField(fields[0]), nameOfField(fields[1]), nameOfField(fields[2]), nameOfField(fields[3])],
    },
  };
}

function axisName({ label }: PlaneChart["x"], context: ReportContext): string {
  return clipName(fullName(label, context));
}

function axis(of: PlaneChart["x"], context: ReportContext): PlaneAxis {
  const { from, to, line } = of;
  return { title: `${axisName(of, context)} →`, unit: "points", limits: { from, to }, line };
}
