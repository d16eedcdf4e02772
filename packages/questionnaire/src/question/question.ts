import { Type } from "typebox";
import { ContactQuestion } from "./contact/schema.ts";
import { DateQuestion } from "./date/schema.ts";
import { MatrixQuestion } from "./matrix/schema.ts";
import { MultipleChoiceQuestion } from "./multiple-choice/schema.ts";
import { NpsQuestion } from "./nps/schema.ts";
import { NumberQuestion } from "./number/schema.ts";
import { OpenTextQuestion } from "./open-text/schema.ts";
import { RatingQuestion } from "./rating/schema.ts";
import { SingleChoiceQuestion } from "./single-choice/schema.ts";
import { StatementQuestion } from "./statement/schema.ts";

/** By its type; a new type is a folder here, a line below, one in `question-rules.ts` and one in `question-authoring.ts`. */
export interface QuestionByType {
  readonly rating: RatingQuestion;
  readonly matrix: MatrixQuestion;
  readonly nps: NpsQuestion;
  readonly "single-choice": SingleChoiceQuestion;
  readonly "multiple-choice": MultipleChoiceQuestion;
  readonly number: NumberQuestion;
  readonly date: DateQuestion;
  readonly contact: ContactQuestion;
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
  "number",
  "date",
  "contact",
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
    NumberQuestion,
    DateQuestion,
    ContactQuestion,
    OpenTextQuestion,
    StatementQuestion,
  ],
});
