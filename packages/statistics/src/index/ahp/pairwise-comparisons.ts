/**
 * Saaty's analytic hierarchy process turns judgements in pairs, "A matters three times as much as B", into weights. A matrix of
 * comparisons holds at (i, j) how many times as much i matters as j, so (j, i) must be its reciprocal. Source: Saaty 1980.
 */
import type { Matrix } from "../../linear-algebra/matrix.ts";

export interface UnequalPair {
  readonly row: number;
  readonly column: number;
  /** a_ij · a_ji, which should be 1. */
  readonly product: number;
}

/** Some pair was entered twice with two meanings; no weights can be trusted before that is settled. */
export interface NotReciprocal {
  readonly kind: "not-reciprocal";
  readonly pairs: readonly UnequalPair[];
}

/** Room for reciprocals typed with two decimals: 0.33 for 1/3, 0.13 for 1/8. */
const typedReciprocal = 0.05;

/** @throws RangeError unless the matrix is square, has an element, and all of them are positive and finite */
export function requireComparisons({ rows, columns, values }: Matrix): void {
  if (rows !== columns || rows === 0)
    throw new RangeError(`comparisons need a square matrix, got ${rows} × ${columns}`);
  if (!values.every((value) => value > 0 && Number.isFinite(value))) {
    throw new RangeError("a comparison must be positive and finite");
  }
}

/** Pairs whose two judgements are not reciprocal to within 5 %, and elements other than 1 on the diagonal.
 *  @throws RangeError as `requireComparisons` */
export function notReciprocal(matrix: Matrix): NotReciprocal | null {
  requireComparisons(matrix);
  const pairs: UnequalPair[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = row; column < matrix.rows; column++) {
      const product = matrix.values[row * matrix.rows + column] * matrix.values[column * matrix.rows + row];
      if (Math.abs(product - 1) > typedReciprocal) pairs.push({ row, column, product });
    }
  }
  return pairs.length > 0 ? { kind: "not-reciprocal", pairs } : null;
}
