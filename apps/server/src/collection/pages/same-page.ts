import { holds } from "@manyi/questionnaire/condition/holds";
import type { Condition } from "@manyi/questionnaire/definition/condition";
import type { Page, Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Cells } from "@manyi/questionnaire/item/cells";
import { rowsOf, rulesOf } from "@manyi/questionnaire/question/question-rules";

/** Whether a page that is sent once more says what was received. The form of the last page holds that page only, and what the others
 *  said is kept as cells by now. A field of something that another answer has hidden was not received the first time either.
 *  @param received cells of the response */
export function saysTheSame(
  { scales }: Pick<Questionnaire, "scales">,
  page: Page,
  answers: Answers,
  received: Cells,
): boolean {
  const shows = (condition: Condition | undefined) => condition === undefined || holds(condition, received);
  return page.questions.every((question) => {
    if (!shows(page.showIf) || !shows(question.showIf)) return true;
    const rules = rulesOf(question);
    const value = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    const rows = new Map(rowsOf(question)?.map(({ code, showIf }) => [code, showIf]));
    const { cells } = rules.read(question, value, { scales, showsRow: (row) => shows(rows.get(row)) });
    return rules.items(question, scales).every(({ name }) => cells[name] === received[name]);
  });
}
