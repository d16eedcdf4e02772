import type { Estimated, Interval } from "../estimate/estimate.ts";
import { criticalNormal, normalInterval, requireConfidence } from "../estimate/interval.ts";
import type { OneFactorModel } from "./one-factor.ts";

/** Items with a negative uniqueness: nothing that rests on the loadings can be read. */
export interface ImproperSolution {
  readonly kind: "improper";
  readonly items: readonly string[];
}

/**
 * ω = (Σλ)²/((Σλ)² + Σψ): the share of the sum's variance that one common factor makes, in the items' own units. Unlike α it does not
 * ask that items load alike. Standard error by the delta method from the model's information; interval on the logit scale.
 * @param model of oneFactorModel
 * @returns improper where an item has a negative uniqueness
 * @throws RangeError if confidence is outside (0, 1)
 * Source: McDonald 1999, Test Theory, 6; Raykov 2002, Multivariate Behavioral Research 37. Golden values:
 * golden/second/expected/mobile_reliability.json (omega_total_1factor_unstandardised)
 */
export function omegaTotal(model: OneFactorModel, confidence: number): Estimated | ImproperSolution {
  const { loadings, uniquenesses } = model;
  const gradient = shareOfCommon(loadings, uniquenesses);
  return fromGradient(model, gradient, confidence, "omega/logit-delta");
}

/**
 * Composite reliability ρ_C = (Σl)²/((Σl)² + Σ(1 − l²)) of the standardised loadings l: ω of the standardised items.
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Fornell & Larcker 1981, Journal of Marketing Research 18. Golden values: as omegaTotal
 * (composite_reliability_standardised)
 */
export function compositeReliability(model: OneFactorModel, confidence: number): Estimated | ImproperSolution {
  const standardised = model.standardisedLoadings;
  const own = shareOfCommon(
    standardised,
    standardised.map((l) => 1 - l * l),
  );
  const byLoading = standardised.map((l, i) => own.byLoading[i] - 2 * l * own.byUniqueness[i]);
  return fromGradient(
    model,
    throughStandardisation(model, own.value, byLoading),
    confidence,
    "composite-reliability/logit-delta",
  );
}

/**
 * Average variance extracted, the mean of l²: below 0.5 items hold more noise than factor.
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Fornell & Larcker 1981. Golden values: as omegaTotal (ave)
 */
export function averageVarianceExtracted(model: OneFactorModel, confidence: number): Estimated | ImproperSolution {
  const standardised = model.standardisedLoadings;
  const value = standardised.reduce((sum, l) => sum + l * l, 0) / standardised.length;
  const byLoading = standardised.map((l) => (2 * l) / standardised.length);
  return fromGradient(model, throughStandardisation(model, value, byLoading), confidence, "ave/logit-delta");
}

/** A function of the model with its derivatives. */
interface Gradient {
  readonly value: number;
  readonly byLoading: Float64Array;
  readonly byUniqueness: Float64Array;
}

function shareOfCommon(loadings: Float64Array, uniquenesses: Float64Array): Gradient {
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  const unique = uniquenesses.reduce((total, uniqueness) => total + uniqueness, 0);
  const total = sum * sum + unique;
  return {
    value: (sum * sum) / total,
    byLoading: loadings.map(() => (2 * sum * unique) / total ** 2),
    byUniqueness: uniquenesses.map(() => -(sum * sum) / total ** 2),
  };
}

/** Chain rule for l = λ/√(λ² + ψ). */
function throughStandardisation(model: OneFactorModel, value: number, byStandardised: Float64Array): Gradient {
  const { loadings, uniquenesses } = model;
  const cubed = loadings.map((loading, i) => (loading * loading + uniquenesses[i]) ** 1.5);
  return {
    value,
    byLoading: byStandardised.map((slope, i) => (slope * uniquenesses[i]) / cubed[i]),
    byUniqueness: byStandardised.map((slope, i) => (-slope * loadings[i]) / (2 * cubed[i])),
  };
}

function fromGradient(
  model: OneFactorModel,
  gradient: Gradient,
  confidence: number,
  method: string,
): Estimated | ImproperSolution {
  requireConfidence(confidence);
  if (model.improper.length > 0) return { kind: "improper", items: model.improper };
  const slopes = Float64Array.of(...gradient.byLoading, ...gradient.byUniqueness);
  const size = slopes.length;
  let variance = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) variance += slopes[a] * slopes[b] * model.covariance.values[a * size + b];
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const { value } = gradient;
  const { n, weightedBase, effectiveN } = model;
  const interval = logitInterval(value, standardError, confidence);
  return { kind: "estimated", value, standardError, interval, n, weightedBase, effectiveN, method };
}

/** Stays within 0 … 1; at an end it has Wald's interval. */
function logitInterval(value: number, standardError: number, confidence: number): Interval {
  if (!(value > 1e-12 && value < 1 - 1e-12)) return normalInterval(value, standardError, confidence, "wald");
  const centre = Math.log(value / (1 - value));
  const half = (criticalNormal(confidence) * standardError) / (value * (1 - value));
  const inverse = (x: number) => 1 / (1 + Math.exp(-x));
  return { lower: inverse(centre - half), upper: inverse(centre + half), confidence, method: "logit-delta" };
}
