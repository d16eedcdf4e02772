import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { EvaluatedPage } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question } from "@manyi/questionnaire/question/question";
import { rowsOf } from "@manyi/questionnaire/question/question-rules";
import { faultText } from "../messages/messages.ts";
import { faultFieldId } from "../question/parts/ids.ts";
import { Said } from "./said.tsx";
import type { Sheet } from "./sheet.ts";

interface FaultSummaryProps {
  readonly sheet: Sheet;
  readonly page: EvaluatedPage;
  readonly faults: readonly AnswerFault[];
  /** With the runtime a link moves the focus; alone it moves the page. */
  readonly live: boolean;
}

/** What is wrong on this page, each with the way to it. */
export function FaultSummary({ sheet, page, faults, live }: FaultSummaryProps) {
  const places = page.questions.flatMap(({ question }) =>
    faults.filter((fault) => fault.question === question.code).map((fault) => ({ question, fault })),
  );
  if (places.length === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title">{sheet.words.faultTitle(places.length)}</h2>
      <ul>
        {places.map(({ question, fault }) => (
          <li key={`${question.code} ${fault.row} ${fault.problem}`}>
            <Place sheet={sheet} question={question} fault={fault} live={live} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PlaceProps extends Pick<FaultSummaryProps, "sheet" | "live"> {
  readonly question: Question;
  readonly fault: AnswerFault;
}

function Place({ sheet, question, fault, live }: PlaceProps) {
  const id = faultFieldId(question, fault);
  const row = rowsOf(question)?.find(({ code }) => code === fault.row);
  const go = (event: Event) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <a href={`#${id}`} onClick={live ? go : undefined}>
      <Said text={row?.text ?? question.text} sheet={sheet} />
      <span> {faultText(sheet.words, fault, question.type)}</span>
    </a>
  );
}
