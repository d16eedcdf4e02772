import type { MatrixQuestion, MatrixRow } from "@manyi/questionnaire/question/matrix/schema";
import { isRecord } from "@manyi/questionnaire/question/reading";
import { answerField } from "../../form/field-name.ts";
import { Said } from "../../view/said.tsx";
import { Asked } from "../parts/asked.tsx";
import { FaultLine } from "../parts/fault-line.tsx";
import { describedBy, faultId, fieldId, textId } from "../parts/ids.ts";
import { type Point, Points } from "../parts/points.tsx";
import { pointsOfScale } from "../parts/points-of-scale.ts";
import { States } from "../parts/states.tsx";
import type { QuestionProps } from "../question-props.ts";

/** Rows under each other, each a card of its own on a phone; on a wide screen they line up as a table, whose head shows the words
 *  that every row carries for itself. */
export function Matrix(props: QuestionProps<MatrixQuestion>) {
  const { question, sheet, showsRow } = props;
  const points = pointsOfScale(question.scale, sheet);
  const spoken = points.every(({ word }) => word !== "");
  return (
    <Asked {...props} group="group">
      <div class={question.states === undefined ? "matrix" : "matrix with-states"}>
        {spoken && <Head points={points} />}
        {question.rows
          .filter(({ code }) => showsRow(code))
          .map((row) => (
            <Row key={row.code} {...props} row={row} points={points} />
          ))}
      </div>
    </Asked>
  );
}

function Head({ points }: { readonly points: readonly Point[] }) {
  return (
    <div class={`head n${points.length}`} aria-hidden="true">
      <div class="row">
        {points.map(({ value, word }) => (
          <bdi key={value} class="said">
            {word}
          </bdi>
        ))}
      </div>
    </div>
  );
}

interface RowProps extends QuestionProps<MatrixQuestion> {
  readonly row: MatrixRow;
  readonly points: readonly Point[];
}

function Row({ question, sheet, answer, faults, onAnswer, row, points }: RowProps) {
  const { code, required = false, states = [] } = question;
  const name = answerField(code, row.code);
  const own = faults.filter((fault) => fault.row === row.code);
  const given = isRecord(answer) ? answer : {};
  const rating = Object.hasOwn(given, row.code) ? given[row.code] : undefined;
  const rate = onAnswer && ((value: unknown) => onAnswer({ ...given, [row.code]: value }));
  return (
    <div
      class={own.length > 0 ? "card faulty" : "card"}
      role="radiogroup"
      aria-labelledby={textId(code, row.code)}
      aria-describedby={describedBy([own.length > 0 && faultId(code, row.code)])}
      aria-invalid={own.length > 0 ? "true" : undefined}
      aria-required={required ? "true" : undefined}
    >
      <div class="subject">
        <span id={textId(code, row.code)}>
          <Said text={row.text} sheet={sheet} />
        </span>
        <FaultLine question={question} sheet={sheet} faults={own} id={faultId(code, row.code)} />
      </div>
      <Points name={name} id={fieldId(code, row.code)} points={points} look="numbers" answer={rating} onAnswer={rate} />
      <States states={states} type="radio" name={name} sheet={sheet} answer={rating} onAnswer={rate} />
    </div>
  );
}
