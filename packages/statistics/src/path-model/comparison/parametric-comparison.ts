/**
 * Do a path, an index, a loading differ between two groups of customers, more than chance would make them? First of all the constructs
 * must mean the same in both groups (`measurement-invariance`); then either test may be used.
 */

import { welchTest } from "../../comparison/welch.ts";
import type { Interval } from "../../estimate/estimate.ts";
import { requireConfidence } from "../../estimate/interval.ts";
import type { PathModelBootstrap } from "../bootstrap/bootstrap-path-model.ts";
import type { PathModelStatistic } from "../bootstrap/statistic.ts";

export type StatisticDifference =
  | {
      readonly kind: "tested";
      readonly statistic: PathModelStatistic;
      readonly values: readonly [number, number];
      /** First less second. */
      readonly difference: number;
      readonly standardError: number;
      readonly interval: Interval;
      readonly t: number;
      readonly degreesOfFreedom: number;
      /** Two-sided, of this difference alone: adjust where many are looked at. */
      readonly pValue: number;
    }
  | { readonly kind: "no-variation"; readonly statistic: PathModelStatistic }
  /** Too many resamples of a group have not this statistic. */
  | { readonly kind: "too-many-failed"; readonly statistic: PathModelStatistic };

/**
 * Differences of all statistics that both groups have, by Welch's t with the bootstrap's standard errors and Satterthwaite's degrees of
 * freedom; variances and sizes may differ. With case weights Kish's effective n stands for n.
 * @param first, second bootstraps of the same model in two groups of different respondents
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Sarstedt, Henseler & Ringle 2011, 3.2 (parametric, unequal variances)
 */
export function comparedBootstraps(
  first: PathModelBootstrap,
  second: PathModelBootstrap,
  confidence: number,
): readonly StatisticDifference[] {
  requireConfidence(confidence);
  const others = new Map(second.estimates.map((each) => [JSON.stringify(each.statistic), each]));
  return first.estimates.flatMap((own): readonly StatisticDifference[] => {
    const { statistic } = own;
    const other = others.get(JSON.stringify(statistic));
    if (other === undefined) return [];
    if (own.kind === "too-many-failed" || other.kind === "too-many-failed")
      return [{ kind: "too-many-failed", statistic }];
    const side = (value: number, standardError: number, { effectiveN }: PathModelBootstrap) => {
      return { mean: value, variance: standardError ** 2, degreesOfFreedom: Math.max(1, effectiveN - 1) };
    };
    // Replicates without variation have the spread of rounding.
    const isStill = own.bca.kind === "no-interval" && own.bca.reason === "no-variation";
    const test = isStill
      ? null
      : welchTest(
          side(own.value, own.standardError, first),
          side(other.value, other.standardError, second),
          confidence,
        );
    if (test === null) return [{ kind: "no-variation", statistic }];
    const { standardError, interval, degreesOfFreedom, pValue } = test;
    const values = [own.value, other.value] as const;
    const difference = own.value - other.value;
    const tested = {
      statistic,
      values,
      difference,
      standardError,
      interval,
      t: test.statistic,
      degreesOfFreedom,
      pValue,
    };
    return [{ kind: "tested", ...tested }];
  });
}
