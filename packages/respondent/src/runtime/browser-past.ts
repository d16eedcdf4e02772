import { isRecord } from "@manyi/questionnaire/question/reading";
import type { Mark, Past } from "./session-parts.ts";

/** The browser's history. The address stays that of the link: with the id in it, whoever the page is passed on to would answer in
 *  this respondent's place. */
export function browserPast(history: History): Past {
  return {
    current: () => markIn(history.state),
    push: (mark) => history.pushState({ manyi: mark }, ""),
    replace: (mark) => history.replaceState({ manyi: mark }, ""),
    back: () => history.back(),
  };
}

export function markIn(state: unknown): Mark | null {
  if (!isRecord(state) || !isRecord(state.manyi)) return null;
  const { id, page, depth } = state.manyi;
  if (typeof id !== "string" || typeof page !== "string" || typeof depth !== "number") return null;
  return { id, page, depth };
}
