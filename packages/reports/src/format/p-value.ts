import { fixed } from "@manyi/analysis/format/number";

/** A p-value with three decimals, `p = 0.031`, `p < 0.001`. */
export function pValue(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${fixed(p, 3)}`;
}

/** The same for a column whose heading is p. */
export function pNumber(p: number): string {
  return p < 0.001 ? "< 0.001" : fixed(p, 3);
}
