import type { Margins } from "./separation.ts";

export interface CumulativeProblem {
  /** Level of each row, 0 … levels − 1; each occurs. */
  readonly codes: Int32Array;
  readonly levels: number;
  /** People, or weight, of each row. */
  readonly counts: Float64Array;
  /** Columns that shift all thresholds alike. */
  readonly shared: readonly Float64Array[];
  /** Columns with an effect of their own on each threshold. */
  readonly nominal: readonly Float64Array[];
}

/**
 * Margins of a cumulative model: each row would have the threshold above its answer rise and the one below fall. The link does not
 * matter: both of ours leave nothing in a tail.
 */
export function cumulativeMargins({ codes, levels, counts, shared, nominal }: CumulativeProblem): Margins {
  const width = nominal.length + 1;
  const first = (levels - 1) * width;
  const rows = Int32Array.from(counts.keys()).filter((row) => counts[row] > 0);
  /** Threshold j as the row meets it, θ_j + u′α_j − x′β, by its derivatives. */
  const addThreshold = (into: Float64Array, row: number, j: number, sign: number) => {
    into[j * width] += sign;
    for (let c = 1; c < width; c++) into[j * width + c] += sign * nominal[c - 1][row];
    for (let b = 0; b < shared.length; b++) into[first + b] -= sign * shared[b][row];
  };
  const squares = [...shared, ...nominal];
  const lengths = new Float64Array(counts.length);
  const sum = new Float64Array(first + shared.length);
  for (const row of rows) {
    lengths[row] = Math.sqrt(squares.reduce((total, column) => total + column[row] ** 2, 1));
    if (codes[row] < levels - 1) addThreshold(sum, row, codes[row], 1);
    if (codes[row] > 0) addThreshold(sum, row, codes[row] - 1, -1);
  }
  const thresholdAlong = (direction: Float64Array, row: number, j: number) => {
    let value = direction[j * width];
    for (let c = 1; c < width; c++) value += direction[j * width + c] * nominal[c - 1][row];
    for (let b = 0; b < shared.length; b++) value -= direction[first + b] * shared[b][row];
    return value / lengths[row];
  };
  const lowest = (direction: Float64Array) => {
    let [least, leastRow, leastThreshold, leastSign] = [Number.POSITIVE_INFINITY, rows[0], 0, 1];
    for (const row of rows) {
      for (const [threshold, sign] of [
        [codes[row], 1],
        [codes[row] - 1, -1],
      ]) {
        if (threshold < 0 || threshold === levels - 1) continue;
        const margin = sign * thresholdAlong(direction, row, threshold);
        if (margin < least) [least, leastRow, leastThreshold, leastSign] = [margin, row, threshold, sign];
      }
    }
    const margin = new Float64Array(sum.length);
    addThreshold(margin, leastRow, leastThreshold, leastSign);
    return margin;
  };
  const predictors = [
    ...shared.map((_, b) => [first + b]),
    ...nominal.map((_, c) => Array.from({ length: levels - 1 }, (_each, j) => j * width + c + 1)),
  ];
  return { predictors, sum, scale: lengths.reduce((total, length) => total + 2 * length, 0), lowest };
}
