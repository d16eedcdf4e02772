import type { LocalText } from "@manyi/study/definition/local-text";
import type { Figure } from "./figure.ts";

export type KeyFigureId =
  | "csi"
  | "satisfied-customer-rate"
  | "satisfied-rating-share"
  | "overall-index"
  | "csat"
  | "nps"
  | "ces"
  | "repurchase"
  | "recommendation";

/** A band of a grade scale, half-open: from `from` (inclusive) up to the next higher band. */
export interface GradeBand {
  readonly code: string;
  readonly label: LocalText;
  /** Lower bound on 0–100, inclusive; the lowest band has 0. */
  readonly from: number;
}

/** The band the value falls into, and the bands its interval reaches into: one band means the grade is certain. */
export interface Grade {
  /** What the study calls its bands. */
  readonly scale: LocalText;
  /** Name of the conversion of answers to 0–100 that these bands belong to. */
  readonly conversion: string;
  readonly bands: readonly GradeBand[];
  readonly band: string;
  /** Best first; holds `band`. */
  readonly reaches: readonly string[];
}

/** Against a target of the study. `met`/`missed` only where the whole interval lies on one side. */
export interface TargetVerdict {
  readonly target: number;
  readonly baseline: number | null;
  readonly verdict: "met" | "missed" | "open";
  readonly due: string | null;
  readonly owner: LocalText | null;
}

export interface KeyFigure {
  readonly id: KeyFigureId;
  /** The question or index in the study's words. */
  readonly label: LocalText;
  readonly figure: Figure;
  /** Further figures of the same answers: mean of the rating, share of the lowest boxes … */
  readonly companions: readonly Figure[];
  readonly grade: Grade | null;
  readonly target: TargetVerdict | null;
  /** What counts, for shares: e.g. the labels of the top boxes; for the NPS: shares of promoters, passives, detractors. */
  readonly counted: Counted | null;
}

export type Counted =
  | { readonly kind: "answers"; readonly labels: readonly LocalText[] }
  | { readonly kind: "threshold"; readonly from: number }
  | { readonly kind: "promoters"; readonly promoters: number; readonly passives: number; readonly detractors: number };
