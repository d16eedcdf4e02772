import { Type } from "typebox";
import { MatrixQuestion } from "./matrix/schema.ts";
import { MultipleChoiceQuestion } from "./multiple-choice/schema.ts";
import { NpsQuestion } from "./nps/schema.ts";
import { OpenTextQuestion } from "./open-text/schema.ts";
import { RatingQuestion } from "./rating/schema.ts";
import { SingleChoiceQuestion } from "./single-choice/schema.ts";
import { StatementQuestion } from "./statement/schema.ts";

/** By its type; a new type is a folder here, a line below and one in `question-rules.ts`. */
export interface QuestionByType {
  readonly rating: RatingQuestion;
  readonly matrix: MatrixQuestion;
  readonly nps: NpsQuestion;
  readonly "single-choice": SingleChoiceQuestion;
  readonly "multiple-choice": MultipleChoiceQuestion;
  readonly "open-text": OpenTextQuestion;
  readonly statement: StatementQuestion;
}

export type QuestionType = keyof QuestionByType;
export type Question = QuestionByType[QuestionType];

export const questionTypes = [
  "rating",
  "matrix",
  "nps",
  "single-choice",
  "multiple-choice",
  "open-text",
  "statement",
] as const satisfies readonly QuestionType[];

/** `oneOf` with a discriminator, so that an error speaks of the type that was meant. */
export const QuestionSchema = Type.Unsafe<Question>({
  type: "object",
  required: ["type"],
  discriminator: { propertyName: "type" },
  oneOf: [
    RatingQuestion,
    MatrixQuestion,
    NpsQuestion,
    SingleChoiceQuestion,
    MultipleChoiceQuestion,
    OpenTextQuestion,
    StatementQuestion,
  ],
});
