import type { AnswerState } from "@manyi/questionnaire/definition/answer-state";
import { stateMark } from "../../form/field-name.ts";
import type { Sheet } from "../../view/sheet.ts";
import { Option } from "./option.tsx";

interface StatesProps {
  readonly states: readonly AnswerState[];
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly sheet: Sheet;
  readonly answer: unknown;
  readonly onAnswer: ((value: unknown) => void) | undefined;
}

/** What one may say instead of answering, beside the answers and of the same group. */
export function States({ states, type, name, sheet, answer, onAnswer }: StatesProps) {
  if (states.length === 0) return null;
  return (
    <div class="states">
      {states.map((state) => (
        <Option
          key={state}
          type={type}
          name={name}
          value={stateMark + state}
          checked={answer === state}
          quiet
          onPick={onAnswer && ((checked) => onAnswer(checked ? state : undefined))}
        >
          {sheet.words.states[state]}
        </Option>
      ))}
    </div>
  );
}
