import { fixed } from "../../format/number.ts";

/** `p = 0.032`, `p < 0.001`, inside a sentence. */
export function pText(pValue: number): string {
  return pValue < 0.001 ? "p < 0.001" : `p = ${fixed(pValue, 3)}`;
}
