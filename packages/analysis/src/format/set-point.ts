import type { Unit } from "../results/figure.ts";
import { fixed } from "./number.ts";

/** A number that somebody set (target, baseline, threshold) as it was set: `80`, `72.5`, `70%`. No decimal is added,
 *  because nothing was measured. */
export function setPoint(value: number, unit: Unit): string {
  const shown = unit === "share" ? value * 100 : value;
  const decimals = [0, 1, 2].find((count) => Math.abs(shown - Number(shown.toFixed(count))) < 1e-9) ?? 2;
  return `${fixed(shown, decimals)}${unit === "share" ? "%" : ""}`;
}
