/** Collects what is wrong in the cells of a file of any length: each kind once, with its first line and its count. */
import { type Issue, type IssueCode, type IssueDetails, issue } from "../issue/issue.ts";

/** Different faulty texts that are listed for one column; the rest is counted. */
const kindsAColumn = 5;

/** Faulty cells remembered one by one; a file with more of them is wrong as a whole. */
const mostRememberedCells = 100_000;

export type CellFault =
  | "answer-unknown"
  | "number-unreadable"
  | "number-out-of-limits"
  | "date-unreadable"
  | "frequency-wrong"
  | "weight-wrong";

interface Fault {
  readonly code: CellFault;
  readonly column: string;
  readonly text: string;
  readonly line: number;
  rows: number;
  /** What would have been right, where the message says it. */
  readonly expected: string;
}

export class FaultLog {
  private readonly faults = new Map<string, Map<string, Fault>>();
  private readonly furtherKinds = new Map<string, Set<string>>();
  private readonly unreadable = new Set<string>();
  private readonly crowded = new Map<string, number>();
  private readonly file: string;
  private readonly told: ((line: number, column: string, code: CellFault) => void) | null;

  /** @param told hears of every faulty cell, also of those that are only counted */
  constructor(file: string, told: ((line: number, column: string, code: CellFault) => void) | null = null) {
    this.file = file;
    this.told = told;
  }

  /** A cell that could not be read is not told again for being blank afterwards. */
  add(code: CellFault, column: string, text: string, line: number, expected = ""): void {
    this.told?.(line, column, code);
    const cell = `${column}\u0000${line}`;
    if (text === "" && this.unreadable.has(cell)) return;
    if (text !== "" && this.unreadable.size < mostRememberedCells) this.unreadable.add(cell);
    let ofColumn = this.faults.get(column);
    if (ofColumn === undefined) {
      ofColumn = new Map();
      this.faults.set(column, ofColumn);
    }
    const known = ofColumn.get(text);
    if (known !== undefined) known.rows++;
    else if (ofColumn.size < kindsAColumn)
      ofColumn.set(text, { code, column, text: text.slice(0, 200), line, rows: 1, expected });
    else this.addFurther(column, text);
  }

  /** Whether anything is wrong in the column. */
  has(column: string): boolean {
    return this.faults.has(column);
  }

  /** The column holds more different answers than a coded column may have. */
  addCrowded(column: string, limit: number): void {
    this.crowded.set(column, limit);
  }

  issues(): readonly Issue[] {
    const place = { file: this.file };
    const crowded = [...this.crowded].map(([column, limit]) => issue("too-many-answers", place, { column, limit }));
    const listed = [...this.faults.values()].flatMap((ofColumn) =>
      [...ofColumn.values()].map((fault) => this.issueOf(fault)),
    );
    const further = [...this.furtherKinds].map(([column, kinds]) =>
      issue("answer-unknown-more", place, { column, kinds: kinds.size }),
    );
    return [...listed, ...further, ...crowded];
  }

  private addFurther(column: string, text: string): void {
    let kinds = this.furtherKinds.get(column);
    if (kinds === undefined) {
      kinds = new Set();
      this.furtherKinds.set(column, kinds);
    }
    // Counted up to a thousand: beyond that the column is simply the wrong one.
    if (kinds.size < 1000) kinds.add(text.slice(0, 50));
  }

  private issueOf(fault: Fault): Issue {
    const { column, text, rows, expected } = fault;
    const place = { file: this.file, line: fault.line };
    const details: Pick<IssueDetails, CellFault> = {
      "answer-unknown": { column, answer: text, rows, answers: expected },
      "number-unreadable": { column, text, rows },
      "number-out-of-limits": { column, text, rows, limits: expected },
      "date-unreadable": { column, text, rows },
      "frequency-wrong": { column, text },
      "weight-wrong": { column, text },
    };
    return issue<IssueCode>(fault.code, place, details[fault.code]);
  }
}
