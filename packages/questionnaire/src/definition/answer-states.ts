import { type Static, Type } from "typebox";
import { answerStates } from "./answer-state.ts";

/** The schema stands apart from `answer-state.ts`, which runs in the respondent's browser. */
export const AnswerStates = Type.Array(Type.Enum([...answerStates]), {
  uniqueItems: true,
  description: "What one may say instead of answering.",
});
export type AnswerStates = Static<typeof AnswerStates>;
