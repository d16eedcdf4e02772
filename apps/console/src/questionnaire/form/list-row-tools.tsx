import { useMessages } from "../../language/use-language.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface ListRowToolsProps {
  /** What the row is called, for who hears the buttons. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** Up, down, away: the same for options, rows and points. */
export function ListRowTools({ name, index, count, onMove, onRemove }: ListRowToolsProps) {
  const words = useMessages({ zh, en });
  return (
    <div className="row-tools">
      <button
        type="button"
        className="tool"
        aria-label={words.up(name)}
        aria-disabled={index === 0 || undefined}
        onClick={() => index > 0 && onMove(index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="tool"
        aria-label={words.down(name)}
        aria-disabled={index === count - 1 || undefined}
        onClick={() => index < count - 1 && onMove(index + 1)}
      >
        ↓
      </button>
      <button type="button" className="tool" aria-label={words.away(name)} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}
