import type { EvaluatedPage } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question } from "@manyi/questionnaire/question/question";
import { rowsOf } from "@manyi/questionnaire/question/question-rules";

/** One thing that a page asks: a question, or a row of one. */
export interface AskedHere {
  /** As the form carries it, so that the server knows what somebody has seen. */
  readonly name: string;
  readonly question: Question;
  readonly row: string | null;
}

export function askedOn({ questions }: Pick<EvaluatedPage, "questions">): readonly AskedHere[] {
  return questions.flatMap(({ question, showsRow }): readonly AskedHere[] => {
    const rows = rowsOf(question)?.filter(({ code }) => showsRow(code));
    return (
      rows?.map(({ code }) => ({ name: `${question.code}.${code}`, question, row: code })) ?? [
        { name: question.code, question, row: null },
      ]
    );
  });
}

/** Between names in the form's field; no code contains it. */
const between = " ";

export function askedField(page: Pick<EvaluatedPage, "questions">): string {
  return askedOn(page)
    .map(({ name }) => name)
    .join(between);
}

/** What the answers of a page bring up on the same page, where no script shows it at once.
 *  @param seen the form's field; null: a form without it
 *  @returns the first that nobody has seen yet; null: none */
export function firstUnseen(page: Pick<EvaluatedPage, "questions">, seen: string | null): AskedHere | null {
  if (seen === null) return null;
  const names = new Set(seen.split(between));
  return askedOn(page).find(({ name }) => !names.has(name)) ?? null;
}
