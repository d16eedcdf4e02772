import type { DriverResult, ImportancePerformance, Quadrant } from "@manyi/analysis/results/explain";
import { sampleIndicators } from "./sample-items.ts";

export function sampleMatrices(): readonly ImportancePerformance[] {
  return [matrixOf("stated", "means"), matrixOf("stated", "medians"), matrixOf("derived-correlation", "means")];
}

function matrixOf(
  importance: ImportancePerformance["importance"],
  crosshair: ImportancePerformance["crosshair"],
): ImportancePerformance {
  const points = sampleIndicators.map(({ code, label, score, weight }, index) => {
    const performance = 1 + score / 25;
    const stated = 3.9 + weight * 4;
    return {
      item: code,
      label,
      performance,
      importance: importance === "stated" ? stated : 0.3 + ((index * 5) % 8) / 20,
      n: 1172 - index * 9,
      performanceInterval: { lower: performance - 0.05, upper: performance + 0.05 },
      importanceInterval: importance === "stated" ? { lower: stated - 0.04, upper: stated + 0.04 } : null,
    };
  });
  const performanceLine = points.reduce((sum, point) => sum + point.performance, 0) / points.length;
  const importanceLine = points.reduce((sum, point) => sum + point.importance, 0) / points.length;
  return {
    importance,
    crosshair,
    unit: "rating",
    performanceLine,
    importanceLine,
    points: points.map((point) => ({
      ...point,
      quadrant: quadrantOf(point.performance >= performanceLine, point.importance >= importanceLine),
      gap: null,
      aboveDiagonal: null,
    })),
  };
}

function quadrantOf(performs: boolean, matters: boolean): Quadrant {
  if (matters) return performs ? "keep-up" : "concentrate-here";
  return performs ? "possible-overkill" : "low-priority";
}

export function sampleDrivers(): DriverResult {
  const shares = [0.21, 0.19, 0.16, 0.13, 0.11, 0.09, 0.07, 0.04];
  return {
    kind: "estimated",
    outcome: "overall",
    outcomeLabel: { zh: "总体满意度", en: "Overall satisfaction" },
    n: 1043,
    rSquared: 0.584,
    adjustedRSquared: 0.581,
    drivers: sampleIndicators.map(({ code, label }, index) => {
      const share = shares[index] ?? 0;
      return {
        item: code,
        label,
        coefficient: index === 7 ? -0.02 : share * 1.1,
        standardError: 0.031,
        pValue: index < 5 ? 0.0002 : 0.21,
        standardised: index === 7 ? -0.03 : share * 1.4,
        varianceInflation: index === 3 ? 5.6 : 1.6 + index / 10,
        lmg: { share, raw: share * 0.584, interval: { lower: share - 0.025, upper: share + 0.03, confidence: 0.95 } },
        johnson: { share: share - 0.002, raw: share * 0.58, interval: null },
        first: share * 1.8,
        last: share * 0.3,
        pratt: share,
        correlation: 0.35 + share,
      };
    }),
    exact: true,
    resamples: 1000,
    version: "1",
    weight: null,
  };
}
