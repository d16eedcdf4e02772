/**
 * Did it help? A change is judged by its interval, not by its size alone, and "no evidence" is an answer: it does not say that
 * nothing changed. That it did not change by as much as would matter is a finding of its own.
 */
import type { EstimatedDifference } from "../comparison/difference.ts";
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";

export type Verdict =
  /** The interval lies above 0 on the good side, and reaches to where it matters. */
  | "improved"
  | "worsened"
  /** The interval holds changes that matter and no change at all: more answers are needed. */
  | "no-evidence"
  /** Every change in the interval is smaller than what matters. */
  | "no-relevant-change";

export interface ChangeQuestion {
  /** Coverage of the interval, 0–1. */
  readonly confidence: number;
  /** Smallest change that matters, in the outcome's unit and decided beforehand; 0 where any change does. */
  readonly relevantChange: number;
  readonly direction: "higher-is-better" | "lower-is-better";
}

export interface JudgedChange extends EstimatedDifference {
  readonly verdict: Verdict;
}

/**
 * Verdict on a change, after minus before. An interval of 95 % inside ± relevantChange is an equivalence test at 2.5 %, stricter
 * than the usual two one-sided tests at 5 %; one interval then serves both questions, and a reader can check the verdict by eye.
 * @throws RangeError if relevantChange is negative or confidence is outside (0, 1)
 * Source: Schuirmann 1987; Lakens, Scheel & Isager 2018.
 */
export function changeVerdict({ lower, upper }: Interval, question: ChangeQuestion): Verdict {
  requireQuestion(question);
  const { relevantChange, direction } = question;
  if (lower > -relevantChange && upper < relevantChange) return "no-relevant-change";
  const rises = direction === "higher-is-better" ? "improved" : "worsened";
  const falls = direction === "higher-is-better" ? "worsened" : "improved";
  if (lower > 0) return rises;
  return upper < 0 ? falls : "no-evidence";
}

/** @throws RangeError if relevantChange is negative or not finite, or confidence is outside (0, 1) */
export function requireQuestion({ confidence, relevantChange }: ChangeQuestion): void {
  requireConfidence(confidence);
  if (!(relevantChange >= 0 && Number.isFinite(relevantChange))) {
    throw new RangeError(`a relevant change is 0 or more, got ${relevantChange}`);
  }
}
