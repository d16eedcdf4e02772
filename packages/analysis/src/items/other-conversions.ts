import { convert } from "@manyi/statistics/scale/conversion";
import { fiveLevelMarks } from "@manyi/statistics/scale/mark-table";
import type { RatedItem } from "../plan/rated-item.ts";

export interface NamedConversion {
  readonly kind: "range" | "maximum" | "marks";
  readonly indexOf: (value: number) => number;
}

/** The conversions that reports in the field use for such a scale, without the one the study uses. */
export function otherConversions(item: RatedItem): readonly NamedConversion[] {
  const values = item.answers.map((answer) => answer.value);
  const minimum = values[0];
  const maximum = values[values.length - 1];
  const fromBest = (value: number) => (item.best === "highest" ? value : minimum + maximum - value);
  const all: NamedConversion[] = [
    { kind: "range", indexOf: (value) => convert({ kind: "range", minimum, maximum }, fromBest(value)) },
  ];
  if (minimum >= 0 && maximum > 0)
    all.push({ kind: "maximum", indexOf: (value) => convert({ kind: "maximum", maximum }, fromBest(value)) });
  const fiveLevels = values.length === 5 && values.every((value, i) => value === i + 1);
  if (fiveLevels)
    all.push({ kind: "marks", indexOf: (value) => convert({ kind: "marks", marks: fiveLevelMarks }, fromBest(value)) });
  return all.filter((conversion) => conversion.kind !== item.conversion);
}
