import type { StatementQuestion } from "@manyi/questionnaire/question/statement/schema";
import { Said } from "../../view/said.tsx";
import type { QuestionProps } from "../question-props.ts";

export function Statement({ question, sheet }: QuestionProps<StatementQuestion>) {
  return (
    <div class="question statement">
      <p>
        <Said text={question.text} sheet={sheet} />
      </p>
      {question.help !== undefined && (
        <p class="help">
          <Said text={question.help} sheet={sheet} />
        </p>
      )}
    </div>
  );
}
