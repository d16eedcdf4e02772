import type { KeyFigureId } from "@manyi/analysis/results/key-figures";
import type { StudyResults } from "@manyi/analysis/results/study-results";
import type { Programme } from "@manyi/contract/programme/programmes";
import { localTextOf } from "../programme/local-text-of.ts";

/** The first of these that a study has is its headline. */
const order: readonly KeyFigureId[] = [
  "csi",
  "overall-index",
  "csat",
  "satisfied-customer-rate",
  "nps",
  "ces",
  "repurchase",
];

/** The one figure that lists show of a programme; null where none may be shown. */
export function headlineOf({ weightings, primary }: StudyResults): Programme["headline"] {
  const { keyFigures } = weightings[primary];
  for (const id of order) {
    const found = keyFigures.find((figure) => figure.id === id);
    const result = found?.figure.result;
    if (found === undefined || result?.kind !== "estimated") continue;
    const { interval } = result;
    return {
      label: localTextOf(found.label),
      value: result.value,
      lower: interval.lower,
      upper: interval.upper,
      unit: found.figure.unit,
      n: result.n,
    };
  }
  return null;
}
