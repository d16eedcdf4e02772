import { chiSquareUpper } from "../distribution/chi-square.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { itemScale, type NoScale, type SingularItems } from "./item-scale.ts";
import { expectedHessian, fitOneFactor, impliedCovariance } from "./one-factor-fit.ts";

export interface OneFactorModel {
  readonly kind: "estimated";
  readonly items: readonly string[];
  /** In the items' units, for a factor with variance 1 that is turned so that most of them are positive. */
  readonly loadings: Float64Array;
  /** Variance that an item has of its own, in its squared units. Negative in an improper solution. */
  readonly uniquenesses: Float64Array;
  readonly standardisedLoadings: Float64Array;
  /** 2p × 2p covariance of the estimates, loadings first; normal theory. */
  readonly covariance: Matrix;
  /** Items with a negative uniqueness (Heywood cases): the model does not fit, or the sample is too small for it. */
  readonly improper: readonly string[];
  /** n F of the fit against free covariances; null degrees of freedom have no test (three items fit always). */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
  /** Always so: what does not converge is a variant. */
  readonly converged: true;
  readonly iterations: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
}

/** Two items, or items of which some are correlated with no other, leave the loadings open. */
export interface NotIdentified {
  readonly kind: "not-identified";
}

/** The likelihood rises without end as a uniqueness falls below 0, or the steps do not come to rest: the items have no such factor. */
export interface NotConverged {
  readonly kind: "not-converged";
  readonly iterations: number;
}

export type OneFactorResult = OneFactorModel | NoScale | SingularItems | NotIdentified | NotConverged;

/**
 * One common factor by maximum likelihood: Σ = λλ′ + Ψ. Uniquenesses may turn negative, as in lavaan, and are then named. With case weights: weighted covariances, and Kish's effective n in the errors.
 * @param moments of the items, complete rows
 * @returns not-identified with two items or where the information is singular; not-converged where there is no such factor; singular where an item is a combination of others
 * @throws RangeError below two items
 * Source: Jöreskog 1967, Psychometrika 32. Golden values: golden/second/expected/mobile_reliability.json
 */
export function oneFactorModel(moments: Moments): OneFactorResult {
  const size = moments.variables.length;
  const scale = itemScale(moments, size + 1);
  if (scale.kind !== "scale") return scale;
  if (size < 3) return { kind: "not-identified" };
  const { items, correlation, covariance, n, weightedBase, effectiveN } = scale;
  const regular = cholesky(correlation);
  if (regular.kind === "singular") return { kind: "singular", variables: regular.dependent.map((row) => items[row]) };
  const fit = fitOneFactor(correlation, choleskyInverse(regular));
  if (fit.kind === "not-converged") return fit;
  const sign = fit.parameters.slice(0, size).reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  const spread = items.map((_, i) => Math.sqrt(covariance.values[i * size + i]));
  const loadings = Float64Array.from(spread, (s, i) => sign * s * fit.parameters[i]);
  const uniquenesses = Float64Array.from(spread, (s, i) => s * s * fit.parameters[size + i]);
  const errors = covarianceOfEstimates(loadings, uniquenesses, effectiveN);
  if (errors === null) return { kind: "not-identified" };
  const degreesOfFreedom = (size * (size - 3)) / 2;
  const chiSquare = Math.max(0, effectiveN * fit.discrepancy);
  return {
    kind: "estimated",
    items,
    loadings,
    uniquenesses,
    standardisedLoadings: loadings.map((loading, i) => loading / Math.sqrt(loading * loading + uniquenesses[i])),
    covariance: errors,
    improper: items.filter((_, i) => uniquenesses[i] < 0),
    chiSquare,
    degreesOfFreedom,
    pValue: degreesOfFreedom > 0 ? chiSquareUpper(chiSquare, degreesOfFreedom) : null,
    converged: true,
    iterations: fit.iterations,
    n,
    weightedBase,
    effectiveN,
  };
}

/** Inverse information, 2/n times the inverse expected Hessian of F; null where it is singular. */
function covarianceOfEstimates(loadings: Float64Array, uniquenesses: Float64Array, n: number): Matrix | null {
  const model = cholesky(impliedCovariance(loadings, uniquenesses), 1e-12);
  if (model.kind === "singular") return null;
  const information = cholesky(expectedHessian(choleskyInverse(model).values, loadings), 1e-9);
  if (information.kind === "singular") return null;
  const inverse = choleskyInverse(information);
  return { ...inverse, values: inverse.values.map((value) => (2 * value) / n) };
}
