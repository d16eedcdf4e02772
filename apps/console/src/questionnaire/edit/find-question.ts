import type { Page, Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Question } from "@manyi/questionnaire/question/question";

export interface PlacedQuestion {
  readonly question: Question;
  readonly page: Page;
  readonly pageIndex: number;
  readonly index: number;
}

/** Where the question of a code stands; null: nowhere. Of two with one code the first. */
export function findQuestion({ pages }: Pick<Questionnaire, "pages">, code: string): PlacedQuestion | null {
  for (const [pageIndex, page] of pages.entries()) {
    const index = page.questions.findIndex((question) => question.code === code);
    const question = page.questions[index];
    if (question !== undefined) return { question, page, pageIndex, index };
  }
  return null;
}

export function questionsOf({ pages }: Pick<Questionnaire, "pages">): readonly Question[] {
  return pages.flatMap(({ questions }) => questions);
}
