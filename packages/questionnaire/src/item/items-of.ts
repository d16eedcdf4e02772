import type { Questionnaire } from "../definition/questionnaire.ts";
import { rulesOf } from "../question/question-rules.ts";
import type { Item } from "./item.ts";

/** Everything a questionnaire asks, in its order. */
export function itemsOf({ pages, scales }: Pick<Questionnaire, "pages" | "scales">): readonly Item[] {
  return pages.flatMap(({ questions }) => questions.flatMap((question) => rulesOf(question).items(question, scales)));
}
