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
import { correlationsWithOverall, driverMoments, outcomeOf } from "../index/item-weights.ts";
import { indexSums } from "../measure/rating-figures.ts";
import { tallyOfItem } from "../measure/tallies.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { ImportancePerformance } from "../results/explain.ts";

type ImportanceKind = ImportancePerformance["importance"];
type Crosshairs = ImportancePerformance["crosshair"];

/** The first is the one a report shows: stated importance with the crosshair at the means, else derived. */
export function importancePerformance(run: Run): readonly ImportancePerformance[] {
  return [
    ...matricesBy(run, "stated", ["means", "scale", "medians"]),
    ...matricesBy(run, "derived-correlation", ["means", "medians"]),
    ...matricesBy(run, "derived-partial", ["means"]),
  ];
}

/** Matrices of one kind of importance; none where fewer than two items have both values.
 *  @param crosshairs where the lines stand; "scale" for stated importance only */
export function matricesBy(
  run: Run,
  kind: ImportanceKind,
  crosshairs: readonly Crosshairs[],
): readonly ImportancePerformance[] {
  const items = run.plan.index;
  if (items.length < 2) return [];
  const unit = sameScale(items.map(({ item }) => item)) ? "rating" : "index";
  const performance = items.map(({ item }) => meanOf(run, item, unit));
  const asked = items.flatMap(({ item, importance }) => [item, importance ?? item]);
  const gapUnit = sameScale(asked) ? "one-unit" : "two-units";
  return variants(run, { kind, unit, gapUnit }, performance, importanceMeans(run, kind), crosshairs);
}

function importanceMeans(run: Run, kind: ImportanceKind): readonly (Mean | null)[] {
  const items = run.plan.index;
  if (kind === "stated")
    return items.map(({ importance }) => (importance === null ? null : meanOf(run, importance, "rating")));
  const derived = kind === "derived-correlation" ? correlationsWithOverall(run) : partial(run);
  return items.map((_, i) => derivedMean(derived?.[i]));
}

interface Mean {
  readonly value: number;
  readonly n: number;
  /** Null where the importance is derived. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

interface Axes {
  readonly kind: ImportanceKind;
  readonly unit: ImportancePerformance["unit"];
  /** Whether stated importance and performance stand on one scale, so that one can be taken from the other. */
  readonly gapUnit: "one-unit" | "two-units";
}

/** Items without either value are left out; a matrix needs two. */
function variants(
  run: Run,
  axes: Axes,
  performances: readonly (Mean | null)[],
  importances: readonly (Mean | null)[],
  crosshairs: readonly Crosshairs[],
): readonly ImportancePerformance[] {
  const placed = run.plan.index.flatMap(({ item }, i) => {
    const [performance, importance] = [performances[i], importances[i]];
    return performance === null || importance === null ? [] : [{ item, performance, importance }];
  });
  if (placed.length < 2) return [];
  const points = placed.map(({ performance, importance }) => ({
    performance: performance.value,
    importance: importance.value,
  }));
  const hasGap = axes.kind === "stated" && axes.gapUnit === "one-unit";
  return crosshairs.map((kind) => {
    const crosshair = crosshairOf(run, kind, axes, points);
    return {
      importance: axes.kind,
      crosshair: kind,
      unit: axes.unit,
      performanceLine: crosshair.performance,
      importanceLine: crosshair.importance,
      points: placeItems(points, crosshair).map((placement, i) => ({
        item: placed[i].item.column,
        label: placed[i].item.label,
        performance: placement.performance,
        importance: placement.importance,
        n: placed[i].performance.n,
        performanceInterval: placed[i].performance.interval ?? {
          lower: placement.performance,
          upper: placement.performance,
        },
        importanceInterval: placed[i].importance.interval,
        quadrant: placement.quadrant,
        gap: hasGap ? placement.gap : null,
        aboveDiagonal: hasGap ? placement.isAboveDiagonal : null,
      })),
    };
  });
}

function crosshairOf(run: Run, kind: Crosshairs, axes: Axes, points: readonly Point[]): Crosshair {
  if (kind === "means") return meansCrosshair(points);
  if (kind === "medians") return mediansCrosshair(points);
  const [first] = run.plan.index;
  const performance = axes.unit === "index" ? { minimum: 0, maximum: 100 } : rangeOf(first.item);
  return scaleCrosshair(performance, rangeOf(first.importance ?? first.item));
}

function rangeOf(item: RatedItem) {
  return { minimum: item.answers[0].value, maximum: item.answers[item.answers.length - 1].value };
}

/** Ratings can be compared as they are only where all stand on one scale that rises with satisfaction. */
function sameScale(items: readonly RatedItem[]): boolean {
  const form = (item: RatedItem) => `${item.best}:${item.answers.map((answer) => answer.value).join(",")}`;
  return items.every((item) => item.best === "highest" && form(item) === form(items[0]));
}

function meanOf(run: Run, item: RatedItem, unit: ImportancePerformance["unit"]): Mean | null {
  const tally = tallyOfItem(run, item);
  const mean = meanEstimate(unit === "rating" ? sumsOfTally(tally) : indexSums(item, tally), run.plan.confidence);
  if (mean.kind !== "estimated" || mean.n < run.plan.minimumGroup) return null;
  const { lower, upper } = mean.interval;
  return { value: mean.value, n: mean.n, interval: { lower, upper } };
}

function derivedMean(value: number | undefined): Mean | null {
  return value === undefined ? null : { value, n: 0, interval: null };
}

function partial(run: Run): readonly number[] | null {
  const outcome = outcomeOf(run);
  if (outcome === null) return null;
  const result = partialCorrelations(driverMoments(run, outcome), run.plan.index.length);
  return result.kind === "estimated" ? [...result.values] : null;
}
