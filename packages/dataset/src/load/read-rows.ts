import type { RowSource } from "@manyi/study/data/row-source";
import { issue, StudyError } from "@manyi/study/issue/issue";
import { withRoom } from "../columns/growing-array.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import type { FaultyLineWatch } from "./faulty-line.ts";
import type { RowIdentity } from "./row-identity.ts";
import { RowShape } from "./row-shape.ts";

export interface ReadRows {
  readonly rows: number;
  /** Line in the file, a row. */
  readonly lines: Int32Array;
  readonly identity: RowIdentity | null;
  readonly shape: RowShape;
}

/** Passes every block of rows to the builders, once.
 *  @throws StudyError if there is no row, or the file breaks off */
export async function readRows(
  opened: { readonly file: string; readonly rows: RowSource },
  positions: Int32Array,
  builders: readonly (ColumnBuilder | null)[],
  identity: RowIdentity | null,
  told: FaultyLineWatch | null = null,
): Promise<ReadRows> {
  const shape = new RowShape(opened.file, opened.rows.header.length, told);
  let rows = 0;
  let lines = new Int32Array(0);
  for await (const block of opened.rows.blocks) {
    shape.add(block);
    identity?.add(block);
    builders.forEach((builder, i) => {
      builder?.add(block, positions[i]);
    });
    lines = withRoom(lines, rows + block.rows.length);
    lines.set(block.lines, rows);
    rows += block.rows.length;
  }
  if (rows === 0) throw new StudyError([issue("no-rows", { file: opened.file }, { file: opened.file })]);
  return { rows, lines, identity, shape };
}
