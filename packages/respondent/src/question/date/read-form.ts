import type { DateQuestion } from "@manyi/questionnaire/question/date/schema";
import { lineIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readDateForm: FormReader<DateQuestion> = ({ code }, fields) => {
  const line = lineIn(fields, code);
  return line.kind === "text" ? line.text : line.state;
};
