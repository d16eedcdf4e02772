import type { DimensionGap } from "@manyi/statistics/servqual/dimension-gaps";
import type { IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { bilingual } from "../words/bilingual.ts";
import { adjustedOf, verdictOf } from "./gap-cells.ts";
import type { MeasuredDimensions } from "./measured-dimensions.ts";
import { servqualWords as words } from "./words.ts";

/** Gaps of the dimensions, the largest shortfall first; null where none can be shown. */
export function gapsChart(
  { plan }: AnalysisContext,
  { dimensions }: MeasuredDimensions,
  gaps: readonly DimensionGap[],
): IntervalsChart | null {
  const adjusted = adjustedOf(
    gaps.map(({ gap }) => gap),
    plan.minimumGroup,
  );
  const rows = gaps
    .flatMap(({ gap }, i) =>
      gap.kind === "estimated" && gap.n >= plan.minimumGroup
        ? [
            {
              label: dimensions[i].label,
              n: gap.n,
              point: { value: gap.value, lower: gap.interval.lower, upper: gap.interval.upper },
              verdict: verdictOf(gap.value, adjusted[i], plan.confidence),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.point.value - b.point.value);
  if (rows.length === 0) return null;
  const [worst] = rows;
  return {
    kind: "intervals",
    title: words.chart(worst.verdict === "below" ? bilingual(worst.label) : null),
    measure: words.gapMeasure,
    format: "points",
    rows: rows.map(({ label, n, point }) => ({ label, n, point })),
    reference: { value: 0, label: words.noGap },
  };
}
