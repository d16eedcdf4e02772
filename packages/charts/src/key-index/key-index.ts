import { axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Mark, Part } from "../drawing/drawing.ts";
import { fixedScale, type LinearScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, rounded, textMark, textSize } from "../drawing/marks.ts";
import { divergingColours, palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";

/** One index with its interval on the bands of a grade scale, 0–100. */
export interface KeyIndexChart {
  readonly kind: "key-index";
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly text: string;
  /** Lowest first; each reaches up to the next one's `from`, the last to 100. */
  readonly bands: readonly GradeBandMark[];
  readonly target: { readonly value: number; readonly label: string } | null;
}

export interface GradeBandMark {
  readonly label: string;
  readonly from: number;
}

const small = { align: "center", size: textSize.small, colour: palette.muted } as const;
const valueY = 32;
const dotY = 52;
const bandTop = 66;
const bandHeight = 10;
const boundY = bandTop + bandHeight + 11;
const nameY = boundY + 18;
const nameLine = 17;

/** Draws the scale at a width in pixels. */
export function drawKeyIndex(chart: KeyIndexChart, width: number): Drawing {
  const scale = fixedScale({ from: 0, to: 100 }, [10, width - 10], 10);
  const crowded = isCrowded(chart.bands, scale);
  const bands = chart.bands.map((_, index) => bandPart(chart.bands, index, scale, crowded ? index % 2 : 0));
  const bounds = boundsPart(chart.bands, scale);
  const height = nameY + (crowded ? nameLine : 0) + 12;
  return { width, height, parts: [...bands, bounds, ...targetPart(chart, scale, width), valuePart(chart, scale)] };
}

/** Whether a band is too narrow for its name; then the names take turns on two lines. */
function isCrowded(bands: readonly GradeBandMark[], scale: LinearScale): boolean {
  return bands.some((band, index) => {
    const room = scale.at(bands[index + 1]?.from ?? 100) - scale.at(band.from);
    return textWidth(band.label, textSize.small) + 8 > room;
  });
}

function bandPart(bands: readonly GradeBandMark[], index: number, scale: LinearScale, line: number): Part {
  const band = bands[index];
  if (band === undefined) return { name: "", marks: [] };
  const [from, to] = [scale.at(band.from), scale.at(bands[index + 1]?.from ?? 100)];
  const label = clipText(band.label, 110, textSize.small);
  const half = textWidth(label, textSize.small) / 2;
  const centre = Math.min(Math.max((from + to) / 2, half), scale.at(100) + 10 - half);
  const fill = divergingColours(bands.length)[index] ?? palette.muted;
  const width = rounded(Math.max(1, to - from - 1));
  return {
    name: band.label,
    marks: [
      { kind: "rect", x: rounded(from), y: bandTop, width, height: bandHeight, fill },
      textMark(label, centre, nameY + line * nameLine, small),
    ],
  };
}

/** Numbers under the bands' bounds, from the right: the top bands are the ones that are looked at. */
function boundsPart(bands: readonly GradeBandMark[], scale: LinearScale): Part {
  const marks: Mark[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const bound of [100, ...bands.map((band) => band.from).toReversed()]) {
    const text = axisNumber(bound, "points");
    const half = textWidth(text, textSize.small) / 2;
    const x = Math.max(half, scale.at(bound));
    if (x + half + 3 > free) continue;
    free = x - half;
    marks.push(textMark(text, x, boundY, small));
  }
  return { name: "bounds", marks };
}

function valuePart(chart: KeyIndexChart, scale: LinearScale): Part {
  const x = scale.at(chart.value);
  const half = textWidth(chart.text, textSize.normal) / 2 + 2;
  const target = chart.target === null ? null : scale.at(chart.target.value);
  // The number steps aside where it would stand on the target's line.
  const aside =
    target === null || Math.abs(target - x) > half + 2 ? x : target > x ? target - half - 4 : target + half + 4;
  const centre = Math.min(Math.max(aside, half), scale.at(100) + 10 - half);
  const ink = { colour: palette.ink };
  return {
    name: chart.text,
    marks: [
      lineMark([x, dotY], [x, bandTop + bandHeight], ink),
      lineMark([scale.at(chart.lower), dotY], [scale.at(chart.upper), dotY], { ...ink, width: 2 }),
      dotMark(x, dotY, { radius: 4 }),
      textMark(chart.text, centre, valueY, { align: "center", weight: 600 }),
    ],
  };
}

function targetPart(chart: KeyIndexChart, scale: LinearScale, width: number): readonly Part[] {
  if (chart.target === null) return [];
  const x = scale.at(chart.target.value);
  const label = clipText(chart.target.label, width - 20, textSize.small);
  const half = textWidth(label, textSize.small) / 2;
  const centre = Math.min(Math.max(x, half), width - half);
  const line = lineMark([x, 18], [x, bandTop + bandHeight], { colour: palette.ink, dash: [4, 3] });
  return [{ name: label, marks: [line, textMark(label, centre, 9, small)] }];
}
