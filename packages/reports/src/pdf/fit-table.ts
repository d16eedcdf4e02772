/**
 * A printed table cannot scroll. Columns get the width that their contents need; where the page is too narrow for all
 * of them, the table is cut into parts that repeat the column that names the rows.
 */
import { textWidth } from "@manyi/charts/text/text-width";
import { chunked } from "../document/chunked.ts";
import type { Cell, Column, Row, Table } from "../document/table.ts";
import { keptRows } from "./kept-rows.ts";
import type { PdfCell, PdfTable } from "./pdf-document.ts";

/** Points: width of the page's text, space between columns, sizes of text in cells and headings. */
const pageWidth = 476;
const wideGutter = 12;
const narrowGutter = 7;
const cellSize = 8;
const headingSize = 7;
const barWidth = 62;
/** A row whose text is longer than this may be broken over pages. */
const longText = 400;
/** A table of this many rows or fewer stays on one page. */
const shortTable = 14;

interface Need {
  readonly least: number;
  readonly wanted: number;
}

/** The table in as many parts as its columns need. @param partCaption caption of part `index` of `count` */
export function fitTable(table: Table, partCaption: (index: number, count: number) => string): readonly PdfTable[] {
  const needs = table.columns.map((column, index) => columnNeed(column, table, index));
  const gutter = table.columns.length > 7 ? narrowGutter : wideGutter;
  const parts = columnParts(table.columns, needs, gutter);
  const breakable = table.rows.length > shortTable || table.rows.some(isLong);
  const kept = breakable && !table.rows.some(isLong) ? keptRows(table.rows.map(({ kind }) => kind)) : [];
  return parts.map((indices, part) => {
    const chosen = indices.map((index) => needs[index] ?? { least: 0, wanted: 0 });
    return {
      kind: "table",
      caption: parts.length === 1 ? table.caption : partCaption(part + 1, parts.length),
      breakable,
      widths: shareOut(
        chosen,
        indices.map((index) => table.columns[index]?.role ?? "text"),
        gutter,
      ),
      gutter,
      headings: indices.map((index) => ({
        text: table.columns[index]?.heading ?? "",
        right: table.columns[index]?.role === "number",
      })),
      rows: table.rows.map((row, index) => ({
        kind: row.kind,
        kept: kept[index] ?? 1,
        breakable: isLong(row),
        cells: indices.map((index) => pdfCell(row.cells[index], table.columns[index])),
      })),
      notes: part === parts.length - 1 ? table.notes : [],
    };
  });
}

function isLong(row: Row): boolean {
  return row.cells.some((cell) => cell.kind === "text" && cell.text.length > longText);
}

function columnNeed(column: Column, table: Table, index: number): Need {
  if (column.role === "bar") return { least: barWidth, wanted: barWidth };
  const widths = table.rows.map(({ cells }) => cellWidth(cells[index]));
  const widest = Math.max(0, ...widths);
  const heading = headingWidth(column.heading);
  if (column.role === "number") {
    const width = Math.max(Math.min(widest, 120), heading);
    return { least: width, wanted: width };
  }
  const wanted = Math.max(heading, Math.min(widest, 320));
  return { least: Math.max(heading, Math.min(widest, column.role === "name" ? 88 : 56)), wanted };
}

function cellWidth(cell: Cell | undefined): number {
  if (cell === undefined || cell.kind === "bar") return 0;
  // The typesetter puts a quarter of an em between Chinese and Latin.
  const seams = cell.text.slice(0, 80).match(/[\u2e80-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u2e80-\u9fff]/g)?.length ?? 0;
  return textWidth(cell.text.slice(0, 80), cellSize) + seams * 0.25 * cellSize + 1;
}

/** Headings wrap: Latin ones between words, Chinese ones into lines of equal length, at most seven characters long. */
function headingWidth(heading: string): number {
  const whole = textWidth(heading.slice(0, 40), headingSize) + 2;
  if (/[\u2e80-\u9fff]/.test(heading)) return whole / Math.ceil(whole / (headingSize * 7.3)) + headingSize * 1.5;
  const words = heading.split(/\s+/).map((word) => textWidth(word.slice(0, 24), headingSize));
  return Math.min(whole, Math.max(headingSize * 4, ...words) + 2);
}

/** Which columns stand in which part: each part begins with the columns up to the row's name, and the others are dealt
 *  out evenly, so that no part is left with a single one. */
function columnParts(
  columns: readonly Column[],
  needs: readonly Need[],
  gutter: number,
): readonly (readonly number[])[] {
  const named = Math.max(
    0,
    columns.findIndex(({ role }) => role === "name"),
  );
  const fixed = columns.slice(0, named + 1).map((_, index) => index);
  const others = columns.slice(named + 1).map((_, index) => named + 1 + index);
  const fits = (part: readonly number[]): boolean => {
    const widths = [...fixed, ...part].map((index) => (needs[index]?.least ?? 0) + gutter);
    return widths.reduce((sum, width) => sum + width, 0) <= pageWidth + gutter;
  };
  for (let parts = 1; parts < others.length; parts += 1) {
    const dealt = chunked(others, Math.ceil(others.length / parts));
    if (dealt.every(fits)) return dealt.map((part) => [...fixed, ...part]);
  }
  return others.length === 0 ? [fixed] : others.map((index) => [...fixed, index]);
}

/** Widths of the columns with the space after them: what each needs, then what it would like; what is left goes to
 *  the last column of words, or to all alike where there is none. */
function shareOut(needs: readonly Need[], roles: readonly Column["role"][], gutter: number): readonly number[] {
  const room = pageWidth - gutter * (needs.length - 1);
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const wishes = needs.reduce((sum, need) => sum + need.wanted - need.least, 0);
  const spare = Math.max(0, room - least);
  const granted = wishes === 0 ? 0 : Math.min(1, spare / wishes);
  const left = Math.max(0, spare - wishes * granted);
  const squeeze = Math.min(1, room / least);
  const taker = roles.at(-1) === "text" && needs.length < 4 ? needs.length - 1 : null;
  return needs.map(({ least: base, wanted }, index) => {
    const extra = taker === null ? left / needs.length : index === taker ? left : 0;
    const space = index === needs.length - 1 ? 0 : gutter;
    return (base + (wanted - base) * granted) * squeeze + extra + space;
  });
}

function pdfCell(cell: Cell | undefined, column: Column | undefined): PdfCell {
  const right = column?.role === "number";
  if (cell === undefined) return { kind: "missing", right, text: "" };
  if (cell.kind !== "bar") return { kind: cell.kind, right, text: cell.text };
  const at = (value: number): number => Math.min(1, Math.max(0, (value - cell.from) / (cell.to - cell.from)));
  return {
    kind: "bar",
    right: false,
    lower: at(cell.lower),
    upper: at(cell.upper),
    value: at(cell.value),
    zero: cell.from < 0 && cell.to > 0 ? at(0) : null,
  };
}
