import type { ParallelAnalysis } from "@manyi/statistics/factors/parallel-analysis";
import type { AnalysisPart } from "../../results/analyses.ts";
import { chartPart } from "../result/outcomes.ts";
import { factorWords as words } from "./words.ts";

/** From here on eigenvalues tell nothing more. */
const mostShown = 20;

/** Eigenvalues beside those of chance: as many factors as stand above it. */
export function screeChart({ eigenvalues, byChance, factors }: ParallelAnalysis): AnalysisPart {
  const points = (values: Float64Array) =>
    Array.from(values.subarray(0, mostShown), (y, i) => ({ x: i + 1, y, band: null, mark: false }));
  const own = points(eigenvalues).map((point, i) => ({ ...point, mark: i < factors }));
  return chartPart({
    kind: "curves",
    title: words.scree(factors),
    shape: "lines",
    x: { label: words.factorNumber, format: "count", names: null },
    y: { label: words.eigenvalue, format: "statistic" },
    curves: [
      { label: words.ofData, points: own },
      { label: words.ofChance, points: points(byChance) },
    ],
    limits: [],
  });
}
