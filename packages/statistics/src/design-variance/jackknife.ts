import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { type LonelyStrata, lonelyStrata, psuTotals } from "./design-covariance.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows, countOf, degreesOfFreedomOf, requireAnswers } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

export interface JackknifeEstimate {
  readonly kind: "estimated";
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly n: number;
  /** PSUs left out, one after the other. */
  readonly replicates: number;
  readonly degreesOfFreedom: number;
  readonly method: "jackknife-n";
}

/** Of all rows, or without one of the PSUs, the statistic is not a number. */
export interface UndefinedStatistic {
  readonly kind: "undefined-statistic";
  /** The PSU left out; null = none. */
  readonly without: number | null;
}

/**
 * Any smooth function of weighted totals with the stratified jackknife (JKn): each PSU in turn is left out and the others of its
 * stratum take over its weight. A check on the linearised error, and the way to an error where a derivative is hard to write.
 * @param columns variables whose totals the statistic takes, NaN = no answer; rows must have an answer to all
 * @param statistic from the totals of the columns to a number: `([y, one]) => y / one` is a mean
 * @returns lonely-psu where a stratum has one PSU, unless the design calls it certain
 * @throws RangeError if lengths differ, the design's weights were calibrated (its replicates would have to be, too), or confidence
 *   is outside (0, 1)
 * Source: Wolter 2007, Introduction to Variance Estimation, 4.5; R's `survey::as.svrepdesign(type = "JKn")`, centred on the mean of
 * the replicates. Golden values: synth_public_complexdesign (jackknife_JKn_t2_se)
 */
export function jackknife(
  design: SurveyDesign,
  columns: readonly Float64Array[],
  statistic: (totals: Float64Array) => number,
  confidence: number,
  domain: Domain = null,
): JackknifeEstimate | NoDesignEstimate | LonelyStrata | UndefinedStatistic {
  requireConfidence(confidence);
  if (design.calibration.length > 0)
    throw new RangeError("replicates of calibrated weights must be calibrated themselves");
  const isAnswered = answeredRows(design, columns, domain);
  const n = countOf(isAnswered);
  const tooFew = requireAnswers(n);
  if (tooFew !== null) return tooFew;
  const lonely = lonelyStrata(design);
  if (lonely.length > 0 && design.lonelyPsu !== "certainty") return { kind: "lonely-psu", strata: lonely };
  const degreesOfFreedom = degreesOfFreedomOf(design, isAnswered);
  if (typeof degreesOfFreedom !== "number") return degreesOfFreedom;
  const byPsu = columns.map((column) =>
    psuTotals(
      design,
      column.map((value, row) => (isAnswered[row] === 1 ? design.weights[row] * value : 0)),
    ),
  );
  const value = statistic(Float64Array.from(byPsu, sumOf));
  if (!Number.isFinite(value)) return { kind: "undefined-statistic", without: null };
  const found = replicateValues(design, byPsu, statistic);
  const odd = found.values.findIndex((replicate) => !Number.isFinite(replicate));
  if (odd >= 0) return { kind: "undefined-statistic", without: found.psus[odd] };
  const standardError = Math.sqrt(varianceOfReplicates(design, found));
  if (!Number.isFinite(standardError)) return { kind: "undefined-statistic", without: null };
  const interval = studentInterval(value, standardError, degreesOfFreedom, confidence, "jackknife-t");
  const replicates = found.psus.length;
  return { kind: "estimated", value, standardError, interval, n, replicates, degreesOfFreedom, method: "jackknife-n" };
}

interface Replicates {
  readonly psus: Int32Array;
  readonly values: Float64Array;
}

/** T − T_h + (T_h − z_i) n_h/(n_h − 1) for each PSU i of a stratum h with more than one. */
function replicateValues(
  { psuCount, stratumOf, psusInStratum }: SurveyDesign,
  byPsu: readonly Float64Array[],
  statistic: (totals: Float64Array) => number,
): Replicates {
  const strata = byPsu.map((totals) => {
    const sums = new Float64Array(psusInStratum.length);
    for (let psu = 0; psu < psuCount; psu++) sums[stratumOf[psu]] += totals[psu];
    return sums;
  });
  const all = byPsu.map(sumOf);
  const psus = Int32Array.from({ length: psuCount }, (_, psu) => psu).filter(
    (psu) => psusInStratum[stratumOf[psu]] > 1,
  );
  const values = Float64Array.from(psus, (psu) => {
    const stratum = stratumOf[psu];
    const growth = psusInStratum[stratum] / (psusInStratum[stratum] - 1);
    return statistic(
      Float64Array.from(byPsu, (totals, column) => {
        const own = strata[column][stratum];
        return all[column] - own + (own - totals[psu]) * growth;
      }),
    );
  });
  return { psus, values };
}

function varianceOfReplicates({ stratumOf, psusInStratum, correction }: SurveyDesign, found: Replicates): number {
  const mean = sumOf(found.values) / found.values.length;
  let variance = 0;
  found.psus.forEach((psu, place) => {
    const drawn = psusInStratum[stratumOf[psu]];
    variance += ((correction[stratumOf[psu]] * (drawn - 1)) / drawn) * (found.values[place] - mean) ** 2;
  });
  return variance;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
