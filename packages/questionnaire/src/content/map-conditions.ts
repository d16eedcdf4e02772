/** Every condition of a questionnaire, in one walk: for renaming what they speak of, and for finding who speaks of something. */
import type { Condition } from "../definition/condition.ts";
import type { Page, Questionnaire } from "../definition/questionnaire.ts";
import type { Question } from "../question/question.ts";

/** @param change called once for every condition as a whole
 *  @returns the questionnaire with what `change` returned */
export function mapConditions(
  questionnaire: Questionnaire,
  change: (condition: Condition) => Condition,
): Questionnaire {
  const { pages, endings } = questionnaire;
  return {
    ...questionnaire,
    pages: pages.map((page) => mapPage(page, change)),
    ...(endings === undefined ? {} : { endings: endings.map((ending) => withShowIf(ending, change)) }),
  };
}

type Change = (condition: Condition) => Condition;

function mapPage(page: Page, change: Change): Page {
  const { jumps } = page;
  return {
    ...withShowIf(page, change),
    questions: page.questions.map((question) => mapQuestion(question, change)),
    ...(jumps === undefined ? {} : { jumps: jumps.map((jump) => ({ ...jump, when: change(jump.when) })) }),
  };
}

function mapQuestion(question: Question, change: Change): Question {
  const shown = withShowIf(question, change);
  const asked =
    "requiredIf" in shown && shown.requiredIf !== undefined
      ? { ...shown, requiredIf: change(shown.requiredIf) }
      : shown;
  return "rows" in asked ? { ...asked, rows: asked.rows.map((row) => withShowIf(row, change)) } : asked;
}

function withShowIf<Part extends { showIf?: Condition }>(part: Part, change: Change): Part {
  return part.showIf === undefined ? part : { ...part, showIf: change(part.showIf) };
}
