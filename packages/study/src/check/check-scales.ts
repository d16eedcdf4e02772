import type { OrdinalScale, RatingScale } from "../definition/scale.ts";
import { answersOf, boxesOf, conversionOf } from "../definition/scale-answers.ts";
import type { StudyDefinition } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { JsonSource } from "./json-source.ts";

/** What the schema cannot say of the scales. */
export function checkScales(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  return Object.entries(study.scales).flatMap(([name, scale]) => {
    const at = (...path: (string | number)[]) => source.placeOf(["scales", name, ...path]);
    const answers = answersOf(scale) ?? [];
    const codes = new Set(answers.map((a) => a.code));
    const special = Object.keys(scale.special ?? {})
      .filter((code) => codes.has(code))
      .map((code) => issue("scale-special-is-answer", at("special", code), { scale: name, code }));
    const twice = answers
      .filter((a, i) => answers.findIndex((b) => b.code === a.code) !== i)
      .map((a) => issue("scale-answer-twice", at("answers"), { scale: name, code: a.code }));
    const values = answers.map((answer) => answer.value);
    const tied = values
      .filter((value, i) => values.indexOf(value) !== i)
      .map((value) => issue("scale-value-twice", at("answers"), { scale: name, value }));
    if (scale.kind === "nominal") return [...special, ...twice];
    if (scale.kind === "rating" && scale.maximum <= scale.minimum) {
      return [issue("scale-empty-range", at(), { scale: name, minimum: scale.minimum, maximum: scale.maximum })];
    }
    return [
      ...special,
      ...twice,
      ...tied,
      ...checkLabels(name, scale, codes, at),
      ...checkBoxes(name, scale, at),
      ...checkConversion(name, scale, at),
    ];
  });
}

type At = (...path: (string | number)[]) => Issue["place"];

function checkLabels(
  name: string,
  scale: RatingScale | OrdinalScale,
  codes: ReadonlySet<string>,
  at: At,
): readonly Issue[] {
  if (scale.kind !== "rating") return [];
  return Object.keys(scale.labels ?? {})
    .filter((code) => !codes.has(code))
    .map((code) => issue("scale-label-outside", at("labels", code), { scale: name, code }));
}

function checkBoxes(name: string, scale: RatingScale | OrdinalScale, at: At): readonly Issue[] {
  const answers = answersOf(scale)?.length ?? 0;
  const boxes = boxesOf(scale);
  return boxes.top + boxes.bottom > answers ? [issue("scale-boxes-overlap", at(), { scale: name, answers })] : [];
}

function checkConversion(name: string, scale: RatingScale | OrdinalScale, at: At): readonly Issue[] {
  const conversion = conversionOf(scale);
  const answers = answersOf(scale) ?? [];
  if (conversion.kind === "maximum") {
    const positive = answers.every((a) => a.value >= 0) && answers.some((a) => a.value > 0);
    return positive ? [] : [issue("scale-maximum-not-positive", at("conversion"), { scale: name })];
  }
  if (conversion.kind === "range") return [];
  const missing = answers.find((a) => conversion.marks?.[a.code] === undefined);
  return missing === undefined
    ? []
    : [issue("scale-mark-missing", at("conversion"), { scale: name, code: missing.code })];
}
