import type { ChartSpec } from "@manyi/charts/chart-spec";
import type { Table } from "./table.ts";

/** A chart with its words. */
export interface Figure {
  /** The finding. */
  readonly title: string;
  /** Measure, n and period. */
  readonly subtitle: string;
  readonly chart: ChartSpec;
  /** The finding for who cannot see the chart. */
  readonly alternative: string;
  /** How to read the signs; empty for none. */
  readonly reading: string;
  /** The chart's numbers, where no table beside the figure holds them. */
  readonly table: Table | null;
}
