import type { ContactQuestion } from "@manyi/questionnaire/question/contact/schema";
import { OneLine } from "../parts/one-line.tsx";
import type { QuestionProps } from "../question-props.ts";

/** What the phone knows already it offers to fill in. */
export function ContactLine(props: QuestionProps<ContactQuestion>) {
  const { question, answer, onAnswer } = props;
  const isEmail = question.by === "email";
  return (
    <OneLine
      {...props}
      written={typeof answer === "string" ? answer : ""}
      // As a text with the fitting keyboard: the browser's own check would speak in its own words.
      field={{
        type: "text",
        inputMode: isEmail ? "email" : "tel",
        autocomplete: isEmail ? "email" : "tel",
        dir: "ltr",
      }}
      onWrite={onAnswer && ((text) => onAnswer(text === "" ? undefined : text))}
    />
  );
}
