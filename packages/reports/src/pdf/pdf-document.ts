/** What the page template takes: the report with its charts drawn, its tables measured and long words made breakable.
 *  Names and types are those that `template.typ` reads. */
import type { Definition, FindingLine } from "../document/block.ts";
import type { Run } from "../document/run.ts";

export interface PdfDocument {
  readonly language: string;
  readonly title: string;
  /** For the running header: one line. */
  readonly shortTitle: string;
  readonly subtitle: string;
  readonly organisation: string | null;
  readonly producedOn: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly meta: readonly { readonly term: string; readonly text: string }[];
  readonly words: { readonly contents: string };
  readonly sections: readonly PdfSection[];
}

export interface PdfSection {
  readonly anchor: string;
  readonly number: string;
  readonly heading: string;
  readonly blocks: readonly PdfBlock[];
  readonly subsections: readonly PdfSection[];
}

export type PdfBlock =
  /** `leads`: introduces the block after it, and stays on its page. */
  | { readonly kind: "paragraph"; readonly leads: boolean; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: "key-figures"; readonly figures: readonly PdfKeyNumber[] }
  | { readonly kind: "findings"; readonly findings: readonly FindingLine[] }
  | {
      readonly kind: "note";
      readonly leads: boolean;
      readonly tone: "note" | "caution";
      readonly word: string;
      readonly runs: readonly Run[];
    }
  | { readonly kind: "definitions"; readonly entries: readonly Definition[] }
  | {
      readonly kind: "formula";
      readonly name: string;
      readonly formula: readonly Run[];
      readonly words: readonly Run[];
    }
  | PdfTable
  | PdfFigure;

export interface PdfKeyNumber {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly remarks: string;
}

export interface PdfFigure {
  readonly kind: "figure";
  readonly title: string;
  readonly subtitle: string;
  readonly svg: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
  readonly reading: string;
}

export interface PdfTable {
  readonly kind: "table";
  readonly caption: string;
  /** Whether it may go on over the next page; a short table stays whole. */
  readonly breakable: boolean;
  /** In points, one a column. */
  readonly widths: readonly number[];
  /** In points: what of each column's width, but the last, is the space after it. */
  readonly gutter: number;
  readonly headings: readonly { readonly text: string; readonly right: boolean }[];
  readonly rows: readonly {
    readonly kind: "plain" | "total" | "detail";
    /** Whether the row may go over a page's end: only rows that could fill a page. */
    readonly breakable: boolean;
    /** Rows from this one on that stay on one page; 0 for a row that an earlier one keeps. */
    readonly kept: number;
    readonly cells: readonly PdfCell[];
  }[];
  readonly notes: readonly string[];
}

export type PdfCell =
  | { readonly kind: "text" | "number" | "missing"; readonly right: boolean; readonly text: string }
  /** Positions as shares of the bar's width, 0–1; `zero` is null where the scale does not cross it. */
  | {
      readonly kind: "bar";
      readonly right: false;
      readonly lower: number;
      readonly upper: number;
      readonly value: number;
      readonly zero: number | null;
    };
