import type { ColumnMapping } from "@manyi/contract/study/mapping";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ScaleCellProps {
  readonly column: ColumnMapping;
  readonly onChange: (column: ColumnMapping) => void;
}

/** From where to where the ratings run; or, in words, their order from the worst to the best. */
export function ScaleCell({ column, onChange }: ScaleCellProps) {
  const words = useMessages({ zh, en });
  const { name, range, answers } = column;
  return (
    <div className="scale-cell">
      {answers === null ? (
        <span className="row">
          <input
            className="input compact end-input"
            type="number"
            aria-label={words.lowestOf(name)}
            required
            value={range?.minimum ?? ""}
            onChange={(event) =>
              onChange({ ...column, range: { minimum: wholeOf(event.target), maximum: range?.maximum ?? 10 } })
            }
          />
          –
          <input
            className="input compact end-input"
            type="number"
            aria-label={words.highestOf(name)}
            required
            value={range?.maximum ?? ""}
            onChange={(event) =>
              onChange({ ...column, range: { minimum: range?.minimum ?? 1, maximum: wholeOf(event.target) } })
            }
          />
        </span>
      ) : (
        <AnswerOrder name={name} answers={answers} onOrder={(order) => onChange({ ...column, answers: [...order] })} />
      )}
      <label className="choice small">
        <input
          type="checkbox"
          checked={column.reversed}
          onChange={(event) => onChange({ ...column, reversed: event.target.checked })}
        />
        {words.reversed}
      </label>
    </div>
  );
}

function wholeOf(input: HTMLInputElement): number {
  return Number.isInteger(input.valueAsNumber) ? input.valueAsNumber : 0;
}

interface AnswerOrderProps {
  readonly name: string;
  readonly answers: readonly string[];
  readonly onOrder: (answers: readonly string[]) => void;
}

function AnswerOrder({ name, answers, onOrder }: AnswerOrderProps) {
  const words = useMessages({ zh, en });
  const moveUp = (index: number) => {
    const order = [...answers];
    const [moved] = order.splice(index, 1);
    if (moved !== undefined) order.splice(index - 1, 0, moved);
    onOrder(order);
  };
  return (
    <ol className="answer-order" aria-label={words.answersOf(name)}>
      {answers.map((answer, index) => (
        <li key={answer}>
          <button
            type="button"
            className="close"
            aria-label={words.worse(answer)}
            disabled={index === 0}
            onClick={() => moveUp(index)}
          >
            ↑
          </button>
          {answer}
        </li>
      ))}
    </ol>
  );
}
