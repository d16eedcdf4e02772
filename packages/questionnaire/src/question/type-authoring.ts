/** What every type of question says of itself to who writes it. Nothing of this is needed where it is answered: the respondent's
 *  program is the smaller for it. */
import type { QuestionnaireIssue, QuestionnairePath } from "../check/questionnaire-issue.ts";
import type { LocalText } from "../definition/primitives.ts";
import type { Question } from "./question.ts";
import type { Scales } from "./type-rules.ts";

export interface QuestionAuthoring<Q extends Question = Question> {
  /** The question with every text of its parts changed; `text`, `help` and `label` are not its own concern. */
  mapTexts(question: Q, change: ChangePart): Q;
  /** Reading and deciding, besides the words above its answers. */
  seconds(question: Q, reading: ReadingTime): number;
  /** Lists of its parts that have codes: rows, options. */
  parts(question: Q): readonly CodedParts[];
  /** What is wrong with it that its schema does not say; codes apart. */
  check(question: Q, place: CheckedPlace): readonly QuestionnaireIssue[];
}

/** @param path inside the question: `["options", 2, "label"]` */
export type ChangePart = (
  text: LocalText,
  role: "needed" | "optional",
  path: readonly (string | number)[],
) => LocalText;

/** @returns seconds to read the texts */
export type ReadingTime = (...texts: readonly (LocalText | undefined)[]) => number;

export interface CodedParts {
  /** The property that holds them. */
  readonly list: string;
  readonly codes: readonly string[];
  /** Whether a part's code stands in the answers, where it must not be that of a state or of “other”. */
  readonly isAnswer: boolean;
}

export interface CheckedPlace {
  readonly scales: Scales;
  /** Path of the question. */
  readonly at: QuestionnairePath;
}

/** What is shown only on a condition counts half. */
export const conditionalShare = 0.5;
