import type { Question } from "@manyi/questionnaire/question/question";
import { useMessages } from "../../language/use-language.ts";
import { isLongName } from "../edit/long-name.ts";
import { withOptional } from "../edit/optional.ts";
import { isBlank } from "../edit/text-edits.ts";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

type Answerable = Exclude<Question, { type: "statement" }>;

/** What results call the question. Asked for where its text is too long to stand beside a bar. */
export function ShortNameForm({ question, onChange }: FormProps<Answerable>) {
  const words = useMessages({ zh, en });
  const { label = {}, text } = question;
  return (
    <TextSet
      label={words.shortName}
      hint={isBlank(label) && isLongName(text) ? words.shortNameWanted : words.shortNameHint}
      text={label}
      at="label"
      need="optional"
      onText={(next, field) => onChange(withOptional(question, "label", isBlank(next) ? undefined : next), field)}
    />
  );
}
