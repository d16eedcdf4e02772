import { type Matrix, submatrix } from "../linear-algebra/matrix.ts";
import { blockSum } from "../reliability/item-scale.ts";
import type { ConfirmatoryFactors } from "./confirmatory-factors.ts";

export interface FactorReliability {
  readonly factor: string;
  /** Cronbach's α of its items; null where their sum does not vary. */
  readonly alpha: number | null;
  /** ω: the factor's share in the variance of the items' sum, as the model has it. Null with a negative uniqueness among them. */
  readonly omega: number | null;
  /** The same with the variance that the sum really has in the denominator (McDonald's ω). */
  readonly omegaOfObserved: number | null;
  /** Average variance extracted: the factor's share in the items' variances. */
  readonly averageVarianceExtracted: number | null;
}

/**
 * Reliability of the sums of each factor's items.
 * Source: Raykov 2001; Fornell & Larcker 1981. Golden values: golden/second/expected/mobile_cfa.json (semTools' formulas)
 */
export function factorReliabilities(fit: ConfirmatoryFactors): readonly FactorReliability[] {
  const { factors, factorOf } = fit.layout;
  const { loadings, uniquenesses, factorCovariances } = fit.values;
  return factors.map((factor, f) => {
    const items = Array.from(factorOf.keys()).filter((item) => factorOf[item] === f);
    const variance = factorCovariances.values[f * factors.length + f];
    const sum = (of: (item: number) => number) => items.reduce((total, item) => total + of(item), 0);
    const common = sum((item) => loadings[item]) ** 2 * variance;
    const unique = sum((item) => uniquenesses[item]);
    const explained = sum((item) => loadings[item] ** 2) * variance;
    const observed = blockSum(fit.sample, items);
    const isProper = items.every((item) => uniquenesses[item] >= 0);
    return {
      factor,
      alpha: alphaOf(fit.sample, items),
      omega: isProper ? common / (common + unique) : null,
      omegaOfObserved: isProper && observed > 0 ? common / observed : null,
      averageVarianceExtracted: isProper ? explained / (explained + unique) : null,
    };
  });
}

function alphaOf(covariance: Matrix, items: readonly number[]): number | null {
  const part = submatrix(covariance, items);
  const total = blockSum(part);
  let own = 0;
  for (let i = 0; i < items.length; i++) own += part.values[i * (items.length + 1)];
  return total > 1e-12 * own ? (items.length / (items.length - 1)) * (1 - own / total) : null;
}

/** HTMT2 of two factors: near 1 their items measure one thing. */
export interface FactorPair {
  readonly factors: readonly [string, string];
  /** Null where the items of a factor do not correlate. */
  readonly ratio: number | null;
}

/**
 * Geometric heterotrait–monotrait ratio of each pair of factors, from absolute correlations alone.
 * Source: Roemer, Schuberth & Henseler 2021. Golden values: golden/second/expected/mobile_cfa.json (semTools::htmt's formula)
 */
export function factorHeterotraitMonotrait({ layout, sample }: ConfirmatoryFactors): readonly FactorPair[] {
  const { factors, factorOf, items } = layout;
  const size = items.length;
  const logarithms = (f: number, g: number) => {
    const found: number[] = [];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        if (factorOf[i] !== f || factorOf[j] !== g || (f === g && j <= i)) continue;
        const scale = Math.sqrt(sample.values[i * size + i] * sample.values[j * size + j]);
        found.push(Math.log(Math.abs(sample.values[i * size + j]) / scale));
      }
    }
    return found.reduce((total, each) => total + each, 0) / found.length;
  };
  const within = factors.map((_, f) => logarithms(f, f));
  return factors.flatMap((second, g) =>
    factors.slice(0, g).map((first, f): FactorPair => {
      const scale = (within[f] + within[g]) / 2;
      return { factors: [first, second], ratio: Number.isFinite(scale) ? Math.exp(logarithms(f, g) - scale) : null };
    }),
  );
}
