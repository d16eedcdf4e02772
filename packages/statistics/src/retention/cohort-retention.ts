import type { TooFewAnswers } from "../estimate/estimate.ts";
import type { Durations } from "./durations.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { type BeyondFollowUp, type SurvivalAt, survivalAt } from "./survival-at.ts";

export interface CohortRetention {
  /** Customers of the cohort with a known time, unweighted. */
  readonly n: number;
  /** One for each of the times asked. */
  readonly retention: readonly (SurvivalAt | BeyondFollowUp | TooFewAnswers)[];
}

/**
 * Retention of each cohort (customers who began in one quarter, or were asked in one wave) after given times, by Kaplan and Meier. One
 * minus the leavers so far over the size of the cohort is not retention: it takes those who have just begun for people who stayed.
 * @param cohorts code of each row, 0 … count − 1; −1 = in none
 * @param times ≥ 0, in the unit of the durations
 * @throws RangeError if lengths differ, a code is not below count, and as `kaplanMeier`
 * Golden values: golden/second/expected/survey_cohort_retention.json
 */
export function cohortRetention(
  durations: Durations,
  weights: Float64Array | null,
  cohorts: Int32Array,
  count: number,
  times: readonly number[],
  confidence: number,
): readonly CohortRetention[] {
  if (cohorts.length !== durations.times.length) throw new RangeError("one cohort for each row is needed");
  for (const code of cohorts) if (!(code >= -1 && code < count)) throw new RangeError(`cohort ${code} of ${count}`);
  return Array.from({ length: count }, (_, cohort) => {
    const ofCohort = durations.times.map((time, row) => (cohorts[row] === cohort ? time : Number.NaN));
    const curve = kaplanMeier({ times: ofCohort, ended: durations.ended }, weights, confidence);
    if (curve.kind !== "estimated") return { n: curve.n, retention: times.map(() => curve) };
    return { n: curve.n, retention: times.map((time) => survivalAt(curve, time)) };
  });
}
