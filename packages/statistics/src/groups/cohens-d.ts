import { logGammaRatio } from "../distribution/log-gamma-ratio.ts";
import { noncentralityOfStudent } from "../distribution/noncentral-t.ts";
import type { Interval } from "../estimate/estimate.ts";
import type { Sums } from "../tally/sums.ts";
import type { NoGroupTest } from "./group-problem.ts";
import { pooledTTest } from "./student-t-test.ts";

export interface StandardisedDifference {
  readonly kind: "estimated";
  /** In pooled standard deviations, first minus second. */
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
  readonly method: "cohens-d/noncentral-t" | "hedges-g/noncentral-t";
}

/**
 * Cohen's d: the difference of two means in standard deviations of both groups together. Interval from the noncentral t.
 * @returns as `pooledTTest`
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Cohen 1988; interval Steiger & Fouladi 1997; R's `effectsize::cohens_d`, whose limits are found by a search that
 * stops at about 1e-5. Golden values: golden/second/expected/survey_groups.json
 */
export function cohensD(first: Sums, second: Sums, confidence: number): StandardisedDifference | NoGroupTest {
  const test = pooledTTest(first, second, confidence);
  if (test.kind !== "estimated") return test;
  const { statistic, n } = test;
  const degreesOfFreedom = n - 2;
  const scale = Math.sqrt(1 / first.n + 1 / second.n);
  const tail = (1 - confidence) / 2;
  const interval: Interval = {
    lower: noncentralityOfStudent(statistic, degreesOfFreedom, tail) * scale,
    upper: noncentralityOfStudent(statistic, degreesOfFreedom, 1 - tail) * scale,
    confidence,
    method: "noncentral-t",
  };
  return { kind: "estimated", value: statistic * scale, interval, n, method: "cohens-d/noncentral-t" };
}

/**
 * Hedges' g: d without its bias in small samples, J · d with J = Γ(df/2)/(√(df/2) Γ((df − 1)/2)).
 * @returns as `cohensD`; too-few-answers below four answers, where J does not exist
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Hedges 1981; R's `effectsize::hedges_g`. Golden values: golden/second/expected/survey_groups.json
 */
export function hedgesG(first: Sums, second: Sums, confidence: number): StandardisedDifference | NoGroupTest {
  const d = cohensD(first, second, confidence);
  if (d.kind !== "estimated") return d;
  if (d.n < 4) return { kind: "too-few-answers", n: d.n, required: 4 };
  const half = (d.n - 2) / 2;
  const correction = Math.exp(logGammaRatio(half - 0.5)) / Math.sqrt(half);
  const { lower, upper } = d.interval;
  const interval = { ...d.interval, lower: lower * correction, upper: upper * correction };
  return { ...d, value: d.value * correction, interval, method: "hedges-g/noncentral-t" };
}
