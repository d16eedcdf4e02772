import type { DotMark, LineMark, PolygonMark, TextMark } from "./drawing.ts";
import { palette } from "./palette.ts";

/** Sizes of text in pixels as drawn; nothing is smaller than `small`. */
export const textSize = { normal: 13, small: 12 } as const;

/** A line of text, 13 px ink from the left unless told otherwise. */
export function textMark(text: string, x: number, y: number, style: Partial<TextMark> = {}): TextMark {
  return {
    kind: "text",
    size: textSize.normal,
    colour: palette.ink,
    weight: 400,
    align: "left",
    ...style,
    text,
    x: rounded(x),
    y: rounded(y),
  };
}

/** A straight line, solid and 1 px wide unless told otherwise. */
export function lineMark(
  from: readonly [number, number],
  to: readonly [number, number],
  style: Partial<LineMark> = {},
): LineMark {
  return pathMark([from, to], style);
}

/** A line through points. */
export function pathMark(points: readonly (readonly [number, number])[], style: Partial<LineMark> = {}): LineMark {
  const placed = points.map(([x, y]) => [rounded(x), rounded(y)] as const);
  return { kind: "line", colour: palette.hairline, width: 1, dash: [], ...style, points: placed };
}

/** A filled dot with a rim of paper, so that it stands clear of lines it lies on. */
export function dotMark(x: number, y: number, style: Partial<DotMark> = {}): DotMark {
  return {
    kind: "dot",
    radius: 4.5,
    fill: palette.ink,
    stroke: palette.paper,
    ...style,
    x: rounded(x),
    y: rounded(y),
  };
}

/** A triangle that points up or down: the sign of "higher" and "lower" beside their colour. */
export function triangleMark(x: number, y: number, direction: "up" | "down"): PolygonMark {
  const tip = direction === "up" ? -4 : 4;
  return {
    kind: "polygon",
    points: [
      [rounded(x - 4.5), rounded(y - tip)],
      [rounded(x + 4.5), rounded(y - tip)],
      [rounded(x), rounded(y + tip)],
    ],
    fill: direction === "up" ? palette.primary : palette.danger,
    opacity: 1,
  };
}

/** A tenth of a pixel is finer than any screen or press shows, and keeps files small and snapshots steady. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
