import type { DraftEdit } from "./draft-edit.ts";
import { findQuestion } from "./find-question.ts";
import { insertQuestion, removeQuestion } from "./question-edits.ts";

export interface QuestionPlace {
  readonly pageIndex: number;
  /** Among the questions that are on the page before the move. */
  readonly index: number;
}

/** Moves a question in front of the one that stands at `to` now; at the page's end where none does. */
export function moveQuestion(code: string, to: QuestionPlace): DraftEdit {
  return (draft) => {
    const found = findQuestion(draft, code);
    const target = draft.pages[to.pageIndex];
    if (found === null || target === undefined) return draft;
    const shifted = found.pageIndex === to.pageIndex && found.index < to.index ? to.index - 1 : to.index;
    const room = target.questions.length - (found.pageIndex === to.pageIndex ? 1 : 0);
    const index = Math.max(0, Math.min(shifted, room));
    return insertQuestion(to.pageIndex, index, found.question)(removeQuestion(code)(draft));
  };
}

/** One place up or down; across the edge of a page to the next one. At either end of the questionnaire it stays. */
export function stepQuestion(code: string, step: -1 | 1): DraftEdit {
  return (draft) => {
    const found = findQuestion(draft, code);
    if (found === null) return draft;
    const { page, pageIndex, index } = found;
    const within = index + step;
    if (within >= 0 && within < page.questions.length) {
      return moveQuestion(code, { pageIndex, index: step === 1 ? index + 2 : within })(draft);
    }
    const neighbour = draft.pages[pageIndex + step];
    if (neighbour === undefined) return draft;
    return moveQuestion(code, { pageIndex: pageIndex + step, index: step === 1 ? 0 : neighbour.questions.length })(
      draft,
    );
  };
}
