import type { NpsQuestion } from "@manyi/questionnaire/question/nps/schema";
import { useMessages } from "../../language/use-language.ts";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

export function NpsForm({ question, onChange }: FormProps<NpsQuestion>) {
  const words = useMessages({ zh, en });
  return (
    <>
      <TextSet
        label={words.npsLow}
        text={question.low}
        at="low"
        onText={(low, field) => onChange({ ...question, low }, field)}
      />
      <TextSet
        label={words.npsHigh}
        text={question.high}
        at="high"
        onText={(high, field) => onChange({ ...question, high }, field)}
      />
    </>
  );
}
