import type { TestedDifference } from "@manyi/analysis/results/compare";
import type { Figure, HiddenBecause, Measure, Unit } from "@manyi/analysis/results/figure";

/** A figure with a symmetric interval. */
export function sampleFigure(
  measure: Measure,
  unit: Unit,
  value: number,
  halfWidth: number,
  n: number,
  overrides: Partial<Figure> = {},
): Figure {
  return {
    measure,
    subject: "overall",
    unit,
    filter: [],
    weight: null,
    conversion: unit === "index" ? "range" : null,
    version: "1",
    result: {
      kind: "estimated",
      value,
      standardError: halfWidth / 1.96,
      interval: {
        lower: value - halfWidth,
        upper: value + halfWidth,
        confidence: 0.95,
        method: unit === "share" ? "wilson" : unit === "nps" ? "adjusted-wald" : "t",
      },
      n,
      weightedBase: n,
      effectiveN: n,
      method: unit === "share" ? "share/wilson" : unit === "nps" ? "nps/adjusted-wald" : "mean/t",
    },
    ...overrides,
  };
}

/** A figure of answers that are all the same: an interval without width. */
export function equalFigure(measure: Measure, unit: Unit, value: number, n: number): Figure {
  const figure = sampleFigure(measure, unit, value, 0, n);
  if (figure.result.kind !== "estimated") return figure;
  const interval = { lower: value, upper: value, confidence: 0.95, method: "no-variation" } as const;
  return { ...figure, result: { ...figure.result, standardError: 0, interval } };
}

/** The same figure of a group that may not be shown, usually because it is too small. */
export function suppressedFigure(figure: Figure, reason: HiddenBecause = "too-few"): Figure {
  return { ...figure, result: { kind: "suppressed", reason, minimum: 10 } };
}

/** A tested difference whose evidence follows from its interval. */
export function sampleDifference(value: number, halfWidth: number): TestedDifference {
  const evidence = Math.abs(value) <= halfWidth ? "none" : value > 0 ? "higher" : "lower";
  const pValue = evidence === "none" ? 0.42 : 0.0004;
  return {
    difference: {
      kind: "estimated",
      value,
      standardError: halfWidth / 1.96,
      interval: { lower: value - halfWidth, upper: value + halfWidth, confidence: 0.95, method: "welch-t" },
      statistic: (value / halfWidth) * 1.96,
      degreesOfFreedom: 240,
      pValue,
      first: { n: 121, weightedBase: 121, effectiveN: 121 },
      second: { n: 121, weightedBase: 121, effectiveN: 121 },
      method: "means/welch-t",
    },
    adjustedPValue: pValue,
    evidence,
  };
}
