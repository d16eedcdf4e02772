import type { AnalysisChart } from "@manyi/analysis/results/analyses";
import type { Figure } from "../../document/figure.ts";
import type { ReportContext } from "../report-context.ts";
import { curvesFigure } from "./curves-figure.ts";
import { intervalsFigure } from "./intervals-figure.ts";
import { pathsFigure } from "./paths-figure.ts";
import { planeFigure } from "./plane-figure.ts";

/** A chart of an analysis with its words; its numbers stand in the tables beside it. */
export function analysisFigure(chart: AnalysisChart, context: ReportContext): Figure {
  switch (chart.kind) {
    case "intervals":
      return intervalsFigure(chart, context);
    case "curves":
      return curvesFigure(chart, context);
    case "paths":
      return pathsFigure(chart, context);
    case "plane":
      return planeFigure(chart, context);
  }
}
