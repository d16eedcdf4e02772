import type { Question } from "@manyi/questionnaire/question/question";
import { ChoiceForm } from "./choice-form.tsx";
import { ContactForm } from "./contact-form.tsx";
import { DateForm } from "./date-form.tsx";
import type { FormProps } from "./form-props.ts";
import { MatrixForm } from "./matrix-form.tsx";
import { NpsForm } from "./nps-form.tsx";
import { NumberForm } from "./number-form.tsx";
import { OpenTextForm } from "./open-text-form.tsx";
import { RatingForm } from "./rating-form.tsx";

/** What only questions of this type have. */
export function TypeForm({ question, onChange }: FormProps<Question>) {
  switch (question.type) {
    case "rating":
      return <RatingForm question={question} onChange={onChange} />;
    case "matrix":
      return <MatrixForm question={question} onChange={onChange} />;
    case "nps":
      return <NpsForm question={question} onChange={onChange} />;
    case "single-choice":
    case "multiple-choice":
      return <ChoiceForm question={question} onChange={onChange} />;
    case "number":
      return <NumberForm question={question} onChange={onChange} />;
    case "date":
      return <DateForm question={question} onChange={onChange} />;
    case "contact":
      return <ContactForm question={question} onChange={onChange} />;
    case "open-text":
      return <OpenTextForm question={question} onChange={onChange} />;
    case "statement":
      return null;
  }
}
