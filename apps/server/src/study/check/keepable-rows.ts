import type { RowBlock, RowSource } from "@manyi/study/data/row-source";
import { answerKeys } from "../../programme/answer-keys.ts";
import { isKeepable } from "../../programme/json-text.ts";
import type { FaultyLines } from "./faulty-lines.ts";

/** The rows of a file without those that are left out, and without those that the database cannot keep.
 *  @param found is told of the latter */
export function keepableRows(source: RowSource, leftOut: FaultyLines, found: FaultyLines): RowSource {
  const keys = answerKeys(source.header);
  return { ...source, blocks: sieved(source.blocks, keys, leftOut, found) };
}

async function* sieved(
  blocks: AsyncIterable<RowBlock>,
  keys: readonly string[],
  leftOut: FaultyLines,
  found: FaultyLines,
): AsyncGenerator<RowBlock> {
  for await (const { rows, lines } of blocks) {
    const kept: (readonly string[])[] = [];
    const keptLines = new Int32Array(rows.length);
    for (const [i, row] of rows.entries()) {
      if (leftOut.has(lines[i])) continue;
      const wrong = unkeepableCell(row);
      if (wrong !== -1) {
        found.add(lines[i], keys[wrong] ?? "", "text-not-kept");
        continue;
      }
      keptLines[kept.length] = lines[i];
      kept.push(row);
    }
    yield { rows: kept, lines: keptLines.subarray(0, kept.length) };
  }
}

/** Most cells of a survey are one digit: those need no look inside. */
function unkeepableCell(row: readonly string[]): number {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    const isPlain = cell === "" || (cell.length === 1 && cell >= " " && cell < "\u{D800}");
    if (!isPlain && !isKeepable(cell)) return i;
  }
  return -1;
}
