/** The scale of an item: what its cells mean. */
import { stateCells } from "@manyi/questionnaire/definition/answer-state";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { ChoiceItem, RatingItem } from "@manyi/questionnaire/item/item";
import type { LocalText } from "../definition/local-text.ts";
import type { NominalScale, RatingScale } from "../definition/scale.ts";

/** The states as codes of a study. */
export const special = Object.fromEntries(Object.entries(stateCells).map(([state, cell]) => [cell, state])) as Record<
  string,
  keyof typeof stateCells
>;

export function ratingScale(item: RatingItem, { scales, pages }: Questionnaire): RatingScale {
  const { name, minimum, maximum } = item.scale;
  const declared = Object.hasOwn(scales, name) ? scales[name] : undefined;
  const { best, conversion } = declared ?? {};
  const labels = declared?.labels ?? recommendationLabels(item.question, pages);
  return {
    kind: "rating",
    minimum,
    maximum,
    ...(best === undefined ? {} : { best }),
    ...(Object.keys(labels).length === 0 ? {} : { labels: writtenLabels(labels) }),
    special: { ...special },
    ...(conversion === undefined ? {} : { conversion: conversionOf(conversion) }),
  };
}

/** Marks without effect are not repeated. */
function conversionOf({ kind, marks }: NonNullable<Questionnaire["scales"][string]["conversion"]>) {
  return kind === "marks" && marks !== undefined ? { kind, marks: { ...marks } } : { kind };
}

/** Would you recommend us: its ends are worded in the question. */
function recommendationLabels(code: string, pages: Questionnaire["pages"]): Record<string, LocalText> {
  const question = pages.flatMap(({ questions }) => questions).find((one) => one.code === code);
  return question?.type === "nps" ? { "0": question.low, "10": question.high } : {};
}

function writtenLabels(labels: Readonly<Record<string, LocalText>>): Record<string, LocalText> {
  return Object.fromEntries(Object.entries(labels).map(([value, text]) => [value, written(text, value)]));
}

/** @param versions the same item in every version that asks it, the newest first: an option that was taken out is still an
 *  answer of those who chose it */
export function choiceScale(versions: readonly ChoiceItem[]): NominalScale {
  const labels = new Map<string, LocalText>();
  for (const { code, label } of versions.flatMap(({ options }) => options)) {
    if (!labels.has(code)) labels.set(code, written(label, code));
  }
  const answers = [...labels].map(([code, label]) => ({ code, label: { ...label } }));
  return { kind: "nominal", ...(answers.length === 0 ? {} : { answers }), special: { ...special } };
}

/** A study knows no empty texts.
 *  @param instead stands where there is none at all */
export function written(text: Readonly<Record<string, string | undefined>>, instead: string): Record<string, string> {
  const entries = Object.entries(text).flatMap(([language, words = ""]) =>
    words.trim() === "" ? [] : [[language, words] as const],
  );
  return entries.length === 0 ? { zh: instead, en: instead } : Object.fromEntries(entries);
}
