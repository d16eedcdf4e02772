/** What the cells of each column look like, from one reading of a file: enough to show it and to guess what it is. */
import type { RowBlock, RowSource } from "../data/row-source.ts";

export interface ColumnSample {
  readonly name: string;
  /** Rows with a cell that is not blank. */
  readonly filled: number;
  readonly blank: number;
  /** Different cells without surrounding blanks, in the order of their first appearance, with their counts. */
  readonly kinds: ReadonlyMap<string, number>;
  /** False where there were more kinds than are remembered. */
  readonly complete: boolean;
}

export interface FileSample {
  readonly rows: number;
  readonly columns: readonly ColumnSample[];
  /** The first rows, as they stand in the file. */
  readonly firstRows: readonly (readonly string[])[];
}

/** Kinds remembered of one column, and of all of them together. */
const mostKindsOfColumn = 2_000;
const mostKinds = 400_000;
const shownRows = 20;
/** A cell longer than this is shown by its beginning. */
const longestCell = 200;

/** @throws StudyError where the file turns out to be broken */
export async function sampleColumns(source: RowSource): Promise<FileSample> {
  const width = source.header.length;
  const limit = Math.max(50, Math.min(mostKindsOfColumn, Math.floor(mostKinds / Math.max(1, width))));
  const tallies = source.header.map((name) => new ColumnTally(name.trim(), limit));
  const firstRows: (readonly string[])[] = [];
  let rows = 0;
  for await (const block of source.blocks) {
    rows += block.rows.length;
    for (const row of block.rows.slice(0, Math.max(0, shownRows - firstRows.length))) {
      firstRows.push(source.header.map((_, i) => (row[i] ?? "").slice(0, longestCell)));
    }
    tallies.forEach((tally, i) => {
      tally.add(block, i);
    });
  }
  return { rows, columns: tallies.map((tally) => tally.result()), firstRows };
}

class ColumnTally {
  private readonly kinds = new Map<string, number>();
  private filled = 0;
  private blank = 0;
  private complete = true;
  private readonly name: string;
  private readonly limit: number;

  constructor(name: string, limit: number) {
    this.name = name;
    this.limit = limit;
  }

  add({ rows }: RowBlock, position: number): void {
    for (const row of rows) {
      const cell = (row[position] ?? "").trim();
      if (cell === "") this.blank++;
      else this.count(cell.slice(0, longestCell));
    }
  }

  result(): ColumnSample {
    const { name, filled, blank, kinds, complete } = this;
    return { name, filled, blank, kinds, complete };
  }

  private count(cell: string): void {
    this.filled++;
    const before = this.kinds.get(cell);
    if (before !== undefined) this.kinds.set(cell, before + 1);
    else if (this.kinds.size < this.limit) this.kinds.set(cell, 1);
    else this.complete = false;
  }
}
