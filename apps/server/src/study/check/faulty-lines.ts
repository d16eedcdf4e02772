import type { FaultyLineWatch, LineFault } from "@manyi/dataset/load/faulty-line";

const faults = [
  "row-length",
  "text-not-kept",
  "answer-unknown",
  "number-unreadable",
  "number-out-of-limits",
  "date-unreadable",
  "frequency-wrong",
  "weight-wrong",
  "key-twice",
  "key-known-already",
] as const satisfies readonly LineFault[];

export interface FaultOfLine {
  /** Empty where the whole line is meant. */
  readonly column: string;
  readonly fault: LineFault;
}

/** Which lines of a file do not fit, each with the first thing that is wrong in it: two small numbers a line, however many. */
export class FaultyLines {
  private readonly byLine = new Map<number, number>();
  private readonly columns: string[] = [];
  private readonly positions = new Map<string, number>();

  get size(): number {
    return this.byLine.size;
  }

  readonly add: FaultyLineWatch = (line, column, fault) => {
    if (this.byLine.has(line)) return;
    this.byLine.set(line, this.positionOf(column) * faults.length + faults.indexOf(fault));
  };

  has(line: number): boolean {
    return this.byLine.has(line);
  }

  of(line: number): FaultOfLine | null {
    const packed = this.byLine.get(line);
    if (packed === undefined) return null;
    return { column: this.columns[Math.floor(packed / faults.length)], fault: faults[packed % faults.length] };
  }

  /** The one that was found first. */
  first(): (FaultOfLine & { readonly line: number }) | null {
    const [line] = this.byLine.keys();
    const found = line === undefined ? null : this.of(line);
    return line === undefined || found === null ? null : { line, ...found };
  }

  /** Takes over what was found in a further reading. A key repeats only among the lines that stay: as long as others fall
   *  away, repeated keys wait. */
  take(found: FaultyLines): void {
    const lines = [...found.byLine.keys()].map((line) => ({ line, fault: found.of(line) }));
    const others = lines.filter(({ fault }) => fault?.fault !== "key-twice");
    for (const { line, fault } of others.length > 0 ? others : lines) {
      if (fault !== null) this.add(line, fault.column, fault.fault);
    }
  }

  private positionOf(column: string): number {
    const known = this.positions.get(column);
    if (known !== undefined) return known;
    this.positions.set(column, this.columns.length);
    return this.columns.push(column) - 1;
  }
}
