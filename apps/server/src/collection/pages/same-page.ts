import { stateCells } from "@manyi/questionnaire/definition/answer-state";
import type { Page, Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Cells } from "@manyi/questionnaire/item/cells";
import { rulesOf } from "@manyi/questionnaire/question/question-rules";

/** Whether a page that is sent once more says what was received. The form of the last page holds that page only, and what the others
 *  said is kept as cells by now.
 *  @param received cells of the response */
export function saysTheSame(
  { scales }: Pick<Questionnaire, "scales">,
  page: Page,
  answers: Answers,
  received: Cells,
): boolean {
  return page.questions.every((question) => {
    const rules = rulesOf(question);
    const value = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    const { cells } = rules.read(question, value, { scales, showsRow: () => true });
    return rules.items(question, scales).every(({ name }) => {
      const kept = received[name];
      return cells[name] === (kept === stateCells["not-shown"] ? undefined : kept);
    });
  });
}
