import { type AnswerState, answerStates } from "@manyi/questionnaire/definition/answer-state";
import type { Question } from "@manyi/questionnaire/question/question";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { CheckBox } from "../fields/check-box.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

type Answerable = Exclude<Question, { type: "statement" }>;

type WithStates = Exclude<Answerable, { type: "open-text" | "contact" }>;

/** What is written in one's own words may as well be left empty. */
function takesStates(question: Answerable): question is WithStates {
  return question.type !== "open-text" && question.type !== "contact";
}

/** Whether it must be answered, and what may be said instead. */
export function AnsweringForm({ question, onChange }: FormProps<Answerable>) {
  const words = useMessages({ zh, en });
  return (
    <fieldset className="field-set">
      <legend>{words.answering}</legend>
      <CheckBox
        checked={question.required === true}
        field="required"
        onToggle={(checked) => onChange(withOptional(question, "required", checked || undefined))}
      >
        {words.required}
      </CheckBox>
      {!takesStates(question)
        ? null
        : answerStates.map((state) => (
            <CheckBox
              key={state}
              checked={question.states?.includes(state) ?? false}
              field={`states.${state}`}
              onToggle={() => onChange(withOptional(question, "states", toggled(question.states, state)))}
            >
              {words.offer(words.answerStates[state])}
            </CheckBox>
          ))}
    </fieldset>
  );
}

/** In their own order; none offered is left out. */
function toggled(states: readonly AnswerState[] = [], state: AnswerState): AnswerState[] | undefined {
  const next = answerStates.filter((each) => (each === state) !== states.includes(each));
  return next.length === 0 ? undefined : next;
}
