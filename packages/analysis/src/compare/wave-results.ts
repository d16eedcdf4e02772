/** Measures from wave to wave. A change is said to be one only where its test, corrected for the others, carries it. */
import { differenceOfMeans } from "@manyi/statistics/comparison/difference";
import type { ComputedIndex } from "../index/index-results.ts";
import { keyFigureLabel } from "../key-figures/labels.ts";
import type { Run } from "../plan/run.ts";
import type { ItemChange, TrackedMeasure, WaveResults } from "../results/compare.ts";
import type { Figure, Suppressed } from "../results/figure.ts";
import { type Grouping, groupingOf, guardedFigures } from "./grouping.ts";
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
    measures: trackedInWaves(run, grouping, trackableMeasures(run, grouping, index)),
    items: itemChanges(run, grouping),
    reworded: rewordedInLast(run, grouping),
  };
}

function rewordedInLast({ plan }: Run, { groups }: Grouping): WaveResults["reworded"] {
  const last = groups.at(-1)?.code ?? "";
  const { overall, nps, ces, repurchase, recommendation } = plan.measures;
  const measured = [overall, nps, ces, repurchase, recommendation].filter((item) => item !== null);
  const rated = new Map([...plan.index.map(({ item }) => item), ...measured].map((item) => [item.column, item.label]));
  return plan.definition.columns.flatMap(({ name, reworded = [] }) => {
    const label = rated.get(name);
    return label !== undefined && reworded.includes(last) ? [{ column: name, label }] : [];
  });
}

/** Each step from wave to wave is one family: all measures are tested in it, and corrected together. */
function trackedInWaves(
  run: Run,
  grouping: Grouping,
  measures: readonly TrackableMeasure[],
): readonly TrackedMeasure[] {
  const followed = measures.map((measure) => {
    const figures = guardedFigures(
      grouping,
      grouping.groups.map((_, wave) => measure.figureOf(wave)),
      measure.support,
      measure.total,
    );
    const differences = figures.map((figure, wave) =>
      wave === 0 ? null : (hidden(figures[wave - 1], figure) ?? measure.between(wave, wave - 1)),
    );
    return { measure, figures, differences };
  });
  const steps = grouping.groups.map((_, wave) =>
    testedDifferences(
      followed.map(({ differences }) => differences[wave]),
      run.plan.confidence,
    ),
  );
  return followed.map(({ measure, figures }, m) => ({
    id: measure.id,
    label: keyFigureLabel(measure.id),
    unit: measure.unit,
    figures,
    differences: steps.map((step) => step[m]),
  }));
}

/** Last wave against the one before. */
function itemChanges(run: Run, grouping: Grouping): readonly ItemChange[] {
  const last = grouping.groups.length - 1;
  const items = run.plan.index.map(({ item }) => {
    const { figures, sums } = itemIndexByGroup(run, grouping, item);
    const from = figures[last - 1];
    const to = figures[last];
    const difference = hidden(from, to) ?? differenceOfMeans(sums[last], sums[last - 1], run.plan.confidence);
    return { item: item.column, label: item.label, from, to, difference };
  });
  const changes = testedDifferences(
    items.map(({ difference }) => difference),
    run.plan.confidence,
  );
  return items.flatMap(({ difference: _, ...item }, i) => {
    const change = changes[i];
    return change === null ? [] : [{ ...item, change }];
  });
}

/** The suppression of either figure: a difference would tell the one from the other. */
function hidden(...figures: readonly Figure[]): Suppressed | null {
  for (const { result } of figures) if (result.kind === "suppressed") return result;
  return null;
}
