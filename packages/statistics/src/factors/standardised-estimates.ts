import type { Interval } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { derivativesOf } from "./confirmatory-derivatives.ts";
import type { ConfirmatoryFactors } from "./confirmatory-factors.ts";
import type { MeasurementParameter } from "./confirmatory-model.ts";

export interface StandardisedEstimate {
  readonly value: number;
  readonly standardError: number;
  /** Wald; an end can pass 1 in small samples. */
  readonly interval: Interval;
}

export interface StandardisedEstimates {
  /** One an item, in the order of the layout: correlations of items with their factors. */
  readonly loadings: readonly StandardisedEstimate[];
  /** Each pair of factors once, places in the layout. */
  readonly correlations: readonly (StandardisedEstimate & { readonly factors: readonly [number, number] })[];
}

/**
 * Loadings for items and factors of variance 1 and correlations of factors, with their uncertainty by the delta method from the expected
 * information; every item has one, also that which gives its factor the unit.
 * @returns null where the information is singular
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Bollen 1989, 4. Values of the test: lavaan 0.6, standardizedSolution
 */
export function standardisedEstimates(fit: ConfirmatoryFactors, confidence: number): StandardisedEstimates | null {
  requireConfidence(confidence);
  const { layout, standardised, sample, effectiveN } = fit;
  const [p, k] = [layout.items.length, layout.factors.length];
  const correlation = zeroMatrix(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      const scale = Math.sqrt(sample.values[i * (p + 1)] * sample.values[j * (p + 1)]);
      correlation.values[i * p + j] = sample.values[i * p + j] / scale;
    }
  }
  const pairs = layout.factors.flatMap((_, g) => Array.from({ length: g }, (_each, f) => [f, g] as const));
  const parameters: readonly MeasurementParameter[] = [
    ...layout.items.map((_, item): MeasurementParameter => ({ kind: "loading", item })),
    ...layout.items.map((_, item): MeasurementParameter => ({ kind: "uniqueness", item })),
    ...pairs.map(([first, second]): MeasurementParameter => ({ kind: "factor-covariance", first, second })),
  ];
  const own = cholesky(correlation);
  if (own.kind === "singular") return null;
  const derivatives = derivativesOf(layout, standardised, parameters, correlation, own);
  const information = derivatives === null ? null : cholesky(derivatives.expected, 1e-9);
  if (information === null || information.kind === "singular") return null;
  const inverse = choleskyInverse(information).values;
  const covariance = (a: number, b: number) => (2 * inverse[a * parameters.length + b]) / effectiveN;
  const estimate = (value: number, variance: number): StandardisedEstimate => {
    const standardError = Math.sqrt(Math.max(0, variance));
    return { value, standardError, interval: normalInterval(value, standardError, confidence, "wald") };
  };
  return {
    loadings: Array.from(standardised.loadings, (loading, item) => {
      // λ/√(λ² + ψ) at λ² + ψ = 1
      const [byLoading, byUniqueness] = [standardised.uniquenesses[item], -loading / 2];
      const both = 2 * byLoading * byUniqueness * covariance(item, p + item);
      const variance =
        byLoading ** 2 * covariance(item, item) + both + byUniqueness ** 2 * covariance(p + item, p + item);
      return estimate(loading, variance);
    }),
    correlations: pairs.map(([f, g], place) => ({
      factors: [f, g],
      ...estimate(standardised.factorCovariances.values[f * k + g], covariance(2 * p + place, 2 * p + place)),
    })),
  };
}
