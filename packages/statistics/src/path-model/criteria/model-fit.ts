import type { Cholesky } from "../../linear-algebra/cholesky.ts";
import { cholesky, choleskyInverse } from "../../linear-algebra/cholesky.ts";
import type { Matrix } from "../../linear-algebra/matrix.ts";
import { zeroMatrix } from "../../linear-algebra/matrix.ts";
import { symmetricEigen } from "../../linear-algebra/symmetric-eigen.ts";
import type { PathModelFit } from "../fit.ts";
import { estimatedCorrelations, type Implying, saturatedCorrelations } from "./implied-correlations.ts";

export interface ModelFit {
  /** Root mean square of what the implied correlations miss; below 0.08 is usually called a fit. */
  readonly srmr: number;
  /** Squared Euclidean distance, half of Σ(S − Σ)² over all cells. */
  readonly squaredDistance: number;
  /** Of maximum likelihood: ln|Σ| − ln|S| + tr(SΣ⁻¹) − p. Null where S or Σ is singular. */
  readonly likelihoodDistance: number | null;
  /** Geodesic: half of Σ(ln eigenvalue of S⁻¹Σ)². Null where S or Σ is singular. */
  readonly geodesicDistance: number | null;
}

/**
 * Fit of the model with its constructs as composites. A distance is judged against its bootstrap distribution, not by its size.
 * Source: Henseler et al. 2014; Dijkstra & Henseler 2015. Golden values: `model_fit_cSEM_composites`
 */
export function modelFit(fit: PathModelFit): { readonly saturated: ModelFit; readonly estimated: ModelFit } {
  return modelFitOf({ ...fit, isCommonFactor: fit.model.constructs.map(() => false) });
}

/** The same of any model that implies correlations. */
export function modelFitOf(fit: Implying): { readonly saturated: ModelFit; readonly estimated: ModelFit } {
  return {
    saturated: distances(fit.correlations, saturatedCorrelations(fit)),
    estimated: distances(fit.correlations, estimatedCorrelations(fit)),
  };
}

function distances(observed: Matrix, implied: Matrix): ModelFit {
  const size = observed.rows;
  let squaredDistance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) squaredDistance += (observed.values[i * size + j] - implied.values[i * size + j]) ** 2;
  }
  const srmr = Math.sqrt(squaredDistance / ((size * (size + 1)) / 2));
  const [s, sigma] = [cholesky(observed), cholesky(implied)];
  if (s.kind === "singular" || sigma.kind === "singular") {
    return { srmr, squaredDistance, likelihoodDistance: null, geodesicDistance: null };
  }
  const inverse = choleskyInverse(sigma).values;
  const trace = observed.values.reduce((sum, value, place) => sum + value * inverse[place], 0);
  const likelihoodDistance = logDeterminant(sigma) - logDeterminant(s) + trace - size;
  const eigenvalues = symmetricEigen(relativeTo(s, implied)).values;
  const positive = eigenvalues.every((value) => value > 0);
  const geodesicDistance = positive ? eigenvalues.reduce((sum, value) => sum + Math.log(value) ** 2, 0) / 2 : null;
  return { srmr, squaredDistance, likelihoodDistance, geodesicDistance };
}

function logDeterminant({ lower }: Cholesky): number {
  let sum = 0;
  for (let i = 0; i < lower.rows; i++) sum += 2 * Math.log(lower.values[i * lower.rows + i]);
  return sum;
}

/** L⁻¹ A L⁻ᵀ: symmetric, with the eigenvalues of (L Lᵀ)⁻¹ A. */
function relativeTo(factor: Cholesky, matrix: Matrix): Matrix {
  const half = transposed(forward(factor, matrix));
  return forward(factor, half);
}

/** L⁻¹ A. */
function forward({ lower }: Cholesky, matrix: Matrix): Matrix {
  const size = matrix.rows;
  const solved = { ...matrix, values: matrix.values.slice() };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = solved.values[row * size + column];
      for (let k = 0; k < row; k++) sum -= lower.values[row * size + k] * solved.values[k * size + column];
      solved.values[row * size + column] = sum / lower.values[row * size + row];
    }
  }
  return solved;
}

function transposed(matrix: Matrix): Matrix {
  const size = matrix.rows;
  const turned = zeroMatrix(size, size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) turned.values[i * size + j] = matrix.values[j * size + i];
  return turned;
}
