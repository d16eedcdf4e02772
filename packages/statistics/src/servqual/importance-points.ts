/** A hundred points that a respondent spreads over the dimensions: how much each matters to this respondent. */

export interface PointsCheck {
  /** Rows whose points are all there, not negative, and sum to 100. */
  readonly valid: readonly boolean[];
  /** Rows that answered and whose points do not sum to 100, or where one is negative: show their number, do not rescale them. */
  readonly faulty: readonly number[];
  /** Rows with a missing number of points. */
  readonly missing: readonly number[];
}

const hundred = 100;
/** Room for thirds typed with one decimal: 33.3 three times is 99.9. */
const rounding = 0.1 + 1e-9;

/** @param points one column a dimension; NaN = no answer
 *  @throws RangeError without columns, or if they differ in length */
export function checkPoints(points: readonly Float64Array[]): PointsCheck {
  if (points.length === 0) throw new RangeError("points need dimensions");
  const length = points[0].length;
  if (points.some((column) => column.length !== length)) throw new RangeError("points differ in length");
  const faulty: number[] = [];
  const missing: number[] = [];
  const valid = Array.from({ length }, (_, row) => {
    const own = points.map((column) => column[row]);
    if (own.some(Number.isNaN)) {
      missing.push(row);
      return false;
    }
    const sum = own.reduce((total, value) => total + value, 0);
    const isValid = Math.abs(sum - hundred) <= rounding && own.every((value) => value >= 0);
    if (!isValid) faulty.push(row);
    return isValid;
  });
  return { valid, faulty, missing };
}
