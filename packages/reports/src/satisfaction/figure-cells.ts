import { count } from "@manyi/analysis/format/number";
import type { Group } from "@manyi/analysis/results/compare";
import type { Figure } from "@manyi/analysis/results/figure";
import type { ChartedValue } from "@manyi/charts/charted-value";
import type { AxisLimits } from "@manyi/charts/drawing/linear-scale";
import { type Cell, missingCell, numberCell } from "../document/table.ts";
import { figureText, hiddenText } from "../format/figure-text.ts";
import type { ReportContext } from "./report-context.ts";

/** The value alone, or why there is none. @param base of the column, see `columnBase` */
export function valueCell(figure: Figure, { messages }: ReportContext, base?: number): Cell {
  const text = figureText(figure, messages, base);
  return text.kind === "value" ? numberCell(text.value) : missingCell(text.text);
}

/** `72.4 (71.1–73.7)`, or why there is no value. @param base of the column, see `columnBase` */
export function intervalCell(figure: Figure, { messages }: ReportContext, base?: number): Cell {
  const text = figureText(figure, messages, base);
  return text.kind === "value" ? numberCell(`${text.value} (${text.interval})`) : missingCell(text.text);
}

/** Answers behind the figure; "—" where they are not to be told. */
export function answersCell(figure: Figure, { messages }: ReportContext): Cell {
  const text = figureText(figure, messages);
  return text.n === null ? missingCell(messages.common.notApplicable) : numberCell(text.n);
}

/** Respondents of a group, or why they are not told. */
export function respondentsCell({ n, hidden }: Group, { messages, results }: ReportContext): Cell {
  return n === null
    ? missingCell(hiddenText(hidden ?? "too-few", results.minimumGroup, messages))
    : numberCell(count(n));
}

/** The interval drawn on the whole scale of its unit. */
export function barCell(figure: Figure, context: ReportContext): Cell {
  const { result } = figure;
  const text = figureText(figure, context.messages);
  if (result.kind !== "estimated" || text.kind !== "value") return missingCell(context.messages.common.notApplicable);
  const { lower, upper } = result.interval;
  return { kind: "bar", ...unitLimits(figure), value: result.value, lower, upper, text: text.interval };
}

/** The figure as charts take it. @param base of the chart's column of numbers, see `columnBase` */
export function chartedValue(figure: Figure, { messages }: ReportContext, base?: number): ChartedValue {
  const { result } = figure;
  const text = figureText(figure, messages, base);
  if (result.kind !== "estimated" || text.kind !== "value") {
    return { kind: "words", text: text.kind === "missing" ? text.text : messages.common.notApplicable };
  }
  const { lower, upper } = result.interval;
  return { kind: "interval", value: result.value, lower, upper, text: text.value };
}

/** Ends of the scale on which a figure of this unit stands. Ratings have ends of their own; 0–10 holds the usual. */
export function unitLimits(figure: Pick<Figure, "unit">): AxisLimits {
  switch (figure.unit) {
    case "share":
      return { from: 0, to: 1 };
    case "nps":
      return { from: -100, to: 100 };
    case "index":
      return { from: 0, to: 100 };
    case "rating":
      return { from: 0, to: 10 };
  }
}
