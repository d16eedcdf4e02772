/**
 * What the intervals carry, said in words. A finding is made only where its evidence holds: no ranking by noise, no
 * change without a test, no cause from a correlation.
 */
import type { LocalText } from "@manyi/study/definition/local-text";
import type { FindingCode } from "../findings/finding-details.ts";
import type { KeyFigureId } from "./key-figures.ts";

export type FindingKind =
  | "level"
  | "grade"
  | "target"
  | "strength"
  | "weakness"
  | "priority"
  | "driver"
  | "group"
  | "change"
  | "no-change"
  | "caution";

/** What it means for the organisation. */
export type FindingTone = "good" | "bad" | "neutral";

/** Where the evidence stands in the results. */
export interface Evidence {
  readonly section: "key-figures" | "items" | "dimensions" | "matrix" | "drivers" | "groups" | "waves" | "method";
  readonly subject: string | KeyFigureId | null;
}

export interface Finding {
  readonly kind: FindingKind;
  /** The rule that made it. */
  readonly code: FindingCode;
  readonly tone: FindingTone;
  /** The same sentence in each of the product's languages. */
  readonly text: LocalText;
  readonly evidence: Evidence;
}

/** A finding in one language. */
export interface FindingText {
  readonly kind: FindingKind;
  readonly tone: FindingTone;
  readonly text: string;
  readonly evidence: Evidence;
}
