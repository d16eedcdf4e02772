import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Question } from "@manyi/questionnaire/question/question";
import { faultText } from "../../messages/messages.ts";
import type { Sheet } from "../../view/sheet.ts";

interface FaultLineProps {
  readonly question: Question;
  readonly sheet: Sheet;
  readonly faults: readonly AnswerFault[];
  readonly id: string;
}

/** What is wrong here, one thing at a time. */
export function FaultLine({ question, sheet, faults, id }: FaultLineProps) {
  const [fault] = faults;
  if (fault === undefined) return null;
  return (
    <p class="fault" id={id}>
      {faultText(sheet.words, fault, question.type)}
    </p>
  );
}
