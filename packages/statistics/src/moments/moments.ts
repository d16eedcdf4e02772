/**
 * Means and cross-products of several variables over the rows that answered all of them. Regression, drivers and
 * correlations need nothing else, so rows are read once, by whatever engine holds them.
 */
export interface Moments {
  readonly variables: readonly string[];
  /** Complete rows, unweighted. */
  readonly n: number;
  /** Σw */
  readonly weight: number;
  /** Σw² */
  readonly squaredWeight: number;
  readonly means: Float64Array;
  /** p × p, row by row: Σ w (x − x̄)(y − ȳ). */
  readonly crossProducts: Float64Array;
}

export interface NamedColumns {
  readonly variables: readonly string[];
  /** One column a variable, all of one length; NaN = no answer. */
  readonly columns: readonly Float64Array[];
}

/**
 * Moments of complete rows, in two passes.
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @throws RangeError if lengths differ, or a weight is negative or not finite
 */
export function momentsOf({ variables, columns }: NamedColumns, weights: Float64Array | null = null): Moments {
  const length = requireLengths(variables, columns, weights);
  const rows = completeRows(columns, weights, length);
  const weightOf = (row: number) => (weights === null ? 1 : weights[row]);
  let weight = 0;
  let squaredWeight = 0;
  for (const row of rows) {
    weight += weightOf(row);
    squaredWeight += weightOf(row) ** 2;
  }
  const means = Float64Array.from(columns, (column) => {
    let sum = 0;
    for (const row of rows) sum += weightOf(row) * (column[row] - column[rows[0]]);
    return rows.length === 0 ? 0 : column[rows[0]] + sum / weight;
  });
  const size = columns.length;
  const crossProducts = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const row of rows) sum += weightOf(row) * (columns[i][row] - means[i]) * (columns[j][row] - means[j]);
      crossProducts[i * size + j] = sum;
      crossProducts[j * size + i] = sum;
    }
  }
  return { variables, n: rows.length, weight, squaredWeight, means, crossProducts };
}

/** Rows, as indices, in which every column has an answer and the weight is not 0. */
export function completeRows(
  columns: readonly Float64Array[],
  weights: Float64Array | null,
  length: number,
): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    if (weights !== null && weights[row] === 0) continue;
    let complete = true;
    for (const column of columns) if (Number.isNaN(column[row])) complete = false;
    if (complete) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function requireLengths(
  variables: readonly string[],
  columns: readonly Float64Array[],
  weights: Float64Array | null,
): number {
  if (variables.length !== columns.length) throw new RangeError("one name for each column is needed");
  const length = columns.length === 0 ? 0 : columns[0].length;
  if (columns.some((column) => column.length !== length)) throw new RangeError("columns differ in length");
  if (weights === null) return length;
  if (weights.length !== length) throw new RangeError("one weight for each row is needed");
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weight}`);
  }
  return length;
}
