/** What every kind of test says of one outcome. Differences are first minus second. */
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell } from "../../results/analyses.ts";
import type { Term } from "../result/cells.ts";
import type { Correction } from "../result/corrections.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";

export interface Effect {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

export interface TestOfAll {
  readonly name: LocalText;
  readonly statistic: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly pValue: number;
  readonly effect: (Effect & { readonly name: LocalText }) | null;
}

export interface TestOfPair {
  readonly first: number;
  readonly second: number;
  readonly value: number;
  readonly interval: Effect["interval"];
  /** Null where nothing says how sure the difference is. */
  readonly adjustedPValue: number | null;
  readonly effect: Effect | null;
}

export interface Comparison {
  /** The first decides; empty where nothing can be tested. */
  readonly tests: readonly TestOfAll[];
  readonly pairs: readonly TestOfPair[];
}

/** A way to compare groups: by means or ranks, of plain, weighted or clustered answers. */
export interface Comparator {
  readonly compare: (outcome: ComparedOutcome, correction: Correction, confidence: number) => Comparison;
  /** Columns of the table of groups after n, and their cells, one list a group. */
  readonly groupColumns: readonly Term[];
  readonly groupCells: (outcome: ComparedOutcome, confidence: number) => readonly (readonly AnalysisCell[])[];
  readonly difference: Term;
  readonly effect: Term | null;
  /** What the tables of pairs and tests must say. */
  readonly pairNote: (correction: Correction) => LocalText;
  readonly testNotes: (groups: number) => readonly LocalText[];
}

/** Every pair of groups. */
export function pairsOf(count: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((first) => places.slice(first + 1).map((second) => [first, second] as const));
}
