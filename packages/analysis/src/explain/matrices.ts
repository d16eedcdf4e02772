/** Importance–performance matrices: by stated importance where it was asked, and by importance derived from the data. */
import { partialCorrelations } from "@manyi/statistics/drivers/partial-correlation";
import {
  type Crosshair,
  meansCrosshair,
  mediansCrosshair,
  type Point,
  placeItems,
  scaleCrosshair,
} from "@manyi/statistics/importance-performance/matrix";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfTally } from "@manyi/statistics/tally/sums";
import { correlationsWithOverall, driverMoments } from "../index/item-weights.ts";
import { tallyOfItem } from "../measure/tallies.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { ImportancePerformance } from "../results/explain.ts";

type ImportanceKind = ImportancePerformance["importance"];

/** The first is the one a report shows: stated importance with the crosshair at the means, else derived. */
export function importancePerformance(run: Run): readonly ImportancePerformance[] {
  if (run.plan.index.length < 2) return [];
  const performance = run.plan.index.map(({ item }) => meanRating(run, item));
  const stated = run.plan.index.map(({ importance }) => (importance === null ? null : meanRating(run, importance)));
  const derived = correlationsWithOverall(run) ?? [];
  return [
    ...variants(run, "stated", performance, stated, ["means", "scale", "medians"]),
    ...variants(run, "derived-correlation", performance, derived, ["means", "medians"]),
    ...variants(run, "derived-partial", performance, partial(run), ["means"]),
  ];
}

/** Items without either value are left out; a matrix needs two. */
function variants(
  run: Run,
  importance: ImportanceKind,
  performance: readonly (number | null)[],
  importances: readonly (number | null)[],
  crosshairs: readonly ImportancePerformance["crosshair"][],
): readonly ImportancePerformance[] {
  const placed = run.plan.index.flatMap((entry, i) => {
    const p = performance[i];
    const m = importances[i] ?? null;
    return p === null || m === null ? [] : [{ entry, point: { performance: p, importance: m } }];
  });
  if (placed.length < 2) return [];
  const points = placed.map(({ point }) => point);
  const sameUnit = importance === "stated";
  return crosshairs.map((kind) => {
    const crosshair = crosshairOf(run, kind, points);
    const placements = placeItems(points, crosshair);
    return {
      importance,
      crosshair: kind,
      performanceLine: crosshair.performance,
      importanceLine: crosshair.importance,
      points: placements.map((placement, i) => ({
        item: placed[i].entry.item.column,
        label: placed[i].entry.item.label,
        performance: placement.performance,
        importance: placement.importance,
        quadrant: placement.quadrant,
        gap: sameUnit ? placement.gap : null,
        aboveDiagonal: sameUnit ? placement.isAboveDiagonal : null,
      })),
    };
  });
}

function crosshairOf(run: Run, kind: ImportancePerformance["crosshair"], points: readonly Point[]): Crosshair {
  if (kind === "means") return meansCrosshair(points);
  if (kind === "medians") return mediansCrosshair(points);
  const [first] = run.plan.index;
  return scaleCrosshair(rangeOf(first.item), rangeOf(first.importance ?? first.item));
}

function rangeOf(item: RatedItem) {
  return { minimum: item.answers[0].value, maximum: item.answers[item.answers.length - 1].value };
}

function meanRating(run: Run, item: RatedItem): number | null {
  const mean = meanEstimate(sumsOfTally(tallyOfItem(run, item)), run.plan.confidence);
  return mean.kind === "estimated" ? mean.value : null;
}

function partial(run: Run): readonly (number | null)[] {
  const { overall } = run.plan.measures;
  if (overall === null) return [];
  const result = partialCorrelations(driverMoments(run, overall.column), run.plan.index.length);
  return result.kind === "estimated" ? [...result.values] : [];
}
