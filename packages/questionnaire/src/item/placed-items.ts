import type { Questionnaire } from "../definition/questionnaire.ts";
import { rulesOf } from "../question/question-rules.ts";
import type { Item } from "./item.ts";

/** An item and where it is asked. */
export interface PlacedItem {
  readonly item: Item;
  /** Path of its question. */
  readonly at: readonly ["pages", number, "questions", number];
  /** Which question of the whole questionnaire it belongs to, from 0. */
  readonly question: number;
}

/** @returns every item with its place, in the order of the questionnaire */
export function placedItems({ pages, scales }: Pick<Questionnaire, "pages" | "scales">): readonly PlacedItem[] {
  const placed: PlacedItem[] = [];
  let question = 0;
  for (const [p, page] of pages.entries()) {
    for (const [q, one] of page.questions.entries()) {
      for (const item of rulesOf(one).items(one, scales)) {
        placed.push({ item, at: ["pages", p, "questions", q], question });
      }
      question++;
    }
  }
  return placed;
}
