import { otherCode } from "@manyi/questionnaire/question/other-text";
import type { SingleChoiceQuestion } from "@manyi/questionnaire/question/single-choice/schema";
import { answerField, otherTextField, stateMark } from "../../form/field-name.ts";
import { stateOr, textIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

/** Who wrote behind “other” and picked nothing meant “other”; who picked something else took it back. */
export const readSingleChoiceForm: FormReader<SingleChoiceQuestion> = ({ code, other }, fields) => {
  const picked = fields.get(answerField(code)) ?? "";
  const text = other === undefined ? undefined : textIn(fields, otherTextField(code));
  if (picked === "") return text === undefined ? undefined : { option: otherCode, text };
  if (picked.startsWith(stateMark)) return stateOr(picked);
  return picked === otherCode && text !== undefined ? { option: picked, text } : { option: picked };
};
