import type { Questionnaire } from "../definition/questionnaire.ts";
import type { PlacedItem } from "../item/placed-items.ts";
import type { MultipleChoiceQuestion } from "../question/multiple-choice/schema.ts";
import type { Question } from "../question/question.ts";
import { errorAt, type QuestionnaireIssue, type QuestionnairePath } from "./questionnaire-issue.ts";

/** A study takes 5,000 columns, and the versions of a questionnaire share them. */
const mostItems = 1_000;

/** That there is something to answer, and that each question can be answered. */
export function checkQuestions(
  { pages, scales }: Questionnaire,
  items: readonly PlacedItem[],
): readonly QuestionnaireIssue[] {
  const empty = pages.flatMap((page, p) =>
    page.questions.length === 0 ? [errorAt("page-empty", ["pages", p, "questions"], {})] : [],
  );
  const nothing = items.length === 0 ? [errorAt("no-question", ["pages"], {})] : [];
  const many =
    items.length > mostItems ? [errorAt("items-too-many", ["pages"], { items: items.length, limit: mostItems })] : [];
  const each = pages.flatMap((page, p) =>
    page.questions.flatMap((question, q) => checkQuestion(question, scales, ["pages", p, "questions", q])),
  );
  return [...nothing, ...many, ...empty, ...each];
}

function checkQuestion(
  question: Question,
  scales: Questionnaire["scales"],
  at: QuestionnairePath,
): readonly QuestionnaireIssue[] {
  switch (question.type) {
    case "rating":
      return knownScale(question.scale, scales, at);
    case "matrix":
      return [
        ...knownScale(question.scale, scales, at),
        ...(question.rows.length === 0 ? [errorAt("rows-too-few", [...at, "rows"], { least: 1 })] : []),
      ];
    case "single-choice":
      return enoughOptions(question.options.length + (question.other === undefined ? 0 : 1), 2, at);
    case "multiple-choice":
      return checkMultipleChoice(question, at);
    default:
      return [];
  }
}

function knownScale(
  scale: string,
  scales: Questionnaire["scales"],
  at: QuestionnairePath,
): readonly QuestionnaireIssue[] {
  return Object.hasOwn(scales, scale) ? [] : [errorAt("scale-unknown", [...at, "scale"], { scale })];
}

function enoughOptions(options: number, least: number, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  return options < least ? [errorAt("options-too-few", [...at, "options"], { least })] : [];
}

/** One option alone is a box to tick. */
function checkMultipleChoice(
  { options, other, least = 1, most }: MultipleChoiceQuestion,
  at: QuestionnairePath,
): readonly QuestionnaireIssue[] {
  // An exclusive option stands alone: it does not help to reach a number.
  const together = options.filter(({ exclusive }) => exclusive !== true).length + (other === undefined ? 0 : 1);
  const highest = Math.min(most ?? together, together);
  const few = enoughOptions(together, 1, at);
  const crossed =
    few.length === 0 && least > highest ? [errorAt("limits-crossed", [...at, "least"], { least, most: highest })] : [];
  return [...few, ...crossed];
}
