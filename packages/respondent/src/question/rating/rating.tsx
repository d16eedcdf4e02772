import type { RatingQuestion } from "@manyi/questionnaire/question/rating/schema";
import { answerField } from "../../form/field-name.ts";
import { Asked } from "../parts/asked.tsx";
import { fieldId } from "../parts/ids.ts";
import { Smiley, Star } from "../parts/marks.tsx";
import { type Point, PointList, Points } from "../parts/points.tsx";
import { moodOf, pointsOfScale } from "../parts/points-of-scale.ts";
import { States } from "../parts/states.tsx";
import type { QuestionProps } from "../question-props.ts";

export function Rating(props: QuestionProps<RatingQuestion>) {
  const { question, sheet, answer, onAnswer } = props;
  const { code, scale, states = [] } = question;
  const points = pointsOfScale(scale, sheet);
  const look = lookOf(question, points);
  const shared = { name: answerField(code), id: fieldId(code), points, answer, onAnswer };
  return (
    <Asked {...props} group="radiogroup">
      {look === "words" ? (
        <PointList {...shared} />
      ) : (
        <Points {...shared} look={look} drawing={drawingOf(look, (value) => moodOf(scale, value, sheet))} />
      )}
      <States states={states} type="radio" name={answerField(code)} sheet={sheet} answer={answer} onAnswer={onAnswer} />
    </Asked>
  );
}

type Look = NonNullable<RatingQuestion["appearance"]>;

/** Words need one for every point. */
function lookOf({ appearance }: RatingQuestion, points: readonly Point[]): Look {
  const spoken = points.every(({ word }) => word !== "");
  if (appearance === undefined || appearance === "words") return spoken ? "words" : "numbers";
  return appearance;
}

function drawingOf(look: Look, mood: (value: number) => number) {
  if (look === "stars") return () => <Star />;
  if (look === "smileys") return ({ value }: Point) => <Smiley mood={mood(value)} />;
  return undefined;
}
