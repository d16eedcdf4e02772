import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Question, QuestionType } from "@manyi/questionnaire/question/question";
import type { DraftEdit } from "./draft-edit.ts";
import { replaceQuestion } from "./question-edits.ts";
import { addScale } from "./scale-edits.ts";

/** What a question can become without anything that was written being lost. */
export function typesWithoutLoss(
  question: Question,
  { scales }: Pick<Questionnaire, "scales">,
): readonly QuestionType[] {
  switch (question.type) {
    case "single-choice":
      return question.appearance === undefined ? ["multiple-choice"] : [];
    case "multiple-choice": {
      const plain = question.options.every(({ exclusive }) => exclusive === undefined);
      return plain && question.least === undefined && question.most === undefined ? ["single-choice"] : [];
    }
    case "statement":
      return ["open-text"];
    case "open-text":
      return hasNothingOf(question, ["lines", "longest", "label"]) && question.required !== true ? ["statement"] : [];
    case "nps":
      return ["rating"];
    case "rating": {
      const scale = scales[question.scale];
      const bare = scale !== undefined && scale.conversion === undefined && scale.best !== "lowest";
      const ends = bare && Object.keys(scale.labels).every((value) => value === "0" || value === "10");
      return bare && ends && scale.minimum === 0 && scale.maximum === 10 ? ["nps"] : [];
    }
    case "matrix":
    case "number":
    case "date":
    case "contact":
      return [];
  }
}

function hasNothingOf<Q extends Question>(question: Q, properties: readonly (keyof Q)[]): boolean {
  return properties.every((property) => question[property] === undefined);
}

/** Changes the type of a question where that loses nothing; else the draft stays as it is. */
export function changeType(question: Question, type: QuestionType): DraftEdit {
  return (draft) => {
    if (!typesWithoutLoss(question, draft).includes(type)) return draft;
    if (question.type === "nps") return npsToRating(question, draft);
    const changed = asType(question, type, draft);
    return changed === null ? draft : replaceQuestion(question.code, changed)(draft);
  };
}

function asType(question: Question, type: QuestionType, { scales }: Questionnaire): Question | null {
  if (question.type === "single-choice" && type === "multiple-choice") {
    const { appearance: _, ...rest } = question;
    return { ...rest, type };
  }
  if (question.type === "multiple-choice" && type === "single-choice") return { ...question, type };
  if (question.type === "statement" && type === "open-text") return { ...question, type };
  if (question.type === "open-text" && type === "statement") {
    const { required: _, ...rest } = question;
    return { ...rest, type };
  }
  if (question.type === "rating" && type === "nps") {
    const { scale, appearance: _, ...rest } = question;
    const labels = scales[scale]?.labels ?? {};
    return { ...rest, type, low: labels["0"] ?? {}, high: labels["10"] ?? {} };
  }
  return null;
}

/** The ends of the recommendation become the ends of a scale of its own. */
function npsToRating(question: Extract<Question, { type: "nps" }>, draft: Questionnaire): Questionnaire {
  const withScale = addScale({ minimum: 0, maximum: 10, labels: { "0": question.low, "10": question.high } })(draft);
  const scale = Object.keys(withScale.scales).find((name) => !Object.hasOwn(draft.scales, name)) ?? "";
  const { low: _low, high: _high, ...rest } = question;
  return replaceQuestion(question.code, { ...rest, type: "rating", scale })(withScale);
}
