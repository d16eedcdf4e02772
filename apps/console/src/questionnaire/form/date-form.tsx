import type { DateQuestion } from "@manyi/questionnaire/question/date/schema";
import { TextField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

/** Between which days. */
export function DateForm({ question, onChange }: FormProps<DateQuestion>) {
  const words = useMessages({ zh, en });
  const bound = (property: "earliest" | "latest", label: string) => (
    <TextField
      label={label}
      hint={words.boundHint}
      type="date"
      value={question[property] ?? ""}
      data-field={property}
      onType={(day) => onChange(withOptional(question, property, day === "" ? undefined : day))}
    />
  );
  return (
    <div className="pair">
      {bound("earliest", words.earliest)}
      {bound("latest", words.latest)}
    </div>
  );
}
