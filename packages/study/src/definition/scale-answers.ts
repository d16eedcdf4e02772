/** What a scale amounts to: its answers in order, from the lowest value to the highest, and what is no answer. */
import type { LocalText } from "./local-text.ts";
import type { ConversionRule, MissingState, OrdinalScale, RatingScale, Scale } from "./scale.ts";

export interface ScaleAnswer {
  readonly code: string;
  /** Scale value; for nominal answers their position. */
  readonly value: number;
  readonly label: LocalText;
}

/** @returns the answers, ascending by value; null for a nominal scale whose answers are found in the data */
export function answersOf(scale: Scale): readonly ScaleAnswer[] | null {
  switch (scale.kind) {
    case "rating":
      return ratingAnswers(scale);
    case "ordinal":
      return scale.answers
        .map((a) => ({ code: a.code, value: a.value, label: a.label ?? { zh: a.code, en: a.code } }))
        .sort((a, b) => a.value - b.value);
    case "nominal":
      return (
        scale.answers?.map((a, i) => ({ code: a.code, value: i, label: a.label ?? { zh: a.code, en: a.code } })) ?? null
      );
  }
}

function ratingAnswers(scale: RatingScale): readonly ScaleAnswer[] {
  return Array.from({ length: Math.max(0, scale.maximum - scale.minimum + 1) }, (_, i) => {
    const value = scale.minimum + i;
    const code = String(value);
    return { code, value, label: scale.labels?.[code] ?? { zh: code, en: code } };
  });
}

/** Codes of the scale that are no rating, and why; the empty code is a blank cell. */
export function specialCodesOf(scale: Scale): ReadonlyMap<string, MissingState> {
  return new Map<string, MissingState>([["", "skipped"], ...Object.entries(scale.special ?? {})]);
}

/** The scale's conversion of values to 0–100; range where it says nothing. */
export function conversionOf(scale: RatingScale | OrdinalScale): ConversionRule {
  return scale.conversion ?? { kind: "range" };
}

/** The recommendation question counts promoters (9, 10) and detractors (0–6), as its score does. */
export function recommendationScale(scale: RatingScale | OrdinalScale): RatingScale | OrdinalScale {
  return { ...scale, top: 2, bottom: 7 };
}

/** An effort scale of seven counts its three easy answers, as CES 2.0 does, unless the study says otherwise. */
export function effortScale(scale: RatingScale | OrdinalScale): RatingScale | OrdinalScale {
  const isSeven = answersOf(scale)?.length === 7 && scale.top === undefined;
  return isSeven ? { ...scale, top: 3 } : scale;
}

/** Scales short enough that the two best answers would be half of it count only the best. */
export function boxesOf(scale: RatingScale | OrdinalScale): { readonly top: number; readonly bottom: number } {
  const answers = scale.kind === "rating" ? scale.maximum - scale.minimum + 1 : scale.answers.length;
  const usual = answers >= 9 ? 3 : answers >= 5 ? 2 : 1;
  return { top: scale.top ?? usual, bottom: scale.bottom ?? (answers >= 5 ? 2 : 1) };
}
