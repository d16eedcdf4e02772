import type { MultipleChoiceQuestion } from "@manyi/questionnaire/question/multiple-choice/schema";
import type { SingleChoiceQuestion } from "@manyi/questionnaire/question/single-choice/schema";

/** Options to choose from, be it one or several. */
export type ChoiceQuestion = SingleChoiceQuestion | MultipleChoiceQuestion;
