import { valuesOf } from "@manyi/questionnaire/definition/scale-values";
import { npsScale } from "@manyi/questionnaire/question/nps/rules";
import type { NpsQuestion } from "@manyi/questionnaire/question/nps/schema";
import { answerField } from "../../form/field-name.ts";
import { sayIn } from "../../view/sheet.ts";
import { Asked } from "../parts/asked.tsx";
import { fieldId } from "../parts/ids.ts";
import { Points } from "../parts/points.tsx";
import { States } from "../parts/states.tsx";
import type { QuestionProps } from "../question-props.ts";

export function Nps(props: QuestionProps<NpsQuestion>) {
  const { question, sheet, answer, onAnswer } = props;
  const { code, low, high, states = [] } = question;
  const ends = new Map([
    [npsScale.minimum, sayIn(sheet, low)],
    [npsScale.maximum, sayIn(sheet, high)],
  ]);
  const points = valuesOf(npsScale).map((value) => ({ value, word: ends.get(value) ?? "" }));
  const name = answerField(code);
  return (
    <Asked {...props} group="radiogroup">
      <Points name={name} id={fieldId(code)} points={points} look="numbers" answer={answer} onAnswer={onAnswer} />
      <States states={states} type="radio" name={name} sheet={sheet} answer={answer} onAnswer={onAnswer} />
    </Asked>
  );
}
