import { fixed } from "@manyi/analysis/format/number";

/** A p-value with three decimals, `p = 0.031`, `p < 0.001`. */
export function pValue(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${fixed(p, decimals(p))}`;
}

/** The same for a column whose heading is p. */
export function pNumber(p: number): string {
  return p < 0.001 ? "< 0.001" : fixed(p, decimals(p));
}

/** A fourth where three would show the usual level itself for a p that lies below or above it. */
function decimals(p: number): number {
  return p !== 0.05 && fixed(p, 3) === "0.050" ? 4 : 3;
}
