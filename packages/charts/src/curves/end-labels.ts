/** Names of curves and limits at their right ends, moved apart where they would touch. */
import type { Mark } from "../drawing/drawing.ts";
import { lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { type SeriesStyle, seriesStyle } from "../drawing/series.ts";
import { textWidth } from "../text/text-width.ts";
import { wrapText } from "../text/wrap-text.ts";
import type { CurveField } from "./curve-marks.ts";
import type { CurvesChart } from "./curves-chart.ts";

/** Lead to the curve and a sample of its line stand before the name. */
const [lead, sample, lineHeight] = [8, 16, 14] as const;

/** Pixels to leave at the right. */
export function labelRoom(names: readonly string[], width: number): number {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, textSize.small)));
  if (widest === 0) return 8;
  return lead + sample + 6 + Math.min(widest, width < 520 ? 78 : 150);
}

interface EndLabel {
  readonly lines: readonly string[];
  readonly style: SeriesStyle;
  readonly isLimit: boolean;
  /** Where its line ends. */
  readonly end: number;
  /** Middle, once placed. */
  y: number;
}

export function endLabels(chart: CurvesChart, field: CurveField, width: number): readonly Mark[] {
  const { up, right } = field;
  const room = width - right - lead - sample - 6;
  const all: EndLabel[] = [];
  const add = (text: string, value: number | undefined, style: SeriesStyle, isLimit: boolean) => {
    if (value === undefined || text === "") return;
    const lines = wrapText(text, room, textSize.small, all.length > 4 ? 2 : 3);
    all.push({ lines, style, isLimit, end: up.at(value), y: up.at(value) });
  };
  for (const [place, { label, points }] of chart.curves.entries()) {
    add(label, points.at(-1)?.y, seriesStyle(place), false);
  }
  for (const { label, values } of chart.limits) add(label, values.at(-1), { colour: palette.mark, dash: [5, 4] }, true);
  return spread(all, field.top - 6, field.bottom + 6).flatMap((label) => labelMarks(label, right));
}

/** In the order of their ends, each below the one before; then the whole is pushed up where it runs out of room. */
function spread(labels: readonly EndLabel[], top: number, bottom: number): readonly EndLabel[] {
  const sorted = labels.toSorted((a, b) => a.end - b.end);
  const half = ({ lines }: EndLabel) => (lines.length * lineHeight) / 2 + 1;
  let free = top;
  for (const label of sorted) {
    label.y = Math.max(label.end, free + half(label));
    free = label.y + half(label);
  }
  let limit = bottom;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, limit - half(label));
    limit = label.y - half(label);
  }
  return sorted;
}

function labelMarks({ lines, style, isLimit, end, y }: EndLabel, right: number): readonly Mark[] {
  const from = right + lead;
  const line = { colour: style.colour, width: isLimit ? 1.2 : 2, dash: style.dash };
  return [
    ...(Math.abs(end - y) > 3 ? [lineMark([right, end], [from, y], { colour: palette.mark, width: 0.8 })] : []),
    lineMark([from, y], [from + sample, y], line),
    ...lines.map((text, i) =>
      textMark(text, from + sample + 5, y + (i - (lines.length - 1) / 2) * lineHeight, {
        size: textSize.small,
        colour: isLimit ? palette.muted : palette.ink,
      }),
    ),
  ];
}
