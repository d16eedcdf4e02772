import type { RowBlock } from "@manyi/study/data/row-source";
import { type Issue, issue } from "@manyi/study/issue/issue";
import type { FaultyLineWatch } from "./faulty-line.ts";

/** Watches that rows have as many cells as the header. Blank cells at the end of a row may be missing or too many:
 *  spreadsheets write them so. */
export class RowShape {
  private readonly wrong = new Map<number, { line: number; rows: number }>();
  private readonly file: string;
  private readonly expected: number;

  private readonly told: FaultyLineWatch | null;

  constructor(file: string, expected: number, told: FaultyLineWatch | null = null) {
    this.told = told;
    this.file = file;
    this.expected = expected;
  }

  add({ rows, lines }: RowBlock): void {
    for (let i = 0; i < rows.length; i++) {
      if (rows[i].length !== this.expected) this.look(rows[i], lines[i]);
    }
  }

  issues(): readonly Issue[] {
    return [...this.wrong].map(([found, { line, rows }]) =>
      issue("row-length", { file: this.file, line }, { expected: this.expected, found, rows }),
    );
  }

  private look(row: readonly string[], line: number): void {
    if (row.slice(this.expected).some((cell) => cell.trim() !== "")) this.count(row.length, line);
    else if (row.length < this.expected && !this.file.toLowerCase().endsWith(".xlsx")) this.count(row.length, line);
  }

  private count(found: number, line: number): void {
    this.told?.(line, "", "row-length");
    const known = this.wrong.get(found);
    if (known !== undefined) known.rows++;
    else if (this.wrong.size < 5) this.wrong.set(found, { line, rows: 1 });
  }
}
