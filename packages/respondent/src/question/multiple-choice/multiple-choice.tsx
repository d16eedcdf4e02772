import type { MultipleChoiceQuestion } from "@manyi/questionnaire/question/multiple-choice/schema";
import { otherCode } from "@manyi/questionnaire/question/other-text";
import { answerField } from "../../form/field-name.ts";
import type { Messages } from "../../messages/messages.ts";
import { Said } from "../../view/said.tsx";
import { Asked } from "../parts/asked.tsx";
import { optionsOf, otherTextOf, toggled, withOptions } from "../parts/chosen.ts";
import { faultId, fieldId } from "../parts/ids.ts";
import { Option } from "../parts/option.tsx";
import { OtherField } from "../parts/other-field.tsx";
import { States } from "../parts/states.tsx";
import type { QuestionProps } from "../question-props.ts";

export function MultipleChoice(props: QuestionProps<MultipleChoiceQuestion>) {
  const { question, sheet, answer, faults, onAnswer } = props;
  const { code, options, other, states = [] } = question;
  const name = answerField(code);
  const picked = optionsOf(answer);
  const text = otherTextOf(answer);
  const alone = new Set(options.filter(({ exclusive }) => exclusive === true).map((option) => option.code));
  const pick = onAnswer && ((option: string) => onAnswer(withOptions(toggled(picked, option, alone), text)));
  const all = other === undefined ? options : [...options, { code: otherCode, label: other.label }];
  const described = faults.length > 0 ? faultId(code) : undefined;
  return (
    <Asked {...props} group="group" hint={howMany(question, sheet.words)}>
      <div class="options">
        {all.map((option, index) => (
          <Option
            key={option.code}
            type="checkbox"
            name={name}
            value={option.code}
            id={index === 0 ? fieldId(code) : undefined}
            checked={picked.includes(option.code)}
            describedBy={described}
            invalid={described !== undefined}
            onPick={pick && (() => pick(option.code))}
          >
            <Said text={option.label} sheet={sheet} />
          </Option>
        ))}
      </div>
      {other !== undefined && (
        <OtherField
          question={code}
          label={other.label}
          sheet={sheet}
          text={text}
          chosen={picked.includes(otherCode)}
          describedBy={described}
          onText={onAnswer && ((written) => onAnswer({ options: picked, text: written }))}
        />
      )}
      <States states={states} type="checkbox" name={name} sheet={sheet} answer={answer} onAnswer={onAnswer} />
    </Asked>
  );
}

function howMany({ least, most }: MultipleChoiceQuestion, words: Messages): string {
  if (least !== undefined && most !== undefined) return words.pickSome(least, most);
  if (least !== undefined) return words.pickAtLeast(least);
  return most === undefined ? words.pickAny : words.pickAtMost(most);
}
