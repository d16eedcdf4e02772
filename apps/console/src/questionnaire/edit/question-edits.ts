import type { Question } from "@manyi/questionnaire/question/question";
import type { DraftEdit } from "./draft-edit.ts";
import { findQuestion } from "./find-question.ts";
import { insertedAt, replacedAt, withoutAt } from "./list-edits.ts";
import { copyCode } from "./new-code.ts";

/** Puts a question in the place of the one with this code. */
export function replaceQuestion(code: string, question: Question): DraftEdit {
  return changeList(code, (questions, index) => replacedAt(questions, index, question));
}

export function insertQuestion(pageIndex: number, index: number, question: Question): DraftEdit {
  return (draft) => ({
    ...draft,
    pages: draft.pages.map((page, at) =>
      at === pageIndex ? { ...page, questions: insertedAt(page.questions, index, question) } : page,
    ),
  });
}

export function removeQuestion(code: string): DraftEdit {
  return changeList(code, (questions, index) => withoutAt(questions, index));
}

/** A copy below the original, under a code of its own. What refers to the original goes on referring to it alone. */
export function duplicateQuestion(code: string): DraftEdit {
  return (draft) => {
    const found = findQuestion(draft, code);
    if (found === null) return draft;
    const copy = { ...found.question, code: copyCode(draft, code) };
    return insertQuestion(found.pageIndex, found.index + 1, copy)(draft);
  };
}

function changeList(code: string, change: (questions: readonly Question[], index: number) => Question[]): DraftEdit {
  return (draft) => {
    const found = findQuestion(draft, code);
    if (found === null) return draft;
    const page = { ...found.page, questions: change(found.page.questions, found.index) };
    return { ...draft, pages: replacedAt(draft.pages, found.pageIndex, page) };
  };
}
