/** The names of the four fields, each in its outer corner unless a point lies there; then as near to it as is free. */
import type { Part, TextMark } from "../drawing/drawing.ts";
import { textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";
import type { Box } from "./place-labels.ts";

/** The name of a field; an urgent one stands out. */
export interface FieldName {
  readonly text: string;
  readonly tone: "plain" | "urgent";
}

interface Corner {
  readonly across: "left" | "right";
  readonly down: "top" | "bottom";
}

/** In the order of the names. */
const corners: readonly Corner[] = [
  { across: "left", down: "top" },
  { across: "right", down: "top" },
  { across: "left", down: "bottom" },
  { across: "right", down: "bottom" },
];
/** Distance of the words from the edges of the field, and the steps in which they give way to a point. */
const margin = { across: 8, down: 14 } as const;
const step = { across: 24, down: 16 } as const;
const steps = 6;
const halfLine = 9;

export interface PlacedName {
  readonly part: Part;
  readonly box: Box;
}

/** @param field the whole plot @param dots points that no word may cover
 *  @param names of the fields: upper left, upper right, lower left, lower right */
export function placeFieldNames(
  field: Box,
  dots: readonly Box[],
  names: readonly [FieldName, FieldName, FieldName, FieldName],
): readonly PlacedName[] {
  return corners.flatMap((corner, index) => {
    const name = names[index];
    if (name === undefined) return [];
    const places = candidates(corner).map(([x, y]) => wordAt(corner, name, field, x, y));
    const free =
      places.find(({ box }) => !dots.some((dot) => touches(box, withLabelRoom(dot)))) ??
      wordAt(corner, name, field, 0, 0);
    return [{ part: { name: name.text, marks: [free.mark] }, box: free.box }];
  });
}

/** Steps away from the corner, the nearest first. */
function candidates({ across, down }: Corner): readonly (readonly [number, number])[] {
  const inward = { x: across === "left" ? 1 : -1, y: down === "top" ? 1 : -1 };
  const all = Array.from({ length: steps * steps }, (_, index) => [index % steps, Math.floor(index / steps)] as const);
  return all
    .toSorted(([a, b], [c, d]) => a + b - (c + d))
    .map(([x, y]) => [inward.x * x * step.across, inward.y * y * step.down] as const);
}

function wordAt(
  { across, down }: Corner,
  { text, tone }: FieldName,
  field: Box,
  dx: number,
  dy: number,
): { mark: TextMark; box: Box } {
  const x = (across === "left" ? field.left + margin.across : field.right - margin.across) + dx;
  const y = (down === "top" ? field.top + margin.down : field.bottom - margin.down) + dy;
  const colour = tone === "urgent" ? palette.danger : palette.muted;
  // Semibold letters are a little wider than the estimate for regular ones.
  const shown = clipText(text, (field.right - field.left) / 2 - 2 * margin.across, textSize.small);
  const width = textWidth(shown, textSize.small) * 1.08;
  const left = across === "left" ? x : x - width;
  return {
    mark: textMark(shown, x, y, { align: across, weight: 600, size: textSize.small, colour }),
    box: { left, right: left + width, top: y - halfLine, bottom: y + halfLine },
  };
}

/** A point beside the words still needs a line for its own label. */
function withLabelRoom(dot: Box): Box {
  return { ...dot, top: dot.top - 5, bottom: dot.bottom + 5 };
}

function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
