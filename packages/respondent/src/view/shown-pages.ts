import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type Answers, type EvaluatedPage, evaluate } from "@manyi/questionnaire/evaluation/evaluate";

/** The pages that a respondent goes through, as far as the answers tell; one that asks nothing is left out. */
export function shownPages(questionnaire: Questionnaire, answers: Answers): readonly EvaluatedPage[] {
  return evaluate(questionnaire, answers).pages.filter(({ questions }) => questions.length > 0);
}

/** Where a page stands among those that are shown. One that is hidden by now stands where the last shown one before it does.
 *  @returns 0 where there is none before it */
export function positionOf(questionnaire: Questionnaire, shown: readonly EvaluatedPage[], code: string): number {
  const order = new Map(questionnaire.pages.map((page, index) => [page.code, index]));
  const wanted = order.get(code) ?? 0;
  let position = 0;
  shown.forEach(({ page }, index) => {
    if ((order.get(page.code) ?? 0) <= wanted) position = index;
  });
  return position;
}
