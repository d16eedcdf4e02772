/** Rows and columns with what a renderer must know to set them: which column names the row, which hold numbers. */
export interface Table {
  /** What the table shows, with its base; read as the table's caption. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What signs and words in the cells mean. */
  readonly notes: readonly string[];
}

export interface Column {
  readonly heading: string;
  /** `name`: names the row; `number`: digits under digits; `text`: words; `bar`: an interval drawn in the cell. */
  readonly role: "name" | "number" | "text" | "bar";
}

export interface Row {
  readonly cells: readonly Cell[];
  /** `total` is set apart from the rest; `detail` belongs to the row above it. */
  readonly kind: "plain" | "total" | "detail";
}

export type Cell =
  | {
      readonly kind: "text";
      readonly text: string /** The whole text where `text` is clipped. */;
      readonly full: string | null;
    }
  | { readonly kind: "number"; readonly text: string }
  /** An interval between two ends of a scale; all four in the same unit. `text` says it in numbers. */
  | {
      readonly kind: "bar";
      readonly from: number;
      readonly to: number;
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      readonly text: string;
    }
  /** Not applicable, suppressed or too few answers: `text` says which. */
  | { readonly kind: "missing"; readonly text: string };

/** A cell with a formatted number. */
export function numberCell(text: string): Cell {
  return { kind: "number", text };
}

/** A cell with words. */
export function textCell(text: string): Cell {
  return { kind: "text", text, full: null };
}

/** A cell with nothing to say, and why. */
export function missingCell(text: string): Cell {
  return { kind: "missing", text };
}

/** An ordinary row. */
export function row(cells: readonly Cell[]): Row {
  return { cells, kind: "plain" };
}
