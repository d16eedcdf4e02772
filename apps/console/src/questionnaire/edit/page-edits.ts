import type { Page } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "./draft-edit.ts";
import { insertedAt, movedTo, withoutAt } from "./list-edits.ts";
import { freeCode } from "./new-code.ts";

export function addPage(index: number): DraftEdit {
  return (draft) => {
    const code = freeCode("p", new Set(draft.pages.map((page) => page.code)));
    return { ...draft, pages: insertedAt(draft.pages, index, { code, questions: [] }) };
  };
}

export function changePage(code: string, change: (page: Page) => Page): DraftEdit {
  return (draft) => ({ ...draft, pages: draft.pages.map((page) => (page.code === code ? change(page) : page)) });
}

/** Takes a page away; its questions move to the page before it, or to the one after the first. The last page stays. */
export function removePage(index: number): DraftEdit {
  return (draft) => {
    const page = draft.pages[index];
    if (page === undefined || draft.pages.length === 1) return draft;
    const rest = withoutAt(draft.pages, index);
    const heir = Math.max(0, index - 1);
    const pages = rest.map((each, at) => {
      if (at !== heir) return each;
      const questions = index === 0 ? [...page.questions, ...each.questions] : [...each.questions, ...page.questions];
      return { ...each, questions };
    });
    return { ...draft, pages };
  };
}

export function movePage(from: number, to: number): DraftEdit {
  return (draft) => ({ ...draft, pages: movedTo(draft.pages, from, to) });
}

/** Breaks a page in two: what stands from `index` on goes to a new page after it. */
export function splitPage(pageIndex: number, index: number): DraftEdit {
  return (draft) => {
    const page = draft.pages[pageIndex];
    if (page === undefined || index <= 0 || index >= page.questions.length) return draft;
    const code = freeCode("p", new Set(draft.pages.map((each) => each.code)));
    const pages = draft.pages.flatMap((each, at) =>
      at === pageIndex
        ? [
            { ...each, questions: each.questions.slice(0, index) },
            { code, questions: each.questions.slice(index) },
          ]
        : [each],
    );
    return { ...draft, pages };
  };
}
