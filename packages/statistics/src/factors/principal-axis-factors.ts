import { choleskyInverse } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import type { Moments } from "../moments/moments.ts";
import { factorProblem, type NoFactors } from "./factor-problem.ts";
import type { FactorSolution } from "./maximum-likelihood-factors.ts";

export interface PrincipalAxisFactors extends FactorSolution {
  /** Share of an item's variance that the factors explain. */
  readonly communalities: Float64Array;
  /** Variance that each unrotated factor explains, in items. */
  readonly explained: Float64Array;
}

/** There are fewer common factors than were asked for: an eigenvalue fell to 0 on the way. */
export interface FewerFactors {
  readonly kind: "fewer-factors";
  readonly most: number;
}

const maximumIterations = 5000;

/**
 * Exploratory factors by iterated principal axes: communalities start at squared multiple correlations and are replaced by what k
 * factors explain, until none moves by 1e-14. Without a distribution and without a test; robust where few answers or weak factors let
 * maximum likelihood fail. A communality that would pass 1 is named.
 * @param moments of the items, complete rows; more rows than items
 * @returns fewer-factors where the reduced correlations have no k positive eigenvalues, else as maximumLikelihoodFactors
 * @throws RangeError below two items, or unless `factors` is a positive integer
 * Source: Harman 1976, Modern Factor Analysis, 8. Golden values: golden/second/expected/mobile_efa.json (psych)
 */
export function principalAxisFactors(
  moments: Moments,
  factors: number,
): PrincipalAxisFactors | NoFactors | FewerFactors {
  const problem = factorProblem(moments, factors);
  if (problem.kind !== "problem") return problem;
  const { items, correlation, n, weightedBase, effectiveN } = problem.scale;
  const size = items.length;
  const inverse = choleskyInverse(problem.factor).values;
  let communalities: Float64Array = Float64Array.from(items, (_, i) => 1 - 1 / inverse[i * size + i]);
  let axes = principalAxes(correlation, communalities, factors);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maximumIterations) {
    if (axes.most < factors) return { kind: "fewer-factors", most: axes.most };
    iterations += 1;
    const next = communalitiesOf(axes.loadings);
    converged = next.every((value, i) => Math.abs(value - communalities[i]) < 1e-14);
    communalities = next;
    axes = principalAxes(correlation, communalities, factors);
    // Communalities beyond 1 run away from any solution.
    if (communalities.some((value) => value > 1.5)) break;
  }
  if (axes.most < factors) return { kind: "fewer-factors", most: axes.most };
  return {
    kind: "estimated",
    items,
    loadings: axes.loadings,
    uniquenesses: communalities.map((value) => Math.max(0, 1 - value)),
    converged,
    iterations,
    improper: items.filter((_, i) => communalities[i] > 1 - 1e-9),
    n,
    weightedBase,
    effectiveN,
    method: "factors/principal-axes",
    communalities,
    explained: Float64Array.from({ length: factors }, (_, f) => axes.roots[f]),
  };
}

function principalAxes(correlation: Matrix, communalities: Float64Array, factors: number) {
  const size = correlation.rows;
  const reduced = zeroMatrix(size, size);
  reduced.values.set(correlation.values);
  for (let i = 0; i < size; i++) reduced.values[i * size + i] = communalities[i];
  const { values, vectors } = symmetricEigen(reduced);
  const loadings = zeroMatrix(size, factors);
  const roots = Float64Array.from({ length: factors }, (_, f) => values[size - 1 - f]);
  for (let f = 0; f < factors; f++) {
    const root = Math.sqrt(Math.max(0, roots[f]));
    for (let i = 0; i < size; i++) loadings.values[i * factors + f] = root * vectors.values[i * size + size - 1 - f];
  }
  return { loadings, roots, most: roots.filter((root) => root > 1e-10).length };
}

function communalitiesOf(loadings: Matrix): Float64Array {
  return Float64Array.from({ length: loadings.rows }, (_, i) => {
    const row = loadings.values.subarray(i * loadings.columns, (i + 1) * loadings.columns);
    return row.reduce((sum, loading) => sum + loading * loading, 0);
  });
}
