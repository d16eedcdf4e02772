/** A row as a line of CSV: RFC 4180 with a line feed. Every separator a reader might guess is quoted, and blanks at the ends. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

function csvCell(cell: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A cell that no spreadsheet takes for a formula. For lists that people open; study data must stay as it was given. */
export function inertCell(cell: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** Tells Excel that the file is UTF-8; readers of study data skip it. */
export const byteOrderMark = "\u{FEFF}";
