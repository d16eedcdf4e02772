import type { NumberQuestion } from "@manyi/questionnaire/question/number/schema";
import { isRecord } from "@manyi/questionnaire/question/reading";
import { sayIn } from "../../view/sheet.ts";
import { OneLine } from "../parts/one-line.tsx";
import type { QuestionProps } from "../question-props.ts";

/** Not the browser's own field for numbers: it drops what it cannot read, and a wheel changes it unseen. */
export function NumberLine(props: QuestionProps<NumberQuestion>) {
  const { question, sheet, answer, onAnswer } = props;
  const { decimals = 0, minimum, unit, states } = question;
  // A keyboard of digits alone has no minus sign.
  const mayBeNegative = minimum === undefined || minimum < 0;
  const keyboard = decimals > 0 ? "decimal" : "numeric";
  return (
    <OneLine
      {...props}
      written={writtenIn(answer)}
      field={{
        type: "text",
        inputMode: mayBeNegative ? "text" : keyboard,
        autocomplete: "off",
        dir: "ltr",
        maxLength: 30,
      }}
      {...(unit === undefined ? {} : { unit: sayIn(sheet, unit) })}
      {...(states === undefined ? {} : { states })}
      onWrite={onAnswer && ((text) => onAnswer(text === "" ? undefined : { text }))}
    />
  );
}

function writtenIn(answer: unknown): string {
  if (typeof answer === "number") return String(answer);
  return isRecord(answer) && typeof answer.text === "string" ? answer.text : "";
}
