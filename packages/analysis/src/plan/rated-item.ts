/** A rating question as the analysis needs it: what each answer is worth, which are the best and the worst. */
import type { CodedColumn } from "@manyi/dataset/columns/column";
import { type Conversion, convert } from "@manyi/statistics/scale/conversion";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { ConversionRule, OrdinalScale, RatingScale } from "@manyi/study/definition/scale";
import { boxesOf, conversionOf, type ScaleAnswer } from "@manyi/study/definition/scale-answers";

export interface RatedItem {
  readonly column: string;
  readonly label: LocalText;
  /** Ascending by value. */
  readonly answers: readonly ScaleAnswer[];
  readonly conversion: ConversionRule["kind"];
  /** 0–100 by scale value, best answer highest. */
  readonly indexOf: ReadonlyMap<number, number>;
  /** Scale values of the best and the worst boxes. */
  readonly top: ReadonlySet<number>;
  readonly bottom: ReadonlySet<number>;
  readonly best: "highest" | "lowest";
}

export function ratedItem(column: CodedColumn, label: LocalText, scale: RatingScale | OrdinalScale): RatedItem {
  const { answers } = column;
  const values = answers.map((answer) => answer.value);
  const best = scale.kind === "rating" ? (scale.best ?? "highest") : "highest";
  const boxes = boxesOf(scale);
  const fromBest = best === "highest" ? values.toReversed() : values;
  const rule = conversionOf(scale);
  return {
    column: column.name,
    label,
    answers,
    conversion: rule.kind,
    indexOf: new Map(answers.map((answer) => [answer.value, indexOfAnswer(answer, rule, values, best)])),
    top: new Set(fromBest.slice(0, boxes.top)),
    bottom: new Set(fromBest.slice(fromBest.length - boxes.bottom)),
    best,
  };
}

function indexOfAnswer(
  answer: ScaleAnswer,
  rule: ConversionRule,
  values: readonly number[],
  best: RatedItem["best"],
): number {
  if (rule.kind === "marks") return rule.marks?.[answer.code] ?? 0;
  const minimum = values[0];
  const maximum = values[values.length - 1];
  const conversion: Conversion =
    rule.kind === "range" ? { kind: "range", minimum, maximum } : { kind: "maximum", maximum };
  return convert(conversion, best === "highest" ? answer.value : minimum + maximum - answer.value);
}

/** The rating as a variable that rises with satisfaction: a scale whose best answer is the lowest is turned round. */
export function risingRating(item: RatedItem): { readonly column: string; readonly values?: readonly number[] } {
  if (item.best === "highest") return { column: item.column };
  const values = item.answers.map((answer) => answer.value);
  return { column: item.column, values: values.map((value) => values[0] + values[values.length - 1] - value) };
}

/** 0–100 of each answer, in the order of the column's answers. */
export function indexValues(item: RatedItem): readonly number[] {
  return item.answers.map((answer) => item.indexOf.get(answer.value) ?? 0);
}
