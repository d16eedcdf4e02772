import type { NpsQuestion } from "@manyi/questionnaire/question/nps/schema";
import { answerField } from "../../form/field-name.ts";
import { ratingIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readNpsForm: FormReader<NpsQuestion> = ({ code }, fields) => ratingIn(fields, answerField(code));
