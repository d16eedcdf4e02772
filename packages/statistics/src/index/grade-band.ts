/** Grade bands put a word to an index. They are a convention of the reader, so they are data, and an interval that
 * reaches into two bands supports neither word. */
import type { Interval } from "../estimate/estimate.ts";

/** Bands in descending order, each from its threshold (included) up to the band above (excluded). */
export interface GradeBands {
  readonly thresholds: readonly { readonly grade: string; readonly from: number }[];
  /** Below the last threshold. */
  readonly lowest: string;
}

/** Five grades at 95 / 80 / 70 / 60. */
export const fiveGradeBands: GradeBands = {
  thresholds: [
    { grade: "very-satisfied", from: 95 },
    { grade: "satisfied", from: 80 },
    { grade: "fair", from: 70 },
    { grade: "dissatisfied", from: 60 },
  ],
  lowest: "very-dissatisfied",
};

/** Four grades at 80 / 70 / 60. */
export const fourGradeBands: GradeBands = {
  thresholds: [
    { grade: "satisfied", from: 80 },
    { grade: "fair", from: 70 },
    { grade: "dissatisfied", from: 60 },
  ],
  lowest: "very-dissatisfied",
};

/** Weighted means of whole marks round: 80 may come out 1e-14 below itself, and is still 80. */
const rounding = 1e-9;

/** Whether a value on 0–100 reaches a threshold, rounding errors aside. */
export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - rounding;
}

/**
 * Grade of an index value, 0–100.
 * @throws RangeError if the value is outside 0–100 or the thresholds do not descend
 */
export function gradeOf(value: number, bands: GradeBands): string {
  if (!(value >= -rounding && value <= 100 + rounding))
    throw new RangeError(`an index must lie in 0–100, got ${value}`);
  requireDescending(bands);
  return bands.thresholds.find(({ from }) => reaches(value, from))?.grade ?? bands.lowest;
}

export type SupportedGrade =
  | { readonly kind: "one-grade"; readonly grade: string }
  | {
      readonly kind: "several-grades" /** From the lower end of the interval up. */;
      readonly grades: readonly string[];
    };

/** The grades an interval reaches; one only if the whole interval lies in it. Limits beyond 0–100 are cut. */
export function supportedGrade(interval: Pick<Interval, "lower" | "upper">, bands: GradeBands): SupportedGrade {
  const ascending = [bands.lowest, ...bands.thresholds.map(({ grade }) => grade).reverse()];
  const withinScale = (value: number) => Math.min(100, Math.max(0, value));
  const lowest = ascending.indexOf(gradeOf(withinScale(interval.lower), bands));
  const highest = ascending.indexOf(gradeOf(withinScale(interval.upper), bands));
  const grades = ascending.slice(lowest, highest + 1);
  return grades.length === 1 ? { kind: "one-grade", grade: grades[0] } : { kind: "several-grades", grades };
}

function requireDescending({ thresholds }: GradeBands): void {
  for (let index = 1; index < thresholds.length; index++) {
    if (!(thresholds[index].from < thresholds[index - 1].from)) throw new RangeError("thresholds must descend");
  }
}
