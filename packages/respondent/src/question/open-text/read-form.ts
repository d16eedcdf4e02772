import type { OpenTextQuestion } from "@manyi/questionnaire/question/open-text/schema";
import { answerField } from "../../form/field-name.ts";
import { textIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readOpenTextForm: FormReader<OpenTextQuestion> = ({ code }, fields) => textIn(fields, answerField(code));
