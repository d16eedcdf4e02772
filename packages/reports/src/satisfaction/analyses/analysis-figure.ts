import type { AnalysisChart } from "@manyi/analysis/results/analyses";
import type { Figure } from "../../document/figure.ts";
import type { ReportContext } from "../report-context.ts";
import { intervalsFigure } from "./intervals-figure.ts";

/** A chart of an analysis with its words; its numbers stand in the tables beside it. */
export function analysisFigure(chart: AnalysisChart, context: ReportContext): Figure {
  switch (chart.kind) {
    case "intervals":
      return intervalsFigure(chart, context);
    default:
      throw new RangeError(`no drawing for ${chart.kind}`);
  }
}
