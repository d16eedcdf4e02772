import type { Interval } from "../estimate/estimate.ts";
import { normalInterval } from "../estimate/interval.ts";
import { endOfTie } from "./durations.ts";
import type { SurvivalCurve } from "./kaplan-meier.ts";
import type { BeyondFollowUp } from "./survival-at.ts";

/** Mean stay within the first months: the area below the curve up to a horizon. */
export interface RestrictedMean {
  readonly kind: "estimated";
  /** In the unit of the times, 0 … horizon. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly horizon: number;
  readonly n: number;
  readonly method: "restricted-mean/influence";
}

/**
 * It needs no assumption on the shape of curves and is read as time: "customers stay 15.3 of the first 24 months".
 * @throws RangeError unless the horizon is positive and finite
 * Source: Royston & Parmar 2013, BMC Medical Research Methodology 13; R's `print(survfit, rmean =)`.
 * Golden values: golden/second/expected/survey_survival.json
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean | BeyondFollowUp {
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY)) throw new RangeError(`horizon ${horizon}`);
  const lastTime = curve.times[curve.times.length - 1];
  const isKnown = horizon <= lastTime || curve.steps.at(-1)?.survival === 0;
  if (!isKnown) return { kind: "beyond-follow-up", lastTime };
  const areas = areasAfterSteps(curve, horizon);
  const value = areas[0];
  const standardError = errorOf(curve, areas);
  const interval = normalInterval(value, standardError, curve.confidence, "wald");
  const within = { ...interval, lower: Math.max(0, interval.lower), upper: Math.min(horizon, interval.upper) };
  const base = { kind: "estimated", value, standardError, interval: within, horizon, n: curve.n } as const;
  return { ...base, method: "restricted-mean/influence" };
}

/** Area below the curve up to the horizon: all of it, then that after each step. */
function areasAfterSteps({ steps }: SurvivalCurve, horizon: number): Float64Array {
  const within = steps.filter(({ time }) => time < horizon);
  const areas = new Float64Array(within.length + 1);
  let next = horizon;
  for (let k = within.length - 1; k >= 0; k--) {
    areas[k + 1] = (k + 1 < within.length ? areas[k + 2] : 0) + within[k].survival * (next - within[k].time);
    next = within[k].time;
  }
  areas[0] = next + (within.length > 0 ? areas[1] : 0);
  return areas;
}

/** Influences as those of the curve, each step weighed by the area after it. */
function errorOf({ steps, sorted }: SurvivalCurve, areas: Float64Array): number {
  const { times, ended, weights } = sorted;
  let atRisk = sorted.weight;
  let exposure = 0;
  let variance = 0;
  let step = 0;
  for (let start = 0, end = 0; start < times.length; start = end) {
    end = endOfTie(times, start);
    let [leaving, out] = [0, 0];
    for (let k = start; k < end; k++) {
      leaving += ended[k] * weights[k];
      out += weights[k];
    }
    let jump = 0;
    if (step < areas.length - 1 && steps[step].time === times[start]) {
      const area = areas[step + 1];
      jump = area > 0 ? area / (atRisk - leaving) : 0;
      exposure += (leaving / atRisk) * jump;
      step += 1;
    }
    for (let k = start; k < end; k++) variance += (weights[k] * (ended[k] * jump - exposure)) ** 2;
    atRisk -= out;
  }
  return Math.sqrt(variance);
}
