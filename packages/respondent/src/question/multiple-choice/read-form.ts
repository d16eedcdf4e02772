import type { MultipleChoiceQuestion } from "@manyi/questionnaire/question/multiple-choice/schema";
import { otherCode } from "@manyi/questionnaire/question/other-text";
import { answerField, otherTextField, stateMark } from "../../form/field-name.ts";
import { stateOr, textIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

/** A text behind “other” is one of the answers, ticked or not. A state gives way to options. */
export const readMultipleChoiceForm: FormReader<MultipleChoiceQuestion> = ({ code, other }, fields) => {
  const values = new Set(fields.getAll(answerField(code)).filter((value) => value !== ""));
  const options = Array.from(values).filter((value) => !value.startsWith(stateMark));
  const state = Array.from(values).find((value) => value.startsWith(stateMark));
  const text = other === undefined ? undefined : textIn(fields, otherTextField(code));
  if (options.length === 0 && state !== undefined) return stateOr(state);
  if (text !== undefined && !options.includes(otherCode)) options.push(otherCode);
  if (options.length === 0) return undefined;
  return text === undefined ? { options } : { options, text };
};
