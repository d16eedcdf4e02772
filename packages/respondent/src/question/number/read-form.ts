import type { NumberQuestion } from "@manyi/questionnaire/question/number/schema";
import { lineIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readNumberForm: FormReader<NumberQuestion> = ({ code }, fields) => {
  const line = lineIn(fields, code);
  return line.kind === "text" ? { text: line.text } : line.state;
};
