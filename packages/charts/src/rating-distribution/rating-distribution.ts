import type { Drawing, Mark, Part } from "../drawing/drawing.ts";
import { rounded, textMark, textSize } from "../drawing/marks.ts";
import { divergingColours, textColourOn } from "../drawing/palette.ts";
import { type LaidRow, layRows, type RowLayout } from "../rows/row-layout.ts";
import { numberRoom, rowName, rowNumber } from "../rows/row-parts.ts";
import { textWidth } from "../text/text-width.ts";
import { answerKey, keyHeight } from "./answer-key.ts";

/** Shares of each answer of a rating scale, one bar of 100 % a row, from the worst answer to the best. */
export interface RatingDistributionChart {
  readonly kind: "rating-distribution";
  /** Worst first. `short` stands where the label does not fit, usually the scale point's number. */
  readonly answers: readonly { readonly label: string; readonly short: string }[];
  readonly rows: readonly RatingRow[];
}

export interface RatingRow {
  readonly label: string;
  /** One an answer, 0–1, with the text that is written into the bar; empty where there are no answers. */
  readonly shares: readonly { readonly share: number; readonly text: string }[];
  /** Usually `n = 1,180`, or why there is no bar. */
  readonly note: string;
}

/** Draws the bars at a width in pixels, with the scale's answers as a key above them. */
export function drawRatingDistribution(chart: RatingDistributionChart, width: number): Drawing {
  const numbers = numberRoom(chart.rows.map((row) => ({ number: "", note: row.note })));
  const head = keyHeight(chart.answers, width) + 10;
  const layout = layRows(
    chart.rows.map((row) => row.label),
    { width, head, foot: 4, inset: 0, numbers, band: 30 },
  );
  const colours = divergingColours(chart.answers.length);
  const rows = chart.rows.map((row, index) => rowPart(row, layout.rows[index], layout, colours));
  return {
    width,
    height: layout.height,
    parts: [{ name: "key", marks: answerKey(chart.answers, colours, width) }, ...rows],
  };
}

function rowPart(row: RatingRow, laid: LaidRow | undefined, layout: RowLayout, colours: readonly string[]): Part {
  if (laid === undefined) return { name: row.label, marks: [] };
  const marks = [
    ...rowName(laid, layout),
    ...bar(row, laid.y, layout, colours),
    ...rowNumber(laid, layout, "", row.note),
  ];
  return { name: row.label, marks };
}

function bar(row: RatingRow, y: number, layout: RowLayout, colours: readonly string[]): readonly Mark[] {
  const room = layout.right - layout.left;
  const marks: Mark[] = [];
  let left = layout.left;
  row.shares.forEach(({ share, text }, index) => {
    const width = share * room;
    const fill = colours[index] ?? "#000000";
    if (width > 0.3) {
      const inner = Math.max(0.3, width - 1);
      marks.push({ kind: "rect", x: rounded(left), y: rounded(y - 11), width: rounded(inner), height: 22, fill });
    }
    if (textWidth(text, textSize.small) + 4 <= width) {
      const style = { align: "center", size: textSize.small, colour: textColourOn(fill) } as const;
      marks.push(textMark(text, left + width / 2, y, style));
    }
    left += width;
  });
  return marks;
}
