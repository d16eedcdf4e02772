import type { AnswerScale } from "@manyi/questionnaire/definition/answer-scale";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "./draft-edit.ts";
import { questionsOf } from "./find-question.ts";
import { freeCode } from "./new-code.ts";

/** Five points of satisfaction, worded at every point. */
export const satisfactionScale: AnswerScale = {
  minimum: 1,
  maximum: 5,
  labels: {
    "1": { zh: "很不满意", en: "Very dissatisfied" },
    "2": { zh: "不满意", en: "Dissatisfied" },
    "3": { zh: "一般", en: "Neither" },
    "4": { zh: "满意", en: "Satisfied" },
    "5": { zh: "很满意", en: "Very satisfied" },
  },
};

/** The scale a new rating takes: the one most ratings have; `satisfaction_5` where there is none yet. */
export function usualScale(draft: Pick<Questionnaire, "pages" | "scales">): string {
  const names = Object.keys(draft.scales).sort((one, other) => uses(draft, other) - uses(draft, one));
  return names[0] ?? "satisfaction_5";
}

/** How many questions are answered on a scale. */
export function uses(draft: Pick<Questionnaire, "pages">, scale: string): number {
  return questionsOf(draft).filter((question) => "scale" in question && question.scale === scale).length;
}

/** The draft with a scale to rate on, if it had none. */
export const withUsualScale: DraftEdit = (draft) =>
  Object.keys(draft.scales).length > 0
    ? draft
    : { ...draft, scales: { satisfaction_5: forLanguages(satisfactionScale, draft.languages) } };

export function addScale(scale: AnswerScale = satisfactionScale): DraftEdit {
  return (draft) => {
    const name = freeCode("scale_", new Set(Object.keys(draft.scales)));
    return { ...draft, scales: { ...draft.scales, [name]: forLanguages(scale, draft.languages) } };
  };
}

export function changeScale(name: string, change: (scale: AnswerScale) => AnswerScale): DraftEdit {
  return (draft) => {
    const scale = draft.scales[name];
    return scale === undefined ? draft : { ...draft, scales: { ...draft.scales, [name]: change(scale) } };
  };
}

/** Takes away a scale on which nothing is answered. */
export function removeScale(name: string): DraftEdit {
  return (draft) => {
    if (uses(draft, name) > 0) return draft;
    return { ...draft, scales: Object.fromEntries(Object.entries(draft.scales).filter(([each]) => each !== name)) };
  };
}

/** A scale with another range: words and marks of points that are no more go with them. */
export function withRange(scale: AnswerScale, minimum: number, maximum: number): AnswerScale {
  const inside = ([value]: [string, unknown]) => Number(value) >= minimum && Number(value) <= maximum;
  const labels = Object.fromEntries(Object.entries(scale.labels).filter(inside));
  const { conversion } = scale;
  if (conversion?.marks === undefined) return { ...scale, minimum, maximum, labels };
  const marks = Object.fromEntries(Object.entries(conversion.marks).filter(inside));
  return { ...scale, minimum, maximum, labels, conversion: { ...conversion, marks } };
}

/** What an answer is worth between 0 and 100; null: its mark is not entered yet. */
export function worthOf({ minimum, maximum, best = "highest", conversion }: AnswerScale, value: number): number | null {
  if (conversion?.kind === "marks") return conversion.marks?.[String(value)] ?? null;
  if (maximum === minimum) return null;
  const share = (value - minimum) / (maximum - minimum);
  return 100 * (best === "highest" ? share : 1 - share);
}

function forLanguages(scale: AnswerScale, languages: readonly string[]): AnswerScale {
  const labels = Object.entries(scale.labels).map(([value, text]) => [
    value,
    Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language))),
  ]);
  return { ...scale, labels: Object.fromEntries(labels) };
}
