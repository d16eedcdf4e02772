import { fixed } from "@manyi/analysis/format/number";
import type { Reliability } from "@manyi/analysis/results/items";

/** `0.84 (0.81–0.87)` */
export function reliabilityText({ alpha, lower, upper }: Extract<Reliability, { readonly kind: "estimated" }>): string {
  return `${fixed(alpha, 2)} (${fixed(lower, 2)}–${fixed(upper, 2)})`;
}
