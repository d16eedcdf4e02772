import type { SurvivalCurve, SurvivalStep } from "./kaplan-meier.ts";

/** Time by which a share of the customers has left. */
export interface SurvivalQuantile {
  readonly kind: "estimated";
  readonly value: number;
  /** Limits of Brookmeyer and Crowley's interval from the log-log limits of the curve; null where the curve does not come so far. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly confidence: number;
  readonly method: "brookmeyer-crowley";
}

/** Fewer than that share have left by the end of observation. */
export interface QuantileNotReached {
  readonly kind: "not-reached";
  /** Share that has left, 0–1. */
  readonly left: number;
  readonly lastTime: number;
}

/** A curve this close to a share runs level with it: the middle of the level part is taken, as R does. */
const level = Math.sqrt(Number.EPSILON);

/**
 * @param share who have left, 0–1: 0.5 for the median stay
 * @throws RangeError unless 0 < share < 1
 * Source: Brookmeyer & Crowley 1982, Biometrics 38; R's `quantile` of a survfit. Golden values: golden/second/expected/survey_survival.json
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): SurvivalQuantile | QuantileNotReached {
  if (!(share > 0 && share < 1)) throw new RangeError(`share ${share}`);
  const lastTime = curve.times[curve.times.length - 1];
  const crossing = (of: (step: SurvivalStep) => number | null) => crossingOf(curve.steps, lastTime, 1 - share, of);
  const value = crossing(({ survival }) => survival);
  if (value === null) return { kind: "not-reached", left: 1 - (curve.steps.at(-1)?.survival ?? 1), lastTime };
  return {
    kind: "estimated",
    value,
    lower: crossing(({ interval }) => interval?.lower ?? null),
    upper: crossing(({ interval }) => interval?.upper ?? null),
    confidence: curve.confidence,
    method: "brookmeyer-crowley",
  };
}

function crossingOf(
  steps: readonly SurvivalStep[],
  lastTime: number,
  staying: number,
  of: (step: SurvivalStep) => number | null,
): number | null {
  const place = steps.findIndex((step) => (of(step) ?? Number.POSITIVE_INFINITY) <= staying + level);
  if (place < 0) return null;
  const here = of(steps[place]) ?? 0;
  if (Math.abs(here - staying) > level) return steps[place].time;
  const next = steps.slice(place + 1).find((step) => (of(step) ?? 0) < here);
  return (steps[place].time + (next?.time ?? lastTime)) / 2;
}
