import type { Estimated } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence, studentInterval } from "../estimate/interval.ts";

export interface CombinedEstimate extends Estimated {
  /** Of the estimates of one completed data set, and between data sets. */
  readonly withinVariance: number;
  readonly betweenVariance: number;
  /** Share of the variance that the missing answers make, 0–1. */
  readonly shareFromMissing: number;
  /** Null: so many that the interval is the normal one. */
  readonly degreesOfFreedom: number | null;
  readonly imputations: number;
}

/**
 * Rubin's rules: one estimate from those of several completed data sets. The mean of the values; variance = mean variance +
 * (1 + 1/m) · variance between them; t interval with Barnard and Rubin's degrees of freedom.
 * @param estimates one a data set, of the same quantity, on a scale on which it is nearly normal
 * @param completeDegreesOfFreedom those of the complete data (n − 1 for a mean), or null for many
 * @throws RangeError below two estimates, if degrees of freedom are not positive, or confidence is outside (0, 1)
 * Source: Rubin 1987, 3.1; Barnard & Rubin 1999. Golden values: R's formulas in
 * multiple-imputation.test.ts
 */
export function combinedEstimate(
  estimates: readonly Estimated[],
  completeDegreesOfFreedom: number | null,
  confidence: number,
): CombinedEstimate {
  requireConfidence(confidence);
  const m = estimates.length;
  if (m < 2) throw new RangeError("a single imputation says nothing of its uncertainty");
  if (completeDegreesOfFreedom !== null && !(completeDegreesOfFreedom > 0)) {
    throw new RangeError(`degrees of freedom ${completeDegreesOfFreedom}`);
  }
  const average = (of: (estimate: Estimated) => number) => estimates.reduce((sum, each) => sum + of(each) / m, 0);
  const value = average((each) => each.value);
  const withinVariance = average(({ standardError }) => standardError ** 2);
  const betweenVariance = estimates.reduce((sum, each) => sum + (each.value - value) ** 2, 0) / (m - 1);
  const extra = (1 + 1 / m) * betweenVariance;
  const total = withinVariance + extra;
  const share = total > 0 ? extra / total : 0;
  const degreesOfFreedom = degreesOf(share, m, completeDegreesOfFreedom);
  const standardError = Math.sqrt(total);
  const [{ n, weightedBase, effectiveN, method }] = estimates;
  return {
    kind: "estimated",
    value,
    standardError,
    interval:
      degreesOfFreedom === null
        ? normalInterval(value, standardError, confidence, "rubin-t")
        : studentInterval(value, standardError, degreesOfFreedom, confidence, "rubin-t"),
    n,
    weightedBase,
    effectiveN,
    method: `${method}, ${m} imputations`,
    withinVariance,
    betweenVariance,
    shareFromMissing: share,
    degreesOfFreedom,
    imputations: m,
  };
}

function degreesOf(share: number, m: number, complete: number | null): number | null {
  const fromImputations = share > 1e-12 ? (m - 1) / share ** 2 : null;
  if (complete === null) return fromImputations;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - share);
  if (fromImputations === null) return observed;
  // Where all of the variance is between the data sets, only the imputations count.
  return observed > 0 ? 1 / (1 / fromImputations + 1 / observed) : fromImputations;
}
