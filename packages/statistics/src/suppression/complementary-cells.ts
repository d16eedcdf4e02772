import { type CountTable, linesOf, smallCells } from "./small-cells.ts";

/**
 * Small cells and, where one alone is hidden in a row or column, the next smallest of that line as well, until no line has exactly
 * one. The usual rule; it hides a cell from whoever looks at one line, not from whoever combines rows and columns, and two hidden
 * cells of 1 and 2 are known to be 3 together. `protectedTable` guards against both.
 * @returns hidden cells, row by row; of equal cells the first in the line is taken
 * @throws RangeError unless counts are whole and fit, and the minimum is an integer ≥ 5
 * Source: Hundepool et al. 2012, 4.2. Golden values: golden/second/expected/survey_suppression.json
 */
export function complementaryCells(table: CountTable, minimum: number): readonly boolean[] {
  const hidden = [...smallCells(table, minimum)];
  const { rows, columns } = linesOf(table);
  const lines = [...rows, ...columns];
  for (let line = nextExposed(lines, hidden); line !== undefined; line = nextExposed(lines, hidden)) {
    const shown = line.filter((cell) => !hidden[cell]);
    const smallest = shown.reduce((least, cell) => (table.counts[cell] < table.counts[least] ? cell : least));
    hidden[smallest] = true;
  }
  return hidden;
}

/** A line with one hidden cell and something left to hide. */
function nextExposed(lines: readonly (readonly number[])[], hidden: readonly boolean[]): readonly number[] | undefined {
  return lines.find((line) => line.length > 1 && line.filter((cell) => hidden[cell]).length === 1);
}
