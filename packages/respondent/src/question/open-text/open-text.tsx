import { usualLongest } from "@manyi/questionnaire/question/open-text/longest";
import type { OpenTextQuestion } from "@manyi/questionnaire/question/open-text/schema";
import { answerField } from "../../form/field-name.ts";
import { Said } from "../../view/said.tsx";
import { FaultLine } from "../parts/fault-line.tsx";
import { describedBy, faultId, fieldId, helpId, textId } from "../parts/ids.ts";
import { Mark } from "../parts/mark.tsx";
import type { QuestionProps } from "../question-props.ts";

/** From here on one is told how much room is left. */
const nearlyFull = 0.8;

/** The field takes more than there is room for and says so: cutting off what somebody pasted would lose it unseen. */
export function OpenText({ question, sheet, answer, faults, onAnswer }: QuestionProps<OpenTextQuestion>) {
  const { code, text, help, required = false, lines = 3, longest = usualLongest } = question;
  const written = typeof answer === "string" ? answer : "";
  const isFaulty = faults.length > 0;
  const { words } = sheet;
  const left = longest - written.length;
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
      <textarea
        name={answerField(code)}
        id={fieldId(code)}
        rows={lines}
        value={written}
        dir="auto"
        aria-describedby={describedBy([help !== undefined && helpId(code), isFaulty && faultId(code)])}
        aria-invalid={isFaulty ? "true" : undefined}
        aria-required={required ? "true" : undefined}
        onInput={onAnswer && ((event) => onAnswer(event.currentTarget.value || undefined))}
      />
      {written.length > longest * nearlyFull && (
        <p class={left < 0 ? "room over" : "room"} role="status">
          {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
        </p>
      )}
    </div>
  );
}
