import { count } from "@manyi/analysis/format/number";
import type { Figure } from "@manyi/analysis/results/figure";
import { answersOf } from "../format/figure-text.ts";

/** Answers behind several figures, `1,180` or `1,102–1,180`; null where none may be told. */
export function answersRange(figures: readonly Figure[]): string | null {
  const answers = figures.map(({ result }) => answersOf(result)).filter((n) => n !== null);
  if (answers.length === 0) return null;
  const [fewest, most] = [Math.min(...answers), Math.max(...answers)];
  return fewest === most ? count(most) : `${count(fewest)}–${count(most)}`;
}
