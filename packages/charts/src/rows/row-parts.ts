import type { Mark, Part } from "../drawing/drawing.ts";
import type { LinearScale } from "../drawing/linear-scale.ts";
import { lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { textWidth } from "../text/text-width.ts";
import type { LaidRow, RowLayout } from "./row-layout.ts";

/** The name of a row, beside or above its line. */
export function rowName(row: LaidRow, layout: RowLayout): readonly Mark[] {
  const beside = layout.names === "beside";
  const x = beside ? layout.left - 14 : 0;
  return row.nameLines.map((line, index) =>
    textMark(line, x, row.nameY[index] ?? row.y, { align: beside ? "right" : "left" }),
  );
}

/** The number of a row at the right, with a muted note (usually its n) after it. */
export function rowNumber(row: LaidRow, layout: RowLayout, number: string, note: string): readonly Mark[] {
  const y = layout.names === "beside" ? row.y : (row.nameY[0] ?? row.y);
  const noteWidth = note === "" ? 0 : textWidth(note, textSize.small) + 8;
  const marks: Mark[] = [];
  if (number !== "") marks.push(textMark(number, layout.width - noteWidth, y, { align: "right", weight: 600 }));
  if (note !== "") {
    marks.push(textMark(note, layout.width, y, { align: "right", size: textSize.small, colour: palette.muted }));
  }
  return marks;
}

/** Room that `rowNumber` needs for its longest number and note. */
export function numberRoom(rows: readonly { readonly number: string; readonly note: string }[]): number {
  const widths = rows.map(({ number, note }) => {
    const noteWidth = note === "" ? 0 : textWidth(note, textSize.small) + 8;
    return textWidth(number, textSize.normal) * 1.06 + noteWidth;
  });
  return Math.ceil(Math.max(0, ...widths));
}

/** Lines and numbers of the value axis under the rows; numbers that would touch are left out. */
export function valueAxis(layout: RowLayout, scale: LinearScale, format: (value: number) => string): Part {
  const marks: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const tick of scale.ticks) {
    const x = scale.at(tick);
    marks.push(lineMark([x, layout.top], [x, layout.bottom]));
    const text = format(tick);
    const half = textWidth(text, textSize.small) / 2;
    const centre = Math.min(Math.max(x, half), layout.width - half);
    if (centre - half < free + 6) continue;
    free = centre + half;
    marks.push(
      textMark(text, centre, layout.bottom + 12, { align: "center", size: textSize.small, colour: palette.muted }),
    );
  }
  return { name: "axis", marks };
}
