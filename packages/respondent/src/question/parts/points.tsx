import type { ComponentChildren } from "preact";
import { Option } from "./option.tsx";

export interface Point {
  readonly value: number;
  /** Empty where the scale has no word for it. */
  readonly word: string;
}

interface PointsProps {
  readonly name: string;
  /** Of the first field. */
  readonly id: string;
  readonly points: readonly Point[];
  readonly look: "numbers" | "stars" | "smileys";
  readonly answer: unknown;
  readonly onAnswer: ((value: unknown) => void) | undefined;
  /** Drawn in place of the number. */
  readonly drawing?: ((point: Point) => ComponentChildren) | undefined;
}

/** A scale side by side. Where every point has a word it stands under its point; else the two ends stand below the whole. */
export function Points({ name, id, points, look, answer, onAnswer, drawing }: PointsProps) {
  const spoken = points.every(({ word }) => word !== "");
  return (
    <div class={`points ${look} n${points.length}`}>
      <div class="row">
        {points.map((point, index) => (
          <label key={point.value} class="point">
            <input
              type="radio"
              name={name}
              value={String(point.value)}
              id={index === 0 ? id : undefined}
              checked={answer === point.value}
              onChange={onAnswer && (() => onAnswer(point.value))}
            />
            <span class="face">{drawing === undefined ? point.value : drawing(point)}</span>
            <PointName point={point} spoken={spoken} drawn={drawing !== undefined} />
          </label>
        ))}
      </div>
      {!spoken && <Ends points={points} />}
    </div>
  );
}

/** The name of a point is read as one: “4 satisfied”. */
function PointName({
  point,
  spoken,
  drawn,
}: {
  readonly point: Point;
  readonly spoken: boolean;
  readonly drawn: boolean;
}) {
  const word = <bdi class="said">{point.word}</bdi>;
  if (spoken) return <span class="under"> {word}</span>;
  return (
    <>
      {drawn && <span class="under">{point.value}</span>}
      {point.word !== "" && <span class="vh"> {word}</span>}
    </>
  );
}

/** The labels read them out already. */
function Ends({ points }: { readonly points: readonly Point[] }) {
  const [low, high] = [points[0], points[points.length - 1]];
  if (low === undefined || high === undefined || (low.word === "" && high.word === "")) return null;
  return (
    <div class="ends" aria-hidden="true">
      <bdi class="said">{low.word === "" ? "" : `${low.value} = ${low.word}`}</bdi>
      <bdi class="said">{high.word === "" ? "" : `${high.value} = ${high.word}`}</bdi>
    </div>
  );
}

/** The same scale as a list of words. */
export function PointList({ name, id, points, answer, onAnswer }: Omit<PointsProps, "look" | "drawing">) {
  return (
    <div class="options">
      {points.map(({ value, word }, index) => (
        <Option
          key={value}
          type="radio"
          name={name}
          value={String(value)}
          id={index === 0 ? id : undefined}
          checked={answer === value}
          onPick={onAnswer && (() => onAnswer(value))}
        >
          <bdi class="said">{word}</bdi>
        </Option>
      ))}
    </div>
  );
}
