import { otherCode } from "@manyi/questionnaire/question/other-text";
import type { SingleChoiceQuestion } from "@manyi/questionnaire/question/single-choice/schema";
import { answerField } from "../../form/field-name.ts";
import { Said } from "../../view/said.tsx";
import { Asked } from "../parts/asked.tsx";
import { optionOf, otherTextOf, withOption } from "../parts/chosen.ts";
import { faultId, fieldId } from "../parts/ids.ts";
import { Option } from "../parts/option.tsx";
import { OtherField } from "../parts/other-field.tsx";
import { States } from "../parts/states.tsx";
import type { QuestionProps } from "../question-props.ts";
import { Dropdown } from "./dropdown.tsx";

/** From so many options on a list is too long for a phone. */
const longList = 12;

export function SingleChoice(props: QuestionProps<SingleChoiceQuestion>) {
  const { question, sheet, answer, faults, onAnswer } = props;
  const { code, options, other, states = [], appearance } = question;
  const name = answerField(code);
  const picked = optionOf(answer);
  const text = otherTextOf(answer);
  const pick = onAnswer && ((option: string) => onAnswer(withOption(option, text)));
  const all = other === undefined ? options : [...options, { code: otherCode, label: other.label }];
  const isDropdown = (appearance ?? (options.length >= longList ? "dropdown" : "list")) === "dropdown";
  return (
    <Asked {...props} group={isDropdown ? "group" : "radiogroup"}>
      {isDropdown ? (
        <Dropdown {...props} options={all} />
      ) : (
        <div class="options">
          {all.map((option, index) => (
            <Option
              key={option.code}
              type="radio"
              name={name}
              value={option.code}
              id={index === 0 ? fieldId(code) : undefined}
              checked={picked === option.code}
              onPick={pick && (() => pick(option.code))}
            >
              <Said text={option.label} sheet={sheet} />
            </Option>
          ))}
        </div>
      )}
      {other !== undefined && (
        <OtherField
          question={code}
          label={other.label}
          sheet={sheet}
          text={text}
          chosen={picked === otherCode}
          describedBy={faults.length > 0 ? faultId(code) : undefined}
          onText={onAnswer && ((written) => onAnswer({ option: otherCode, text: written }))}
        />
      )}
      {!isDropdown && (
        <States states={states} type="radio" name={name} sheet={sheet} answer={answer} onAnswer={onAnswer} />
      )}
    </Asked>
  );
}
