/** One line of CSV. A cell that a spreadsheet would compute (`=`, `+`, `-`, `@`, tab, line break at its beginning) gets an
 *  apostrophe before it and stays what it is: text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(text: string): string {
  const inert = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
