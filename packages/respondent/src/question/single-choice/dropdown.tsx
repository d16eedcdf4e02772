import { isAnswerState } from "@manyi/questionnaire/definition/answer-state";
import type { ChoiceOption, SingleChoiceQuestion } from "@manyi/questionnaire/question/single-choice/schema";
import { answerField, stateMark } from "../../form/field-name.ts";
import { sayIn } from "../../view/sheet.ts";
import { optionOf, otherTextOf, withOption } from "../parts/chosen.ts";
import { describedBy, faultId, fieldId, helpId, textId } from "../parts/ids.ts";
import type { QuestionProps } from "../question-props.ts";

interface DropdownProps extends QuestionProps<SingleChoiceQuestion> {
  readonly options: readonly ChoiceOption[];
}

export function Dropdown({ question, sheet, answer, faults, onAnswer, options }: DropdownProps) {
  const { code, states = [], help, required = false } = question;
  const value = isAnswerState(answer) ? stateMark + answer : (optionOf(answer) ?? "");
  return (
    <select
      name={answerField(code)}
      id={fieldId(code)}
      value={value}
      aria-labelledby={textId(code)}
      aria-describedby={describedBy([help !== undefined && helpId(code), faults.length > 0 && faultId(code)])}
      aria-invalid={faults.length > 0 ? "true" : undefined}
      aria-required={required ? "true" : undefined}
      onChange={onAnswer && ((event) => onAnswer(choiceOf(event.currentTarget.value, otherTextOf(answer))))}
    >
      <option value="">{sheet.words.choose}</option>
      {options.map((option) => (
        <option key={option.code} value={option.code} selected={value === option.code}>
          {sayIn(sheet, option.label)}
        </option>
      ))}
      {states.map((state) => (
        <option key={stateMark + state} value={stateMark + state} selected={value === stateMark + state}>
          {sheet.words.states[state]}
        </option>
      ))}
    </select>
  );
}

function choiceOf(value: string, text: string): unknown {
  if (value === "") return undefined;
  return value.startsWith(stateMark) ? value.slice(stateMark.length) : withOption(value, text);
}
