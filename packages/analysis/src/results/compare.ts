import type { Difference } from "@manyi/statistics/comparison/difference";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Figure, HiddenBecause, Suppressed } from "./figure.ts";
import type { KeyFigureId } from "./key-figures.ts";

/** A difference between two figures with its p-value after correction over the whole family it belongs to. */
export interface TestedDifference {
  readonly difference: Difference | Suppressed;
  /** Holm over the family; null where there is no test. */
  readonly adjustedPValue: number | null;
  readonly evidence: "higher" | "lower" | "none";
}

/** A measure followed through groups or waves. */
export interface TrackedMeasure {
  readonly id: KeyFigureId;
  readonly label: LocalText;
  readonly unit: Figure["unit"];
  /** In the order of the groups; one a group. */
  readonly figures: readonly Figure[];
  /** Group against all others together (groups), or wave against the wave before (waves; the first is null). */
  readonly differences: readonly (TestedDifference | null)[];
}

export interface Group {
  readonly code: string;
  readonly label: LocalText;
  /** Respondents; null where the group may not be shown. */
  readonly n: number | null;
  /** Why it may not be shown; null where it may. */
  readonly hidden: HiddenBecause | null;
}

export interface GroupBreakdown {
  readonly column: string;
  readonly label: LocalText;
  readonly role: "unit" | "segment";
  readonly groups: readonly Group[];
  readonly measures: readonly TrackedMeasure[];
  /** Index 0–100 of each item within each group: rows items, columns groups. */
  readonly items: readonly { readonly item: string; readonly label: LocalText; readonly figures: readonly Figure[] }[];
  readonly crosstab: Crosstab | null;
}

export interface ItemChange {
  readonly item: string;
  readonly label: LocalText;
  readonly from: Figure;
  readonly to: Figure;
  readonly change: TestedDifference;
}

export interface WaveResults {
  readonly column: string;
  readonly waves: readonly Group[];
  readonly measures: readonly TrackedMeasure[];
  /** Last wave against the one before, Holm over the items. */
  readonly items: readonly ItemChange[];
  /** What is rated and was asked in other words in the last wave than in the one before: its change, and that of an index with it, may
   *  come from the wording. */
  readonly reworded: readonly { readonly column: string; readonly label: LocalText }[];
}

/** Answers (rows) by groups (columns) with test and letters. A cell of a suppressed column is null. */
export interface Crosstab {
  readonly rowColumn: string;
  readonly columnColumn: string;
  readonly rows: readonly Group[];
  readonly columns: readonly Group[];
  /** Respondents, rows × columns. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Column shares 0–1 (weighted where the results are). */
  readonly shares: readonly (readonly (number | null)[])[];
  /** Letters of the columns that are significantly lower in this row (`ABC`), Holm, α 5 %. */
  readonly letters: readonly (readonly string[])[];
  readonly columnLetters: readonly string[];
  readonly adjustedResiduals: readonly (readonly (number | null)[])[];
  readonly test: CrosstabTest;
}

export type CrosstabTest =
  | {
      readonly kind: "tested";
      readonly method: "pearson" | "rao-scott";
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly denominatorDegreesOfFreedom: number | null;
      readonly pValue: number;
      readonly cramersV: number;
      readonly smallestExpected: number;
      readonly shareExpectedBelow5: number;
      readonly n: number;
    }
  | { readonly kind: "not-testable"; readonly reason: string };
