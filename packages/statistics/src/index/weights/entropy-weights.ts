import { completeRows } from "../../moments/moments.ts";
import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/**
 * Entropy weights: an attribute on which respondents differ more weighs more. With p_ij = x_ij/Σ_i x_ij over the n
 * respondents who answered all attributes, e_j = −Σ p ln p / ln n and the weight is (1 − e_j)/Σ(1 − e). They say how
 * much answers vary, not how much an attribute matters.
 * @param columns ratings in their own unit, one column an attribute; NaN = no answer
 * @returns no-weights below two complete respondents, or where nobody differs
 * @throws RangeError if a rating is negative or columns differ in length
 * Golden values: golden/example/expected/synth_public_csi.json
 */
export function entropyWeights(columns: readonly Float64Array[]): WeightsResult {
  if (columns.length === 0) return { kind: "no-weights", reason: "no-attributes" };
  const length = columns[0].length;
  if (columns.some((column) => column.length !== length)) throw new RangeError("columns differ in length");
  const rows = completeRows(columns, null, length);
  if (rows.length < 2) return { kind: "no-weights", reason: "too-few-answers" };
  const divergence = columns.map((column) => 1 - relativeEntropy(column, rows));
  // Rounding leaves 1e-16 where an attribute does not vary at all.
  return normalisedWeights(divergence.map((value) => (value > 1e-13 ? value : 0)));
}

function relativeEntropy(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) {
    if (!(column[row] >= 0)) throw new RangeError(`entropy weights need ratings of 0 or more, got ${column[row]}`);
    sum += column[row];
  }
  if (sum === 0) return 1;
  let entropy = 0;
  for (const row of rows) {
    const share = column[row] / sum;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return entropy / Math.log(rows.length);
}
