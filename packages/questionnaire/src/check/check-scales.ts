import type { AnswerScale } from "../definition/answer-scale.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { valuesOf } from "../definition/scale-values.ts";
import { errorAt, type QuestionnaireIssue, type QuestionnairePath, warningAt } from "./questionnaire-issue.ts";

/** Every scale has a range, words at both ends, and marks for all its values where it is converted by marks. */
export function checkScales({ scales }: Questionnaire): readonly QuestionnaireIssue[] {
  return Object.entries(scales).flatMap(([name, scale]) => {
    const at = ["scales", name];
    const { minimum, maximum } = scale;
    if (maximum <= minimum) return [errorAt("scale-range", at, { minimum, maximum })];
    return [...checkLabels(name, scale, at), ...checkMarks(name, scale, at)];
  });
}

function checkLabels(name: string, scale: AnswerScale, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  const { minimum, maximum, labels } = scale;
  const ends = [minimum, maximum].every((value) => Object.hasOwn(labels, String(value)));
  return [
    ...outside(labels, scale).map((value) => errorAt("scale-label-outside", [...at, "labels", value], { value })),
    ...(ends ? [] : [errorAt("scale-ends-unlabelled", [...at, "labels"], { scale: name })]),
  ];
}

function checkMarks(name: string, scale: AnswerScale, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  if (scale.conversion?.kind !== "marks") return [];
  const { marks = {} } = scale.conversion;
  const place = [...at, "conversion", "marks"];
  const missing = valuesOf(scale).find((value) => !Object.hasOwn(marks, String(value)));
  const strange = outside(marks, scale).map((value) => errorAt("scale-mark-outside", [...place, value], { value }));
  if (missing !== undefined) return [...strange, errorAt("scale-mark-missing", place, { value: missing })];
  const worstFirst = scale.best === "lowest" ? valuesOf(scale).toReversed() : valuesOf(scale);
  const inOrder = worstFirst.map((value) => marks[String(value)] ?? 0);
  const rises = inOrder.every((mark, i) => i === 0 || mark >= (inOrder[i - 1] ?? 0));
  return rises ? strange : [...strange, warningAt("scale-marks-disordered", place, { scale: name })];
}

function outside(byValue: Readonly<Record<string, unknown>>, scale: AnswerScale): readonly string[] {
  const values = new Set(valuesOf(scale).map(String));
  return Object.keys(byValue).filter((value) => !values.has(value));
}
