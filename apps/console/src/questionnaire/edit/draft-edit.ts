import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

/** A change of the questionnaire that is being written. Pure: undoing is taking the former value again. */
export type DraftEdit = (draft: Questionnaire) => Questionnaire;
