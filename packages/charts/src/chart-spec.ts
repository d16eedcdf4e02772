import type { CurvesChart } from "./curves/curves-chart.ts";
import type { DotIntervalChart } from "./dot-interval/dot-interval.ts";
import type { DriverBarsChart } from "./driver-bars/driver-bars.ts";
import type { ImportancePerformanceChart } from "./importance-performance/importance-performance.ts";
import type { KeyIndexChart } from "./key-index/key-index.ts";
import type { PathsChart } from "./paths/paths-chart.ts";
import type { PlaneChart } from "./plane/plane.ts";
import type { RatingDistributionChart } from "./rating-distribution/rating-distribution.ts";
import type { WaveTrendChart } from "./wave-trend/wave-trend.ts";

/** A chart as plain data: what is to be seen, not how wide or in which font. */
export type ChartSpec =
  | CurvesChart
  | DotIntervalChart
  | DriverBarsChart
  | ImportancePerformanceChart
  | KeyIndexChart
  | PathsChart
  | PlaneChart
  | RatingDistributionChart
  | WaveTrendChart;
