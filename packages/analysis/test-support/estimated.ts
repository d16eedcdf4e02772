/** Short ways to what a test is about in a study's results. */
import type { TestedDifference, TrackedMeasure } from "../src/results/compare.ts";
import type { Figure } from "../src/results/figure.ts";
import type { KeyFigure, KeyFigureId } from "../src/results/key-figures.ts";

/** The estimate of a figure. @throws Error if it has none: the test is about nothing then */
export function estimated(figure: Figure | undefined) {
  if (figure?.result.kind !== "estimated") throw new Error(`no estimate: ${figure?.result.kind}`);
  return figure.result;
}

export function estimatedDifference(tested: TestedDifference | null | undefined) {
  if (tested?.difference.kind !== "estimated") throw new Error(`no difference: ${tested?.difference.kind}`);
  return tested.difference;
}

export function keyFigureOf({ keyFigures }: { readonly keyFigures: readonly KeyFigure[] }, id: KeyFigureId): KeyFigure {
  return found(keyFigures, id);
}

export function measureOf(
  { measures }: { readonly measures: readonly TrackedMeasure[] },
  id: KeyFigureId,
): TrackedMeasure {
  return found(measures, id);
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const one = all.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`no ${id}`);
  return one;
}
