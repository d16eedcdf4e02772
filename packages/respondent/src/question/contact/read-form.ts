import type { ContactQuestion } from "@manyi/questionnaire/question/contact/schema";
import { answerField } from "../../form/field-name.ts";
import { textIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readContactForm: FormReader<ContactQuestion> = ({ code }, fields) => textIn(fields, answerField(code));
