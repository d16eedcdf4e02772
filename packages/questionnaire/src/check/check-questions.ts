import type { Questionnaire } from "../definition/questionnaire.ts";
import type { PlacedItem } from "../item/placed-items.ts";
import { authoringOf } from "../question/question-authoring.ts";
import { errorAt, type QuestionnaireIssue } from "./questionnaire-issue.ts";

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
    page.questions.flatMap((question, q) =>
      authoringOf(question).check(question, { scales, at: ["pages", p, "questions", q] }),
    ),
  );
  return [...nothing, ...many, ...empty, ...each];
}
