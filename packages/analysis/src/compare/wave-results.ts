/** Measures from wave to wave. A change is said to be one only where its test, corrected for the others, carries it. */
import { differenceOfMeans } from "@manyi/statistics/comparison/difference";
import type { ComputedIndex } from "../index/index-results.ts";
import { keyFigureLabel } from "../key-figures/labels.ts";
import type { Run } from "../plan/run.ts";
import type { ItemChange, TrackedMeasure, WaveResults } from "../results/compare.ts";
import { type Grouping, groupingOf, guarded, suppressed } from "./grouping.ts";
import { testedDifferences } from "./tested-differences.ts";
import { itemIndexByGroup, type TrackableMeasure, trackableMeasures } from "./tracked-measures.ts";

/** @returns null where the study has no waves or only one of them holds answers */
export function waveResults(run: Run, index: ComputedIndex | null): WaveResults | null {
  const column = run.plan.definition.waves?.column;
  if (column === undefined) return null;
  const grouping = groupingOf(run, column);
  if (grouping.groups.length < 2) return null;
  return {
    column,
    waves: grouping.groups,
    measures: trackableMeasures(run, grouping, index).map((measure) => trackedInWaves(run, grouping, measure)),
    items: itemChanges(run, grouping),
  };
}

function trackedInWaves(run: Run, grouping: Grouping, measure: TrackableMeasure): TrackedMeasure {
  const differences = grouping.groups.map((_, wave) => {
    if (wave === 0) return null;
    return isHidden(grouping, wave) || isHidden(grouping, wave - 1)
      ? suppressed(grouping)
      : measure.between(wave, wave - 1);
  });
  return {
    id: measure.id,
    label: keyFigureLabel(measure.id),
    unit: measure.unit,
    figures: grouping.groups.map((_, wave) => guarded(grouping, wave, measure.figureOf(wave))),
    differences: testedDifferences(differences, run.plan.confidence),
  };
}

function itemChanges(run: Run, grouping: Grouping): readonly ItemChange[] {
  const last = grouping.groups.length - 1;
  const hidden = isHidden(grouping, last) || isHidden(grouping, last - 1);
  const items = run.plan.index.map(({ item }) => ({ item, waves: itemIndexByGroup(run, grouping, item) }));
  const changes = testedDifferences(
    items.map(({ waves }) =>
      hidden ? suppressed(grouping) : differenceOfMeans(waves[last].sums, waves[last - 1].sums, run.plan.confidence),
    ),
    run.plan.confidence,
  );
  return items.flatMap(({ item, waves }, i) => {
    const change = changes[i];
    if (change === null) return [];
    return [
      {
        item: item.column,
        label: item.label,
        from: guarded(grouping, last - 1, waves[last - 1].figure),
        to: guarded(grouping, last, waves[last].figure),
        change,
      },
    ];
  });
}

function isHidden(grouping: Grouping, wave: number): boolean {
  return grouping.groups[wave].n === null;
}
