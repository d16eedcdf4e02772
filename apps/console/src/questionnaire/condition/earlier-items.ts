import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Item } from "@manyi/questionnaire/item/item";
import { rulesOf } from "@manyi/questionnaire/question/question-rules";

/** What something may depend on: everything that is asked before it.
 *  @param end the question or page that is shown or not; a row stands where its question does */
export function earlierItems(
  draft: Questionnaire,
  end: { readonly kind: "question" | "page"; readonly code: string },
): readonly Item[] {
  const items: Item[] = [];
  for (const page of draft.pages) {
    if (end.kind === "page" && page.code === end.code) return items;
    for (const question of page.questions) {
      if (end.kind === "question" && question.code === end.code) return items;
      items.push(...rulesOf(question).items(question, draft.scales));
    }
  }
  return items;
}
