/**
 * Puts the labels of scattered points where they touch neither one another nor any point: near the point if there is
 * room, else farther off with a thin line back to it. Where not even that is free, the name gives way to the point's
 * number. The order is fixed, so the same data gives the same picture.
 */
import type { Mark } from "../drawing/drawing.ts";
import { lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Empty: only the number is written. */
  readonly name: string;
  readonly number: string;
}

const nameRoom = 200;
const halfLine = 8;
/** Directions from the point, the most readable first: right, left, above, below, then between. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [0.8, 0.8],
  [-0.8, -0.8],
  [-0.8, 0.8],
] as const;
const distances = [9, 20, 32, 46, 64, 88] as const;

/** The room that a point takes with its rim. */
export function dotBox({ x, y }: Pick<Spot, "x" | "y">): Box {
  return { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 };
}

/** What labels have to keep clear of besides points and one another. */
export interface Obstacles {
  /** Words: nothing may lie on them. */
  readonly words: readonly Box[];
  /** Lines: a label lies on them only where it finds no other place. */
  readonly lines: readonly Box[];
}

/** Marks of each point's label, in the order of the spots; none where even the number finds no room. */
export function placeLabels(
  spots: readonly Spot[],
  { words, lines }: Obstacles,
  bounds: Box,
): readonly (readonly Mark[])[] {
  const occupied: Box[] = [...words, ...spots.map(dotBox)];
  return spots.map((spot) => {
    const texts = spot.name === "" ? [spot.number] : [`${spot.number} ${spot.name}`, spot.number];
    for (const text of texts) {
      const shown = clipText(text, nameRoom, textSize.small);
      const width = textWidth(shown, textSize.small);
      const found =
        freePlace(spot, width, { occupied: [...occupied, ...lines], words, bounds }) ??
        freePlace(spot, width, { occupied, words, bounds });
      if (found === null) continue;
      occupied.push(found.box);
      return labelMarks(spot, shown, found);
    }
    return [];
  });
}

interface Place {
  readonly box: Box;
  readonly distance: number;
}

interface Surroundings {
  readonly occupied: readonly Box[];
  /** Words that not even the thin line may cross. */
  readonly words: readonly Box[];
  readonly bounds: Box;
}

function freePlace(spot: Spot, width: number, { occupied, words, bounds }: Surroundings): Place | null {
  for (const distance of distances) {
    for (const [across, down] of directions) {
      const box = boxAt(spot, width, across * distance, down * distance);
      if (!inside(box, bounds) || occupied.some((other) => overlaps(box, other))) continue;
      if (!words.some((other) => crosses(spot, box, other))) return { box, distance };
    }
  }
  return null;
}

function boxAt(spot: Spot, width: number, dx: number, dy: number): Box {
  const left = dx > 0 ? spot.x + dx : dx < 0 ? spot.x + dx - width : spot.x - width / 2;
  const middle = spot.y + dy + Math.sign(dy) * (dx === 0 ? halfLine - 2 : 0);
  return { left, right: left + width, top: middle - halfLine, bottom: middle + halfLine };
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}

/** Whether the line from the point to its label would run through a box. */
function crosses(spot: Spot, label: Box, other: Box): boolean {
  const [x, y] = lineEnd(spot, label);
  return Array.from({ length: 9 }, (_, index) => index / 8).some((share) => {
    const [px, py] = [spot.x + (x - spot.x) * share, spot.y + (y - spot.y) * share];
    return px > other.left && px < other.right && py > other.top && py < other.bottom;
  });
}

function lineEnd(spot: Spot, box: Box): readonly [x: number, y: number] {
  return [Math.min(Math.max(spot.x, box.left), box.right), Math.min(Math.max(spot.y, box.top + 2), box.bottom - 2)];
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function labelMarks(spot: Spot, text: string, { box, distance }: Place): readonly Mark[] {
  const middle = (box.top + box.bottom) / 2;
  const label = textMark(text, box.left, middle, { size: textSize.small });
  if (distance <= 12) return [label];
  return [lineMark([spot.x, spot.y], lineEnd(spot, box), { colour: palette.mark, width: 0.8 }), label];
}
