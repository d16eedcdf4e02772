import type { Question } from "@manyi/questionnaire/question/question";
import { rowsOf } from "@manyi/questionnaire/question/question-rules";
import type { ComponentChildren } from "preact";
import { Said } from "../../view/said.tsx";
import type { QuestionProps } from "../question-props.ts";
import { FaultLine } from "./fault-line.tsx";
import { describedBy, faultId, fieldId, helpId, textId } from "./ids.ts";
import { Mark } from "./mark.tsx";

interface AskedProps extends QuestionProps<Exclude<Question, { type: "statement" }>> {
  readonly group: "radiogroup" | "group";
  /** How many to choose, and the like. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** A plain group may not say these of itself: its fields do. */
function radioGroup(isInvalid: boolean, isRequired: boolean) {
  return {
    role: "radiogroup",
    "aria-invalid": isInvalid ? "true" : undefined,
    "aria-required": isRequired ? "true" : undefined,
  } as const;
}

/** A question with several fields: its text names the group, its help and its fault describe it. */
export function Asked({ question, sheet, faults, group, hint = "", children, answer, onAnswer }: AskedProps) {
  const { code, text, help, required = false } = question;
  const own = faults.filter(({ row }) => row === null);
  const isRadio = group === "radiogroup";
  return (
    <fieldset
      class={own.length > 0 ? "question faulty" : "question"}
      aria-labelledby={textId(code)}
      aria-describedby={describedBy([help !== undefined && helpId(code), own.length > 0 && faultId(code)])}
      {...(isRadio ? radioGroup(own.length > 0, required) : {})}
    >
      <legend>
        <span id={textId(code)}>
          <Said text={text} sheet={sheet} />
          <Mark sheet={sheet} required={required} />
        </span>
      </legend>
      {help !== undefined && (
        <p class="help" id={helpId(code)}>
          <Said text={help} sheet={sheet} />
        </p>
      )}
      {hint !== "" && <p class="help">{hint}</p>}
      <FaultLine question={question} sheet={sheet} faults={own} id={faultId(code)} />
      {children}
      {onAnswer !== undefined && !required && answer !== undefined && rowsOf(question) === null && (
        <button
          type="button"
          class="clear"
          onClick={() => {
            onAnswer(undefined);
            // The button goes with the choice; who uses the keyboard stays at the question.
            document.getElementById(fieldId(code))?.focus();
          }}
        >
          {sheet.words.clear}
        </button>
      )}
    </fieldset>
  );
}
