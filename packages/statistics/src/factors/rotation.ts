import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

/** Loadings turned so that each item belongs to as few factors as possible. */
export interface RotatedFactors {
  /** Items × factors (pattern): the factor that explains most comes first, and each is turned so that its large loadings are positive. */
  readonly loadings: Matrix;
  /** Correlations of the factors; null where they are kept uncorrelated. */
  readonly correlations: Matrix | null;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Factors in the order of their sums of squares, each with a positive sum of cubes. */
export function ordered(
  loadings: Matrix,
  correlations: Matrix | null,
): Pick<RotatedFactors, "loadings" | "correlations"> {
  const { rows, columns } = loadings;
  const power = (column: number, exponent: number) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += loadings.values[i * columns + column] ** exponent;
    return sum;
  };
  const order = Array.from({ length: columns }, (_, column) => column).sort((a, b) => power(b, 2) - power(a, 2));
  const signs = order.map((column) => (power(column, 3) < 0 ? -1 : 1));
  const sorted = zeroMatrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    order.forEach((column, place) => {
      sorted.values[i * columns + place] = signs[place] * loadings.values[i * columns + column];
    });
  }
  if (correlations === null) return { loadings: sorted, correlations };
  const turned = zeroMatrix(columns, columns);
  order.forEach((row, i) => {
    order.forEach((column, j) => {
      turned.values[i * columns + j] = signs[i] * signs[j] * correlations.values[row * columns + column];
    });
  });
  return { loadings: sorted, correlations: turned };
}
