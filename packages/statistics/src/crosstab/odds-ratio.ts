import type { CrossTable } from "./table.ts";
import { fourCells } from "./table.ts";

export type SampleOddsRatio =
  | { readonly kind: "estimated"; readonly value: number }
  /** A cell is 0: the ratio would be 0, infinite or 0/0. */
  | { readonly kind: "empty-cell" };

/** Sample odds ratio ad/bc of a 2 × 2 table. @throws RangeError unless the table is 2 × 2 */
export function oddsRatio(table: CrossTable): SampleOddsRatio {
  const [a, b, c, d] = fourCells(table);
  return a * b * c * d > 0 ? { kind: "estimated", value: (a * d) / (b * c) } : { kind: "empty-cell" };
}
