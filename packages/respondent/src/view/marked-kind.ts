import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

/** Which questions say whether they must be answered. */
export type MarkedKind = "required" | "optional" | "none";

/** The rarer kind says so: the same word beside nearly every question would be read by nobody. The same throughout a
 *  questionnaire, so that the absence of the word means something; where all are of one kind there is nothing to tell apart. */
export function markedKind({ pages }: Questionnaire): MarkedKind {
  let required = 0;
  let optional = 0;
  for (const { questions } of pages) {
    for (const question of questions) {
      if (question.type === "statement") continue;
      if (question.required === true) required += 1;
      else optional += 1;
    }
  }
  if (required === 0 || optional === 0) return "none";
  return required <= optional ? "required" : "optional";
}
