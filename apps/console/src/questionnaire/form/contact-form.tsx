import type { ContactQuestion } from "@manyi/questionnaire/question/contact/schema";
import { SelectField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

const ways = ["phone", "email"] as const;

/** By what one can be reached; the answer is personal data, which is said here. */
export function ContactForm({ question, onChange }: FormProps<ContactQuestion>) {
  const words = useMessages({ zh, en });
  return (
    <>
      <SelectField
        label={words.contactBy}
        value={question.by}
        data-field="by"
        options={ways.map((way) => ({ value: way, text: words.contactWays[way] }))}
        onChoose={(chosen) => {
          const by = ways.find((way) => way === chosen);
          if (by !== undefined) onChange({ ...question, by });
        }}
      />
      <p className="muted measure">{words.contactNote}</p>
    </>
  );
}
