/**
 * The correlations that a model says the items have. What it says wrongly is its misfit.
 */
import type { Matrix } from "../../linear-algebra/matrix.ts";
import { zeroMatrix } from "../../linear-algebra/matrix.ts";
import type { ModelLayout } from "../model-layout.ts";

/** What items' implied correlations follow from; a PathModelFit, or a consistent one. */
export interface Implying {
  readonly layout: ModelLayout;
  /** Of the items as observed. */
  readonly correlations: Matrix;
  readonly loadings: Float64Array;
  readonly constructCorrelations: Matrix;
  readonly paths: Matrix;
  readonly rSquared: readonly (number | null)[];
  /** Constructs that leave their items uncorrelated once it is given (common factors). The items of all others (composites)
   *  correlate among themselves as observed. */
  readonly isCommonFactor: readonly boolean[];
}

/** Saturated: every two constructs correlate as they do. It judges the measurement alone. */
export function saturatedCorrelations(fit: Implying): Matrix {
  return itemCorrelations(fit, fit.constructCorrelations);
}

/** Estimated: constructs correlate as the paths say, their residuals not at all. It judges measurement and paths. */
export function estimatedCorrelations(fit: Implying): Matrix {
  return itemCorrelations(fit, pathCorrelations(fit));
}

function itemCorrelations(fit: Implying, constructs: Matrix): Matrix {
  const { layout, correlations, loadings, isCommonFactor } = fit;
  const size = correlations.rows;
  const owner = new Int32Array(size);
  for (let j = 0; j < constructs.rows; j++) owner.fill(j, layout.starts[j], layout.starts[j + 1]);
  const implied = zeroMatrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const place = a * size + b;
      const between = constructs.values[owner[a] * constructs.columns + owner[b]];
      if (a === b) implied.values[place] = 1;
      else if (owner[a] === owner[b] && !isCommonFactor[owner[a]]) implied.values[place] = correlations.values[place];
      else implied.values[place] = loadings[a] * between * loadings[b];
    }
  }
  return implied;
}

/**
 * Constructs on which nothing acts correlate as observed; each other one as the paths to it say, with the 1 − R² that its regression left
 * unexplained. Where paths are missing, variances of the implied scores then depart a little from 1; they are set to 1 at the
 * end, as cSEM does, and enter the covariances of what follows as they are.
 */
function pathCorrelations({ layout, paths, constructCorrelations, rSquared }: Implying): Matrix {
  const size = paths.rows;
  const order = Array.from(layout.order);
  const placed = order.filter((j) => layout.predecessors[j].length === 0);
  const implied = zeroMatrix(size, size);
  for (const a of placed) {
    for (const b of placed) implied.values[a * size + b] = constructCorrelations.values[a * size + b];
  }
  for (const target of order) {
    if (layout.predecessors[target].length === 0) continue;
    const withTarget = (other: number) =>
      layout.predecessors[target].reduce(
        (sum, from) => sum + paths.values[from * size + target] * implied.values[from * size + other],
        0,
      );
    for (const other of placed) {
      implied.values[target * size + other] = withTarget(other);
      implied.values[other * size + target] = implied.values[target * size + other];
    }
    implied.values[target * size + target] = withTarget(target) + 1 - (rSquared[target] ?? 0);
    placed.push(target);
  }
  for (let j = 0; j < size; j++) implied.values[j * size + j] = 1;
  return implied;
}
