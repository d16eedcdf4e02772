import { textSize } from "../drawing/marks.ts";
import { textWidth } from "../text/text-width.ts";
import { wrapText } from "../text/wrap-text.ts";

/** Below this width a row's name stands above its line instead of beside it. */
const narrowBelow = 520;
const lineHeight = 17;

/** Where a chart of named rows puts names, lines and numbers; all in pixels. */
export interface RowLayout {
  readonly width: number;
  readonly height: number;
  readonly names: "beside" | "above";
  /** Where the plot begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly LaidRow[];
}

export interface LaidRow {
  readonly nameLines: readonly string[];
  /** Middle of each line of the name. */
  readonly nameY: readonly number[];
  /** Middle of the line or bar. */
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

export interface RowSpace {
  readonly width: number;
  /** Room above the rows, e.g. for the name of a reference line. */
  readonly head: number;
  /** Room below the rows, for the axis. */
  readonly foot: number;
  /** Air at both ends of the plot where names stand above: an axis number may reach over the end. */
  readonly inset: number;
  /** Width of the column of numbers at the right, 0 for none. */
  readonly numbers: number;
  /** Height of the line or bar with its air. */
  readonly band: number;
}

/** Lays out rows with names of any length: two lines at most, the rest clipped. */
export function layRows(names: readonly string[], space: RowSpace): RowLayout {
  const beside = space.width >= narrowBelow;
  const widest = Math.max(0, ...names.map((name) => textWidth(name.slice(0, 60), textSize.normal)));
  const nameRoom = beside ? Math.min(widest + 2, space.width * 0.34) : space.width - space.numbers - 8;
  const rows: LaidRow[] = [];
  let top = space.head;
  for (const name of names) {
    const lines = wrapText(name, nameRoom, textSize.normal, 2);
    const row = beside ? rowBeside(lines, top, space.band) : rowUnder(lines, top, space.band);
    rows.push(row);
    top = row.bottom;
  }
  return {
    width: space.width,
    height: top + space.foot,
    names: beside ? "beside" : "above",
    left: beside ? nameRoom + 14 : space.inset,
    right: beside ? space.width - space.numbers - 14 : space.width - space.inset,
    top: space.head,
    bottom: top,
    rows,
  };
}

function rowBeside(nameLines: readonly string[], top: number, band: number): LaidRow {
  const height = Math.max(band, nameLines.length * lineHeight + 8);
  const y = top + height / 2;
  const first = y - ((nameLines.length - 1) * lineHeight) / 2;
  return { nameLines, nameY: nameLines.map((_, index) => first + index * lineHeight), y, top, bottom: top + height };
}

function rowUnder(nameLines: readonly string[], top: number, band: number): LaidRow {
  const nameHeight = nameLines.length * lineHeight;
  const nameY = nameLines.map((_, index) => top + 4 + lineHeight * (index + 0.5));
  // The line stands closer to its own name than to the next one.
  const y = top + 4 + nameHeight + band / 2 - 3;
  return { nameLines, nameY, y, top, bottom: top + 4 + nameHeight + band };
}
