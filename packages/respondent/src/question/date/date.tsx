import { isAnswerState } from "@manyi/questionnaire/definition/answer-state";
import type { DateQuestion } from "@manyi/questionnaire/question/date/schema";
import { OneLine } from "../parts/one-line.tsx";
import type { QuestionProps } from "../question-props.ts";

/** The browser's own calendar; one that has none shows a line, where the day is written as `2026-11-22`. */
export function DateLine(props: QuestionProps<DateQuestion>) {
  const { question, answer, onAnswer } = props;
  const { earliest, latest, states } = question;
  return (
    <OneLine
      {...props}
      written={typeof answer === "string" && !isAnswerState(answer) ? answer : ""}
      field={{
        type: "date",
        autocomplete: "off",
        ...(earliest === undefined ? {} : { min: earliest }),
        ...(latest === undefined ? {} : { max: latest }),
      }}
      {...(states === undefined ? {} : { states })}
      onWrite={onAnswer && ((text) => onAnswer(text === "" ? undefined : text))}
    />
  );
}
