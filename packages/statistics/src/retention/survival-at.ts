import type { Interval } from "../estimate/estimate.ts";
import type { SurvivalCurve } from "./kaplan-meier.ts";

/** The share still there at a time. */
export interface SurvivalAt {
  readonly kind: "estimated";
  readonly value: number;
  /** Null where nobody is left; 0 before anybody left. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly plainInterval: Interval | null;
  /** Customers at risk just before that time, unweighted. */
  readonly atRisk: number;
  readonly n: number;
}

/** Nobody has been observed for so long: what came after the last time is not known. */
export interface BeyondFollowUp {
  readonly kind: "beyond-follow-up";
  readonly lastTime: number;
}

/**
 * @throws RangeError unless time ≥ 0
 * Golden values: golden/second/expected/survey_survival.json, survey_cohort_retention.json
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt | BeyondFollowUp {
  if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) throw new RangeError(`time ${time}`);
  const { steps, times, n, confidence } = curve;
  const lastTime = times[times.length - 1];
  const step = steps.findLast((each) => each.time <= time);
  if (time > lastTime && (step === undefined || step.survival > 0)) return { kind: "beyond-follow-up", lastTime };
  const atRisk = n - placeOf(times, time);
  if (step === undefined) {
    const interval: Interval = { lower: 1, upper: 1, confidence, method: "no-variation" };
    return { kind: "estimated", value: 1, standardError: 0, interval, plainInterval: interval, atRisk, n };
  }
  const { survival, standardError, interval, plainInterval } = step;
  return { kind: "estimated", value: survival, standardError, interval, plainInterval, atRisk, n };
}

/** Number of times below `time`. */
function placeOf(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
