import type { Figure } from "./figure.ts";
import type { Run } from "./run.ts";
import type { Table } from "./table.ts";

/** What a section is made of. */
export type Block =
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: "key-figures"; readonly figures: readonly KeyNumber[] }
  | { readonly kind: "findings"; readonly findings: readonly FindingLine[] }
  | { readonly kind: "note"; readonly tone: "note" | "caution"; readonly runs: readonly Run[] }
  | { readonly kind: "definitions"; readonly entries: readonly Definition[] }
  | {
      readonly kind: "formula";
      readonly name: string;
      readonly formula: readonly Run[];
      readonly words: readonly Run[];
    }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "figure"; readonly figure: Figure };

export interface KeyNumber {
  readonly label: string;
  /** The number, or the words for why there is none. */
  readonly value: string;
  /** Interval and n. */
  readonly detail: string;
  /** What was counted, grade, target: short phrases. */
  readonly remarks: readonly string[];
}

export interface FindingLine {
  readonly tone: "good" | "bad" | "neutral";
  /** The tone in a word, read where colour and sign are not. */
  readonly toneWord: string;
  readonly text: string;
  /** Where the evidence stands; null where the report has no such section. */
  readonly evidence: { readonly anchor: string; readonly text: string } | null;
}

export interface Definition {
  readonly term: string;
  readonly runs: readonly Run[];
}
