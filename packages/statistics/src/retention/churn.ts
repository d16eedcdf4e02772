import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import type { Durations } from "./durations.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { type BeyondFollowUp, survivalAt } from "./survival-at.ts";

/** Share of the customers there at the start of a period who leave within it. */
export interface Churn {
  readonly kind: "estimated";
  /** 0–1. */
  readonly value: number;
  /** Null where all have left. So is the interval. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Customers there at the start, and those seen to leave within the period; unweighted. */
  readonly atStart: number;
  readonly left: number;
}

/**
 * Churn between two lengths of time: 1 − S(to)/S(from), the curve of those who were still there at `from`. Who is lost from sight
 * within the period counts until then.
 * @param from, to 0 ≤ from < to, in the unit of the durations
 * @throws RangeError if the period is none, and as `kaplanMeier`
 */
export function churnBetween(
  durations: Durations,
  weights: Float64Array | null,
  from: number,
  to: number,
  confidence: number,
): Churn | TooFewAnswers | BeyondFollowUp {
  if (!(from >= 0 && to > from && to < Number.POSITIVE_INFINITY)) throw new RangeError(`no period: ${from} to ${to}`);
  const isThere = (time: number) => time > from || (from === 0 && time === 0);
  const times = durations.times.map((time) => (isThere(time) || !(time >= 0) ? time : Number.NaN));
  const curve = kaplanMeier({ times, ended: durations.ended }, weights, confidence);
  if (curve.kind !== "estimated") return curve;
  const found = survivalAt(curve, to);
  if (found.kind !== "estimated") return found;
  const { value, standardError, interval, n } = found;
  const turned = interval === null ? null : { ...interval, lower: 1 - interval.upper, upper: 1 - interval.lower };
  const left = curve.steps.reduce((sum, step) => sum + (step.time <= to ? step.left : 0), 0);
  return { kind: "estimated", value: 1 - value, standardError, interval: turned, atStart: n, left };
}
