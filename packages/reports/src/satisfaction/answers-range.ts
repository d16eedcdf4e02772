import { count } from "@manyi/analysis/format/number";
import type { Figure } from "@manyi/analysis/results/figure";
import { answersOf } from "../format/figure-text.ts";

/** Answers behind several figures, `1,180` or `1,102–1,180`; null where none may be told. */
export function answersRange(figures: readonly Figure[]): string | null {
  return countRange(figures.map(({ result }) => answersOf(result)).filter((n) => n !== null));
}

/** Fewest and most of several counts, `1,180` or `1,102–1,180`; null where there is none. */
export function countRange(counts: readonly number[]): string | null {
  if (counts.length === 0) return null;
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? count(most) : `${count(fewest)}–${count(most)}`;
}
