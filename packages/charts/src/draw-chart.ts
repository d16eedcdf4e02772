import type { Language } from "@manyi/analysis/results/text-in";
import type { ChartSpec } from "./chart-spec.ts";
import { drawCurves } from "./curves/curves.ts";
import { drawDotInterval } from "./dot-interval/dot-interval.ts";
import type { Drawing } from "./drawing/drawing.ts";
import { drawDriverBars } from "./driver-bars/driver-bars.ts";
import { drawImportancePerformance } from "./importance-performance/importance-performance.ts";
import { drawKeyIndex } from "./key-index/key-index.ts";
import { drawPaths } from "./paths/paths.ts";
import { drawPlane } from "./plane/plane.ts";
import { drawRatingDistribution } from "./rating-distribution/rating-distribution.ts";
import { drawWaveTrend } from "./wave-trend/wave-trend.ts";

/** Lays a chart out at a width in pixels; the height follows from its data. */
export function drawChart(spec: ChartSpec, language: Language, width: number): Drawing {
  switch (spec.kind) {
    case "curves":
      return drawCurves(spec, width);
    case "dot-interval":
      return drawDotInterval(spec, width);
    case "driver-bars":
      return drawDriverBars(spec, width);
    case "importance-performance":
      return drawImportancePerformance(spec, language, width);
    case "key-index":
      return drawKeyIndex(spec, width);
    case "paths":
      return drawPaths(spec, width);
    case "plane":
      return drawPlane(spec, width);
    case "rating-distribution":
      return drawRatingDistribution(spec, width);
    case "wave-trend":
      return drawWaveTrend(spec, width);
  }
}
