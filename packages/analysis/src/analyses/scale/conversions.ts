/** What a question's answers are worth by each of the three conversions. */
import { convert } from "@manyi/statistics/scale/conversion";
import { fiveLevelMarks } from "@manyi/statistics/scale/mark-table";
import type { RatedItem } from "../../plan/rated-item.ts";

export interface Conversions {
  /** 0–100 of a scale value, best answer highest; null where the scale does not have the conversion. */
  readonly range: (value: number) => number;
  readonly maximum: ((value: number) => number) | null;
  readonly marks: ((value: number) => number) | null;
}

export function conversionsOf(item: RatedItem): Conversions {
  const values = item.answers.map(({ value }) => value);
  const [minimum, maximum] = [values[0], values[values.length - 1]];
  const rising = (value: number) => (item.best === "highest" ? value : minimum + maximum - value);
  return {
    range: (value) => convert({ kind: "range", minimum, maximum }, rising(value)),
    maximum: minimum >= 0 && maximum > 0 ? (value) => convert({ kind: "maximum", maximum }, rising(value)) : null,
    marks: marksOf(item, values, rising),
  };
}

/** The scale's own marks; the usual ones on five levels 1–5. */
function marksOf(item: RatedItem, values: readonly number[], rising: (value: number) => number): Conversions["marks"] {
  if (item.conversion === "marks") return (value) => item.indexOf.get(value) ?? 0;
  const isFiveLevels = values.length === 5 && values.every((value, i) => value === i + 1);
  return isFiveLevels ? (value) => convert({ kind: "marks", marks: fiveLevelMarks }, rising(value)) : null;
}
