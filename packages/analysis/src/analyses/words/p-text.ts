import { fixed } from "../../format/number.ts";

/** `p = 0.032`, `p < 0.001`, inside a sentence. */
export function pText(pValue: number): string {
  return pValue < 0.001 ? "p < 0.001" : `p = ${fixed(pValue, decimals(pValue))}`;
}

/** A fourth where three would show the usual level itself for a p that lies below or above it. */
function decimals(pValue: number): number {
  return pValue !== 0.05 && fixed(pValue, 3) === "0.050" ? 4 : 3;
}
