import type { Question, QuestionByType, QuestionType } from "@manyi/questionnaire/question/question";
import type { ComponentType } from "preact";
import { ContactLine } from "./contact/contact.tsx";
import { DateLine } from "./date/date.tsx";
import { Matrix } from "./matrix/matrix.tsx";
import { MultipleChoice } from "./multiple-choice/multiple-choice.tsx";
import { Nps } from "./nps/nps.tsx";
import { NumberLine } from "./number/number.tsx";
import { OpenText } from "./open-text/open-text.tsx";
import type { QuestionProps } from "./question-props.ts";
import { Rating } from "./rating/rating.tsx";
import { SingleChoice } from "./single-choice/single-choice.tsx";
import { Statement } from "./statement/statement.tsx";

const views: { readonly [Type in QuestionType]: ComponentType<QuestionProps<QuestionByType[Type]>> } = {
  rating: Rating,
  matrix: Matrix,
  nps: Nps,
  "single-choice": SingleChoice,
  "multiple-choice": MultipleChoice,
  number: NumberLine,
  date: DateLine,
  contact: ContactLine,
  "open-text": OpenText,
  statement: Statement,
};

/** A question by its type. */
export function QuestionView(props: QuestionProps<Question>) {
  // The view at a type is for questions of that type.
  const View = views[props.question.type] as ComponentType<QuestionProps<Question>>;
  return <View {...props} />;
}
