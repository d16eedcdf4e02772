/** Mean squares of the two-way layout, things × raters, one rating in each cell. */
export interface MeanSquares {
  /** Of the things. */
  readonly between: number;
  /** Of the ratings of one thing. */
  readonly within: number;
  /** Of the raters' levels. */
  readonly raters: number;
  readonly residual: number;
}

/** @param rows in which everybody has a rating, at least two
 *  @returns 0 for what is nothing but rounding */
export function meanSquares(columns: readonly Float64Array[], rows: Int32Array): MeanSquares {
  const [n, k] = [rows.length, columns.length];
  const origin = columns[0][rows[0]];
  const value = (thing: number, rater: number) => columns[rater][rows[thing]] - origin;
  const thingMeans = new Float64Array(n);
  const raterMeans = new Float64Array(k);
  let grand = 0;
  let largest = Math.abs(origin);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      thingMeans[i] += value(i, j) / k;
      raterMeans[j] += value(i, j) / n;
      grand += value(i, j) / (n * k);
      largest = Math.max(largest, Math.abs(value(i, j)));
    }
  }
  let [between, raters, residual] = [0, 0, 0];
  for (let i = 0; i < n; i++) between += k * (thingMeans[i] - grand) ** 2;
  for (let j = 0; j < k; j++) raters += n * (raterMeans[j] - grand) ** 2;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) residual += (value(i, j) - thingMeans[i] - raterMeans[j] + grand) ** 2;
  }
  const cleared = (sum: number) => (sum > 1e-24 * n * k * largest * largest ? sum : 0);
  [between, raters, residual] = [cleared(between), cleared(raters), cleared(residual)];
  return {
    between: between / (n - 1),
    within: (raters + residual) / (n * (k - 1)),
    raters: raters / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  };
}
