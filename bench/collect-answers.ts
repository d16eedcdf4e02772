import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type Answers, evaluate, withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question } from "@manyi/questionnaire/question/question";

/** Complete answers to a questionnaire, each question answered where it is shown.
 *  @param pick a whole number from 0 to below
 *  @throws Error if they are not complete: the program does not know a type of question */
export function someAnswers(questionnaire: Questionnaire, pick: (below: number) => number): Answers {
  const all = Object.fromEntries(
    questionnaire.pages
      .flatMap(({ questions }) => questions)
      .map((question): [string, unknown] => [question.code, answerTo(question, questionnaire, pick)])
      .filter(([, value]) => value !== undefined),
  );
  const answers = withoutHidden(questionnaire, all);
  const { faults } = evaluate(questionnaire, answers);
  if (faults.length > 0) throw new Error(`the answers are not complete: ${JSON.stringify(faults)}`);
  return answers;
}

function answerTo(question: Question, { scales }: Questionnaire, pick: (below: number) => number): unknown {
  const onScale = (name: string) => {
    const { minimum, maximum } = scales[name] ?? { minimum: 1, maximum: 1 };
    return minimum + pick(maximum - minimum + 1);
  };
  const optionOf = (options: readonly { readonly code: string }[]) => options[pick(options.length)]?.code;
  switch (question.type) {
    case "rating":
      return onScale(question.scale);
    case "nps":
      return pick(11);
    case "matrix":
      return Object.fromEntries(question.rows.map(({ code }) => [code, onScale(question.scale)]));
    case "single-choice":
      return { option: optionOf(question.options) };
    case "multiple-choice":
      return { options: [optionOf(question.options)] };
    case "number":
      return { text: String(Math.max(question.minimum ?? 0, Math.min(question.maximum ?? 99, pick(100)))) };
    case "date":
      return question.earliest ?? question.latest ?? `2026-0${1 + pick(9)}-1${pick(9)}`;
    case "contact":
      return question.by === "email" ? "wang@example.cn" : "138 0013 8000";
    case "open-text":
      return "希望报税前能提前提醒我们准备材料，其他都很好。";
    case "statement":
      return undefined;
  }
}
