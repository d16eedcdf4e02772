/** Where one goes from a page, and what is wrong with it. */
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { AnswerFault, AnswerProblem } from "@manyi/questionnaire/evaluation/answer-fault";
import { type Answers, evaluate, withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";
import { rowsOf } from "@manyi/questionnaire/question/question-rules";
import { isRecord } from "@manyi/questionnaire/question/reading";
import { positionOf, shownPages } from "../view/shown-pages.ts";
import type { State, Work } from "./state.ts";

/** As much of a state as decides where one goes. */
export interface Place extends Pick<State, "attempted" | "serverFaults"> {
  readonly work: Pick<Work, "page" | "answers">;
}

export type Step =
  | { readonly kind: "faulty" }
  | { readonly kind: "turn"; readonly page: string }
  | { readonly kind: "send" };

/** What “next” does. Only complete pages are left that way; nothing is sent while any page is incomplete. */
export function nextStep(questionnaire: Questionnaire, { work, serverFaults }: Place): Step {
  const shown = shownPages(questionnaire, withoutHidden(questionnaire, work.answers));
  const position = positionOf(questionnaire, shown, work.page);
  const here = shown[position];
  const refused = serverFaults.some(({ question }) => here?.questions.some((one) => one.question.code === question));
  if (here !== undefined && (here.faults.length > 0 || refused)) return { kind: "faulty" };
  const following = shown[position + 1];
  if (following !== undefined) return { kind: "turn", page: following.page.code };
  const faulty = shown.find(({ faults }) => faults.length > 0);
  return faulty === undefined ? { kind: "send" } : { kind: "turn", page: faulty.page.code };
}

/** @returns null on the first page */
export function pageBefore(questionnaire: Questionnaire, { work }: Place): string | null {
  const shown = shownPages(questionnaire, work.answers);
  return shown[positionOf(questionnaire, shown, work.page) - 1]?.page.code ?? null;
}

/** The page of the first fault; the page one is on where no page has it. */
export function pageOfFaults(questionnaire: Questionnaire, faults: readonly AnswerFault[], otherwise: string): string {
  const faulty = new Set(faults.map(({ question }) => question));
  const page = questionnaire.pages.find(({ questions }) => questions.some(({ code }) => faulty.has(code)));
  return page?.code ?? otherwise;
}

/** What is shown as wrong on a page. */
export function shownFaults(questionnaire: Questionnaire, state: Place): readonly AnswerFault[] {
  if (!state.attempted) return [];
  const shown = shownPages(questionnaire, withoutHidden(questionnaire, state.work.answers));
  const own = shown[positionOf(questionnaire, shown, state.work.page)]?.faults ?? [];
  const said = new Set(own.map(({ question, row }) => `${question} ${row}`));
  return [...own, ...state.serverFaults.filter(({ question, row }) => !said.has(`${question} ${row}`))];
}

/** What an answer of an earlier version can be that no respondent could give now. */
const outdated: readonly AnswerProblem[] = [
  "question-unknown",
  "row-unknown",
  "option-unknown",
  "not-on-scale",
  "state-not-offered",
  "form",
];

/** The answers that still fit, of a matrix row by row: the questionnaire may have changed since they were given. */
export function fittingAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const known = withKnownRows(questionnaire, answers);
  const faults = evaluate(questionnaire, known).faults.filter(({ problem }) => outdated.includes(problem));
  const wrong = new Set(faults.filter(({ row }) => row === null).map(({ question }) => question));
  const wrongRows = new Set(faults.map(({ question, row }) => `${question} ${row}`));
  const fitting = Object.entries(known).filter(([code]) => !wrong.has(code));
  return Object.fromEntries(
    fitting.map(([code, value]) => [code, onlyRows(value, (row) => !wrongRows.has(`${code} ${row}`))]),
  );
}

/** A row that is asked no more could neither be seen nor taken back. */
function withKnownRows({ pages }: Questionnaire, answers: Answers): Answers {
  const known = { ...answers };
  for (const question of pages.flatMap(({ questions }) => questions)) {
    const asked = rowsOf(question);
    if (asked === null || !Object.hasOwn(known, question.code)) continue;
    const rows = new Set(asked.map(({ code }) => code));
    known[question.code] = onlyRows(known[question.code], (row) => rows.has(row));
  }
  return known;
}

function onlyRows(value: unknown, fits: (row: string) => boolean): unknown {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([row]) => fits(row))) : value;
}
