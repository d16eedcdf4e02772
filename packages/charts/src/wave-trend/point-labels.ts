/** The numbers along a line of a trend: all of them where they fit, else first, last, highest and lowest. */
import type { ChartedValue } from "../charted-value.ts";
import type { Mark } from "../drawing/drawing.ts";
import type { LinearScale } from "../drawing/linear-scale.ts";
import { textMark, textSize } from "../drawing/marks.ts";
import { textWidth } from "../text/text-width.ts";
import { freeLabels, type Label } from "./free-labels.ts";

export interface Numbered {
  readonly x: number;
  readonly value: Extract<ChartedValue, { kind: "interval" }>;
}

/** Where labels may stand, in pixels. */
export interface LabelRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const style = { align: "center", size: textSize.small, weight: 600 } as const;
const gap = 10;
const halfLine = 7;

/** @param places the waves that have a number, in their order */
export function pointLabels(places: readonly Numbered[], scale: LinearScale, room: LabelRoom): readonly Mark[] {
  const labels = places.map(({ x, value }) => {
    const half = (textWidth(value.text, textSize.small) * 1.08) / 2 + 3;
    return { centre: Math.min(Math.max(x, room.left + half), room.right - half), half };
  });
  const all = places.map((_, index) => index);
  const fitting = freeLabels(labels, all).length === all.length;
  const lowest = extreme(places, -1);
  const chosen = fitting ? all : freeLabels(labels, [all.length - 1, 0, extreme(places, 1), lowest]);
  return chosen.flatMap((index) => {
    const [place, label] = [places[index], labels[index]];
    if (place === undefined || label === undefined) return [];
    const sides = !fitting && index === lowest ? (["below", "above"] as const) : (["above", "below"] as const);
    const free = sides
      .map((side) => labelY(label, places, scale, side))
      .find((y) => y - halfLine >= room.top && y + halfLine <= room.bottom);
    return free === undefined ? [] : [textMark(place.value.text, label.centre, free, style)];
  });
}

/** Index of the highest (1) or lowest (−1) value; the first of several. */
function extreme(places: readonly Numbered[], sign: 1 | -1): number {
  const values = places.map(({ value }) => sign * value.value);
  return values.indexOf(Math.max(...values));
}

/** Clear of every interval that the label's width spans, not only of its own. */
function labelY(label: Label, places: readonly Numbered[], scale: LinearScale, side: "above" | "below"): number {
  const spanned = places.filter(({ x }) => Math.abs(x - label.centre) <= label.half + 2);
  return side === "above"
    ? Math.min(...spanned.map(({ value }) => scale.at(value.upper))) - gap
    : Math.max(...spanned.map(({ value }) => scale.at(value.lower))) + gap;
}
