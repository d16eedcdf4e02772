import { count, fixed } from "@manyi/analysis/format/number";
import type { NumberFormat } from "@manyi/analysis/results/analyses";
import { pNumber } from "../../format/p-value.ts";

/** A number of an analysis as a reader sees it. */
export function numberText(value: number, format: NumberFormat): string {
  switch (format) {
    case "count":
      return count(value);
    case "weighted-count":
    case "index":
      return fixed(value, 1);
    case "share":
      return `${fixed(value * 100, 1)}%`;
    case "p-value":
      return pNumber(value);
    case "points":
    case "statistic":
      return fixed(value, 2);
    case "coefficient":
      return fixed(value, 3);
    case "degrees":
      return Number.isInteger(value) ? count(value) : fixed(value, 1);
    case "amount":
      return fixed(value, Math.abs(value) < 100 ? 2 : 0);
  }
}

/** `0.81–0.86`; spaced where a minus sign would run into the dash; one sign of percent for both. */
export function rangeText(lower: number, upper: number, format: NumberFormat): string {
  const dash = lower < 0 || upper < 0 ? " – " : "–";
  const [from, to] = [numberText(lower, format), numberText(upper, format)];
  return `${from.replace(/%$/, "")}${dash}${to}`;
}
