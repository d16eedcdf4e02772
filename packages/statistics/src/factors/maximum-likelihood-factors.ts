import { chiSquareUpper } from "../distribution/chi-square.ts";
import { choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { degreesOfFreedomLeft, factorProblem, type NoFactors } from "./factor-problem.ts";
import { leastUniqueness, minimiseUniquenesses, unrotatedLoadings } from "./uniqueness-fit.ts";

export interface FactorSolution {
  readonly kind: "estimated";
  readonly items: readonly string[];
  /** Items × factors, unrotated: the first factor explains most. Correlations of items with factors. */
  readonly loadings: Matrix;
  /** Share of an item's variance that the factors do not explain, 0–1. */
  readonly uniquenesses: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  /** Items whose uniqueness is nothing (Heywood cases): too many factors, or too few answers. */
  readonly improper: readonly string[];
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: string;
}

export interface MaximumLikelihoodFactors extends FactorSolution {
  /** ln|Σ| + tr(RΣ⁻¹) − ln|R| − p */
  readonly discrepancy: number;
  /** That k factors are enough, with Bartlett's correction; null where no degree of freedom is left. */
  readonly test: { readonly chiSquare: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
}

/**
 * Exploratory factors by maximum likelihood, uniquenesses not below 0.005 (as in R's factanal). Turn the loadings with `varimax`,
 * `oblimin` or `promax` before reading them. With case weights: weighted correlations, Kish's effective n in the test.
 * @param moments of the items, complete rows; more rows than items
 * @returns too-many-factors where nothing would be left to test, singular where an item is a combination of others
 * @throws RangeError below two items, or unless `factors` is a positive integer
 * Source: Jöreskog 1967; Lawley & Maxwell 1971, 4. Golden values: golden/second/expected/mobile_efa.json (factanal)
 */
export function maximumLikelihoodFactors(moments: Moments, factors: number): MaximumLikelihoodFactors | NoFactors {
  const problem = factorProblem(moments, factors);
  if (problem.kind !== "problem") return problem;
  const { items, correlation, n, weightedBase, effectiveN } = problem.scale;
  const size = items.length;
  const start = choleskyInverse(problem.factor).values;
  const uniquenesses = Float64Array.from(items, (_, i) => (1 - factors / (2 * size)) / start[i * size + i]);
  const fit = minimiseUniquenesses(correlation, uniquenesses, factors);
  const degreesOfFreedom = degreesOfFreedomLeft(size, factors);
  const multiplier = effectiveN - 1 - (2 * size + 5) / 6 - (2 * factors) / 3;
  const chiSquare = Math.max(0, multiplier * fit.discrepancy);
  const isTested = degreesOfFreedom > 0 && multiplier > 0;
  return {
    kind: "estimated",
    items,
    loadings: unrotatedLoadings(correlation, fit.uniquenesses, factors),
    uniquenesses: fit.uniquenesses,
    converged: fit.converged,
    iterations: fit.iterations,
    improper: items.filter((_, i) => fit.uniquenesses[i] <= leastUniqueness * (1 + 1e-9)),
    n,
    weightedBase,
    effectiveN,
    method: "factors/maximum-likelihood",
    discrepancy: fit.discrepancy,
    test: isTested ? { chiSquare, degreesOfFreedom, pValue: chiSquareUpper(chiSquare, degreesOfFreedom) } : null,
  };
}
