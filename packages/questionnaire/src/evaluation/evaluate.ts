/**
 * Answers against a questionnaire: what is shown, what is kept, what is wrong. One walk from the first question to the last, since a
 * condition looks back only. The respondent's browser does it after every answer, the server again before anything is kept.
 */
import { holds } from "../condition/holds.ts";
import { reservedCells, stateCells } from "../definition/answer-state.ts";
import type { Condition } from "../definition/condition.ts";
import type { Jump, Page, Questionnaire } from "../definition/questionnaire.ts";
import { type Cells, emptyCells } from "../item/cells.ts";
import type { Question } from "../question/question.ts";
import { rowsOf, rulesOf } from "../question/question-rules.ts";
import { addCells } from "../question/reading.ts";
import type { Reading } from "../question/type-rules.ts";
import type { AnswerFault } from "./answer-fault.ts";

/** Question → its answer as it travels; each type of question says its form. */
export type Answers = Readonly<Record<string, unknown>>;

export interface ShownQuestion {
  readonly question: Question;
  /** Rows that are shown; everything of a question without rows. */
  readonly showsRow: (row: string) => boolean;
}

export interface EvaluatedPage {
  readonly page: Page;
  /** Empty: the page is not shown. */
  readonly questions: readonly ShownQuestion[];
  readonly faults: readonly AnswerFault[];
}

export interface Evaluation {
  /** Every page, also those that are not shown. */
  readonly pages: readonly EvaluatedPage[];
  /** What is kept. Hidden items that could be rated or chosen hold `NS`. */
  readonly cells: Cells;
  /** In the order of the questionnaire; of questions it does not have at the end. */
  readonly faults: readonly AnswerFault[];
}

/** Questions it does not have that are named one by one; whoever sends hundreds needs no list of them. */
const mostStrange = 20;

/** @param answers anything; what does not belong is a fault, nothing is thrown */
export function evaluate(questionnaire: Questionnaire, answers: Answers): Evaluation {
  const cells = emptyCells();
  // What conditions go by: of a text only that it is there.
  const seen = emptyCells();
  const known = new Set<string>();
  let jump: Jump | null = null;
  const pages = questionnaire.pages.map((page): EvaluatedPage => {
    if (jump?.to === page.code) jump = null;
    const isShown = jump === null && shows(page.showIf, seen);
    const questions: ShownQuestion[] = [];
    const faults: AnswerFault[] = [];
    for (const question of page.questions) {
      known.add(question.code);
      const value = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
      const showsRow = rowsShown(question, seen);
      if (isShown && shows(question.showIf, seen) && hasAnything(question, showsRow)) {
        const asked = asRequired(question, seen);
        const reading = rulesOf(asked).read(asked, value, { scales: questionnaire.scales, showsRow });
        addCells(cells, reading.cells);
        addCells(seen, withoutWords(reading));
        faults.push(...reading.faults);
        questions.push({ question: asked, showsRow });
      } else {
        const hidden = hiddenCells(question, questionnaire);
        addCells(cells, hidden);
        addCells(seen, hidden);
        if (value !== undefined) faults.push({ question: question.code, row: null, problem: "not-shown" });
      }
    }
    if (questions.length > 0) jump = page.jumps?.find(({ when }) => holds(when, seen)) ?? null;
    return { page, questions, faults };
  });
  const strange = Object.keys(answers)
    .filter((code) => !known.has(code))
    .slice(0, mostStrange);
  const faults = [
    ...pages.flatMap((page) => page.faults),
    ...strange.map((question): AnswerFault => ({ question, row: null, problem: "question-unknown" })),
  ];
  return { pages, cells, faults };
}

/** The question as it is asked of this respondent. */
function asRequired(question: Question, cells: Cells): Question {
  const isRequired = "requiredIf" in question && question.requiredIf !== undefined && holds(question.requiredIf, cells);
  return isRequired ? { ...question, required: true } : question;
}

function shows(condition: Condition | undefined, cells: Cells): boolean {
  return condition === undefined || holds(condition, cells);
}

/** Decided once a question: a row may not depend on another row of the same question. */
function rowsShown(question: Question, cells: Cells): (row: string) => boolean {
  const hidden = rowsOf(question)?.filter((row) => !shows(row.showIf, cells)) ?? [];
  return (row) => !hidden.some(({ code }) => code === row);
}

/** A question of which every row is hidden is hidden itself. */
function hasAnything(question: Question, showsRow: (row: string) => boolean): boolean {
  const rows = rowsOf(question) ?? [];
  return rows.length === 0 || rows.some(({ code }) => showsRow(code));
}

function hiddenCells(question: Question, { scales }: Questionnaire): Cells {
  const cells = emptyCells();
  for (const item of rulesOf(question).items(question, scales)) {
    if (item.kind !== "text") cells[item.name] = stateCells["not-shown"];
  }
  return cells;
}

/** Somebody who writes “NA” has written something, and has not said that it does not apply. */
function withoutWords({ cells, words = [] }: Reading): Cells {
  const misread = words.filter((item) => Object.hasOwn(cells, item) && reservedCells.has(cells[item] ?? ""));
  return misread.length === 0 ? cells : { ...cells, ...Object.fromEntries(misread.map((item) => [item, "text"])) };
}

/** The answers without those to what is not shown: somebody went back and took another way. */
export function withoutHidden(questionnaire: Questionnaire, answers: Answers): Answers {
  const kept: Record<string, unknown> = {};
  for (const { questions } of evaluate(questionnaire, answers).pages) {
    for (const { question, showsRow } of questions) {
      if (!Object.hasOwn(answers, question.code)) continue;
      const value = answers[question.code];
      kept[question.code] = rowsOf(question) === null ? value : rowsOnly(value, showsRow);
    }
  }
  return kept;
}

function rowsOnly(value: unknown, showsRow: (row: string) => boolean): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([row]) => showsRow(row)));
}
