import type { AnswerState } from "@manyi/questionnaire/definition/answer-state";
import { isAnswerState } from "@manyi/questionnaire/definition/answer-state";
import type { Question } from "@manyi/questionnaire/question/question";
import { answerField } from "../../form/field-name.ts";
import { Said } from "../../view/said.tsx";
import type { QuestionProps } from "../question-props.ts";
import { FaultLine } from "./fault-line.tsx";
import { describedBy, faultId, fieldId, helpId, textId, unitId } from "./ids.ts";
import { Mark } from "./mark.tsx";
import { States } from "./states.tsx";

interface OneLineProps extends QuestionProps<Exclude<Question, { type: "statement" }>> {
  /** What stands in the field. */
  readonly written: string;
  readonly field: {
    readonly type: "text" | "date";
    readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email";
    readonly autocomplete: "off" | "tel" | "email";
    /** Digits run from left to right in every language. */
    readonly dir?: "ltr";
    readonly min?: string;
    readonly max?: string;
    readonly maxLength?: number;
  };
  /** Behind the field. */
  readonly unit?: string;
  readonly states?: readonly AnswerState[];
  readonly onWrite: ((text: string) => void) | undefined;
}

/** A question that is answered in one line. */
export function OneLine(props: OneLineProps) {
  const { question, sheet, faults, answer, onAnswer, written, field, unit = "", states = [], onWrite } = props;
  const { code, text, help, required = false } = question;
  const isFaulty = faults.length > 0;
  const { type: _, ...look } = field;
  const shared = {
    ...look,
    name: answerField(code),
    id: fieldId(code),
    value: written,
    "aria-describedby": describedBy([
      help !== undefined && helpId(code),
      isFaulty && faultId(code),
      unit !== "" && unitId(code),
    ]),
    "aria-invalid": isFaulty ? ("true" as const) : undefined,
    "aria-required": required ? ("true" as const) : undefined,
    onInput: onWrite && ((event: { readonly currentTarget: HTMLInputElement }) => onWrite(event.currentTarget.value)),
  };
  return (
    <div class={isFaulty ? "question faulty" : "question"}>
      <label class="legend" for={fieldId(code)} id={textId(code)}>
        <Said text={text} sheet={sheet} />
        <Mark sheet={sheet} required={required} />
      </label>
      {help !== undefined && (
        <p class="help" id={helpId(code)}>
          <Said text={help} sheet={sheet} />
        </p>
      )}
      <FaultLine question={question} sheet={sheet} faults={faults} id={faultId(code)} />
      <div class="line">
        {field.type === "date" ? <input {...shared} type="date" /> : <input {...shared} type="text" />}
        {unit !== "" && (
          <bdi class="unit" id={unitId(code)}>
            {unit}
          </bdi>
        )}
      </div>
      <States
        states={states}
        type="checkbox"
        name={answerField(code)}
        sheet={sheet}
        answer={isAnswerState(answer) ? answer : undefined}
        onAnswer={onAnswer}
      />
    </div>
  );
}
