import type { Part } from "../drawing/drawing.ts";
import { textMark, textSize } from "../drawing/marks.ts";
import { clipText } from "../text/text-width.ts";

interface Numbered {
  readonly number: number;
  readonly label: string;
}

const lineHeight = 19;
/** A longer key would be a table; the table stands beside the chart anyway. */
const longest = 24;

/** Numbers and names below a narrow matrix, in one column. */
export function pointKey(points: readonly Numbered[], width: number, top: number): Part {
  const marks = shown(points).map((point, index) =>
    textMark(clipText(`${point.number} ${point.label}`, width, textSize.small), 0, top + (index + 0.5) * lineHeight, {
      size: textSize.small,
    }),
  );
  return { name: "key", marks };
}

/** Height of the key in pixels. */
export function keyRoom(points: readonly Numbered[]): number {
  return shown(points).length === 0 ? 0 : shown(points).length * lineHeight + 12;
}

function shown(points: readonly Numbered[]): readonly Numbered[] {
  return points.length > longest ? [] : points;
}
