/**
 * A figure is a number that can be asked for its origin: what was measured, of whom, with which weight, by which
 * method in which version, from how many answers, and how uncertain it is. Nothing in a report or a screen is shown
 * that is not a figure or a count of people.
 */
import type { Estimated, TooFewAnswers } from "@manyi/statistics/estimate/estimate";

/** What the number is. `unit` of the figure says in which unit it stands. */
export type Measure =
  | "mean"
  | "median"
  | "index"
  | "top-share"
  | "bottom-share"
  | "nps"
  | "satisfied-customer-rate"
  | "satisfied-rating-share"
  | "intention-share"
  | "respondent-index-mean"
  | "importance";

/** `rating`: scale points; `index`: 0–100; `share`: 0–1; `nps`: −100…100. */
export type Unit = "rating" | "index" | "share" | "nps";

/** One condition of a filter; conditions are joined by "and". */
export interface Condition {
  readonly column: string;
  readonly codes: readonly string[];
}

/** Neither the figure nor its count may be shown. */
export interface Suppressed {
  readonly kind: "suppressed";
  readonly reason: HiddenBecause;
  /** Respondents a group needs before anything of it is shown. */
  readonly minimum: number;
}

/** `too-few`: it rests on fewer people than the study's threshold. `protects-others`: it has enough, but with it a
 *  smaller group could be worked out. */
export type HiddenBecause = "too-few" | "protects-others";

export type Reported = Estimated | TooFewAnswers | Suppressed;

export interface Figure {
  readonly measure: Measure;
  /** Code of the column or indicator measured. */
  readonly subject: string;
  readonly unit: Unit;
  /** Empty: all respondents that were analysed. */
  readonly filter: readonly Condition[];
  /** Weight column, null where every respondent counts once. */
  readonly weight: string | null;
  /** How answers became 0–100, where they did: `range`, `marks`, `maximum`, `identity`. */
  readonly conversion: string | null;
  /** Version of the product's methods that computed it. */
  readonly version: string;
  readonly result: Reported;
}
