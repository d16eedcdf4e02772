/**
 * Finds equal rows (or equal keys) without keeping their text: two 32-bit hashes a row. A million different rows
 * hold a false pair with a probability below 10⁻⁷.
 */
import type { RowBlock } from "@manyi/study/data/row-source";
import { withRoom } from "../columns/growing-array.ts";

export class RowIdentity {
  private high = new Uint32Array(0);
  private low = new Uint32Array(0);
  private length = 0;
  /** 1 for a row whose identity is blank: it is equal to no other. */
  private blank = new Uint8Array(0);
  private readonly positions: readonly number[];

  /** @param positions of the cells that make the identity */
  constructor(positions: readonly number[]) {
    this.positions = positions;
  }

  add({ rows }: RowBlock): void {
    this.high = withRoom(this.high, this.length + rows.length);
    this.low = withRoom(this.low, this.length + rows.length);
    this.blank = withRoom(this.blank, this.length + rows.length);
    for (const row of rows) this.addRow(row);
  }

  /** Rows that are equal to one before (after) them.
   *  @param leftOut rows that are out for another reason: they neither repeat nor are repeated
   *  @returns the row numbers to leave out, ascending */
  repeated(keep: "first" | "last", leftOut: ReadonlySet<number>): Uint32Array {
    // Open addressing: a table of row numbers, at most half full, probed onward from the place that the hash says.
    const size = 2 ** Math.ceil(Math.log2(2 * this.length + 2));
    const table = new Int32Array(size).fill(-1);
    const out: number[] = [];
    const from = keep === "first" ? 0 : this.length - 1;
    const step = keep === "first" ? 1 : -1;
    for (let i = from; i >= 0 && i < this.length; i += step) {
      if (this.blank[i] === 1 || leftOut.has(i)) continue;
      let place = this.low[i] & (size - 1);
      while (table[place] !== -1 && !this.isEqual(table[place], i)) place = (place + 1) & (size - 1);
      if (table[place] === -1) table[place] = i;
      else out.push(i);
    }
    return Uint32Array.from(out).sort();
  }

  private isEqual(a: number, b: number): boolean {
    return this.high[a] === this.high[b] && this.low[a] === this.low[b];
  }

  /** MurmurHash-like mixing of two lanes (public-domain "cyrb" construction), a separator between cells. */
  private addRow(row: readonly string[]): void {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (const position of this.positions) {
      const text = row[position] ?? "";
      for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        a = Math.imul(a ^ c, 2654435761);
        b = Math.imul(b ^ c, 1597334677);
      }
      a = Math.imul(a ^ 0x1f, 2654435761);
      b = Math.imul(b ^ 0x1f, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    this.blank[this.length] = Number(this.positions.every((position) => (row[position] ?? "").trim() === ""));
    this.high[this.length] = a;
    this.low[this.length] = b;
    this.length++;
  }
}
