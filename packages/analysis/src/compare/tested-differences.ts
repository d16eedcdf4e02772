import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { Difference } from "@manyi/statistics/comparison/difference";
import type { TestedDifference } from "../results/compare.ts";
import type { Suppressed } from "../results/figure.ts";

/** Tests that belong together, corrected together (Holm): many comparisons find something by chance alone.
 *  @param differences null where there is nothing to compare */
export function testedDifferences(
  differences: readonly (Difference | Suppressed | null)[],
  confidence: number,
): readonly (TestedDifference | null)[] {
  const pValues = differences.flatMap((d) => (d?.kind === "estimated" ? [d.pValue] : []));
  const adjusted = holm(pValues);
  let next = 0;
  return differences.map((difference) => {
    if (difference === null) return null;
    if (difference.kind !== "estimated") return { difference, adjustedPValue: null, evidence: "none" };
    const adjustedPValue = adjusted[next++];
    return {
      difference,
      adjustedPValue,
      evidence: adjustedPValue < 1 - confidence ? directionOf(difference.value) : "none",
    };
  });
}

function directionOf(value: number): "higher" | "lower" {
  return value > 0 ? "higher" : "lower";
}
