import type { Matrix } from "../linear-algebra/matrix.ts";
import type { PathModelFit } from "./fit.ts";

/**
 * The same solution, turned so that the named item of each named construct loads positively. The sign of a construct is a matter of
 * taste: items that contradict each other leave it open, and two programs may choose differently.
 * @param dominant item by construct; others stay as they are
 * @throws RangeError where there is no such construct, or the item is not one of its own
 */
export function orientByDominantItems(fit: PathModelFit, dominant: Readonly<Record<string, string>>): PathModelFit {
  const turned = Object.entries(dominant).filter(([construct, item]) => {
    const index = fit.model.constructs.findIndex(({ name }) => name === construct);
    const place = index < 0 ? -1 : fit.model.constructs[index].items.indexOf(item);
    if (place < 0) throw new RangeError(`${item} is no item of ${construct}`);
    return fit.loadings[fit.layout.starts[index] + place] < 0;
  });
  return turnedConstructs(fit, new Set(turned.map(([construct]) => construct)));
}

/** The same solution with these constructs the other way round: their weights, loadings, correlations and paths change sign. */
export function turnedConstructs(fit: PathModelFit, names: ReadonlySet<string>): PathModelFit {
  const signs = fit.model.constructs.map(({ name }) => (names.has(name) ? -1 : 1));
  const owners = fit.model.constructs.flatMap(({ items }, j) => items.map(() => j));
  const ofItems = (values: Float64Array) => values.map((value, item) => value * signs[owners[item]]);
  return {
    ...fit,
    weights: ofItems(fit.weights),
    loadings: ofItems(fit.loadings),
    crossLoadings: signed(fit.crossLoadings, (_, j) => signs[j]),
    constructCorrelations: signed(fit.constructCorrelations, (i, j) => signs[i] * signs[j]),
    paths: signed(fit.paths, (i, j) => signs[i] * signs[j]),
  };
}

function signed(matrix: Matrix, sign: (row: number, column: number) => number): Matrix {
  const values = matrix.values.map((value, place) => {
    const factor = sign(Math.floor(place / matrix.columns), place % matrix.columns);
    // An absent path stays 0, not −0.
    return value === 0 ? 0 : value * factor;
  });
  return { ...matrix, values };
}
