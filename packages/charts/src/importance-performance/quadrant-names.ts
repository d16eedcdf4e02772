/** The names of the four fields, each in its outer corner unless a point lies there; then as near to it as is free. */
import type { Quadrant } from "@manyi/analysis/results/explain";
import type { Part, TextMark } from "../drawing/drawing.ts";
import { textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { textWidth } from "../text/text-width.ts";
import type { Box } from "./place-labels.ts";

const corners: Readonly<Record<Quadrant, { readonly across: "left" | "right"; readonly down: "top" | "bottom" }>> = {
  "concentrate-here": { across: "left", down: "top" },
  "keep-up": { across: "right", down: "top" },
  "low-priority": { across: "left", down: "bottom" },
  "possible-overkill": { across: "right", down: "bottom" },
};
const quadrants = ["concentrate-here", "keep-up", "low-priority", "possible-overkill"] as const;
/** Distance of the words from the edges of the field, and the steps in which they give way to a point. */
const margin = { across: 8, down: 14 } as const;
const step = { across: 24, down: 16 } as const;
const steps = 6;
const halfLine = 9;

export interface QuadrantName {
  readonly part: Part;
  readonly box: Box;
}

/** @param field the whole plot @param dots points that no word may cover @param names of the fields */
export function placeQuadrantNames(
  field: Box,
  dots: readonly Box[],
  names: Readonly<Record<Quadrant, string>>,
): readonly QuadrantName[] {
  return quadrants.map((quadrant) => {
    const name = names[quadrant];
    const places = candidates(quadrant).map(([x, y]) => wordAt(quadrant, name, field, x, y));
    const free =
      places.find(({ box }) => !dots.some((dot) => touches(box, withLabelRoom(dot)))) ??
      wordAt(quadrant, name, field, 0, 0);
    return { part: { name, marks: [free.mark] }, box: free.box };
  });
}

/** Steps away from the corner, the nearest first. */
function candidates(quadrant: Quadrant): readonly (readonly [number, number])[] {
  const inward = { x: corners[quadrant].across === "left" ? 1 : -1, y: corners[quadrant].down === "top" ? 1 : -1 };
  const all = Array.from({ length: steps * steps }, (_, index) => [index % steps, Math.floor(index / steps)] as const);
  return all
    .toSorted(([a, b], [c, d]) => a + b - (c + d))
    .map(([x, y]) => [inward.x * x * step.across, inward.y * y * step.down] as const);
}

function wordAt(quadrant: Quadrant, name: string, field: Box, dx: number, dy: number): { mark: TextMark; box: Box } {
  const { across, down } = corners[quadrant];
  const x = (across === "left" ? field.left + margin.across : field.right - margin.across) + dx;
  const y = (down === "top" ? field.top + margin.down : field.bottom - margin.down) + dy;
  const colour = quadrant === "concentrate-here" ? palette.danger : palette.muted;
  // Semibold letters are a little wider than the estimate for regular ones.
  const width = textWidth(name, textSize.small) * 1.08;
  const left = across === "left" ? x : x - width;
  return {
    mark: textMark(name, x, y, { align: across, weight: 600, size: textSize.small, colour }),
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
