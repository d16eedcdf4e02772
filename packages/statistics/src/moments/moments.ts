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
 * @throws RangeError if lengths differ, an answer of a complete row is infinite, or a weight is negative or not finite
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
    if (!Number.isFinite(sum)) throw new RangeError("an answer is infinite");
    return rows.length === 0 ? 0 : column[rows[0]] + sum / weight;
  });
  const crossProducts = crossProductsOf(columns, rows, means, weightOf);
  clearRounding(crossProducts, means, weight);
  return { variables, n: rows.length, weight, squaredWeight, means, crossProducts };
}

function crossProductsOf(
  columns: readonly Float64Array[],
  rows: Int32Array,
  means: Float64Array,
  weightOf: (row: number) => number,
): Float64Array {
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
  return crossProducts;
}

/** A variable whose spread is nothing but rounding of its mean does not vary, with itself or with others. */
function clearRounding(crossProducts: Float64Array, means: Float64Array, weight: number): void {
  const size = means.length;
  const relativeSpread = 1e-14;
  for (let i = 0; i < size; i++) {
    if (crossProducts[i * size + i] > relativeSpread ** 2 * weight * means[i] ** 2) continue;
    for (let j = 0; j < size; j++) {
      crossProducts[i * size + j] = 0;
      crossProducts[j * size + i] = 0;
    }
  }
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
