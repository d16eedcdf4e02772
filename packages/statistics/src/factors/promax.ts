import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { product, transposed } from "./product.ts";
import { ordered, type RotatedFactors } from "./rotation.ts";
import { varimaxRotation } from "./varimax.ts";

const power = 4;

/**
 * Promax: varimax loadings, raised to the fourth power with their sign, are what oblique factors are drawn towards by least squares.
 * Quicker than oblimin and usually close to it.
 * @param loadings items × factors, as they were extracted
 * @returns varimax itself, not converged, where its columns depend on each other
 * Source: Hendrickson & White 1964, as R's stats::promax. Golden values: golden/second/expected/mobile_efa.json
 */
export function promax(loadings: Matrix): RotatedFactors {
  const { rotated, converged, iterations } = varimaxRotation(loadings);
  const { columns } = rotated;
  const across = transposed(rotated);
  const target = { ...rotated, values: rotated.values.map((value) => value * Math.abs(value) ** (power - 1)) };
  const squares = cholesky(product(across, rotated), 1e-12);
  if (squares.kind === "singular") return { ...ordered(rotated, null), converged: false, iterations };
  const right = transposed(product(across, target));
  const turn = zeroMatrix(columns, columns);
  for (let j = 0; j < columns; j++) {
    const solved = choleskySolve(squares, right.values.subarray(j * columns, (j + 1) * columns));
    for (let i = 0; i < columns; i++) turn.values[i * columns + j] = solved[i];
  }
  const factor = cholesky(product(transposed(turn), turn), 1e-12);
  if (factor.kind === "singular") return { ...ordered(rotated, null), converged: false, iterations };
  const covariance = choleskyInverse(factor);
  const spread = Float64Array.from({ length: columns }, (_, j) => Math.sqrt(covariance.values[j * columns + j]));
  const scaled = { ...turn, values: turn.values.map((value, cell) => value * spread[cell % columns]) };
  const correlations = {
    ...covariance,
    values: covariance.values.map(
      (value, cell) => value / (spread[Math.floor(cell / columns)] * spread[cell % columns]),
    ),
  };
  return { ...ordered(product(rotated, scaled), correlations), converged, iterations };
}
