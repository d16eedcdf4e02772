import type { CrossTable } from "../crosstab/table.ts";
import { studentQuantile, studentTwoSided } from "../distribution/student-t.ts";
import { type IntervalMethod, type TooFewAnswers, tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { type AtBoundary, type Correlation, fisherInterval, type NoVariation } from "./correlation.ts";
import { cellOf, cornersAt, smallestProbability } from "./latent-corners.ts";
import { type LatentTable, latentTable } from "./latent-table.ts";
import { twoStepStandardError } from "./two-step-error.ts";

export interface PolychoricCorrelation extends Correlation {
  /** z at which the latent variables are cut, ascending; one less than levels that somebody chose. */
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  /** Without the factor for the parameters that were fitted: what programs print that fit the thresholds too. */
  readonly asymptoticStandardError: number;
  /** The same as if the thresholds were known: too small, but what several programs print. */
  readonly conditionalStandardError: number;
  readonly converged: boolean;
  readonly iterations: number;
}

export type PolychoricResult = PolychoricCorrelation | AtBoundary | TooFewAnswers | NoVariation;

const maximumIterations = 100;

/**
 * Polychoric correlation in two steps: thresholds from the margins, then the ρ at which the score of the cells is 0. Nothing is added to
 * empty cells. The standard error takes the thresholds as estimated; with case weights it is linearised. Its squared influences are those of
 * a fit with as many parameters as thresholds and one more, and so too small: it is multiplied by √(n/(n − parameters)), n the effective one.
 * Interval on Fisher's scale, by t on n − parameters degrees of freedom.
 * @param table levels in order, at least one person in two rows and two columns; Σw and Σw² beside the counts where there are weights
 * @returns at-boundary where the likelihood rises to ±1, or no longer falls on the way there; no-variation where all are in one row or
 * column; too-few-answers unless there are more (effective) answers than parameters
 * @throws RangeError if the cells do not fit or one is negative, or confidence is outside (0, 1)
 * Source: Olsson 1979, Psychometrika 44. Golden values: golden/second/expected/survey_correlations.json, mobile_polychoric.json
 */
export function polychoricCorrelation(table: CrossTable, confidence: number): PolychoricResult {
  requireConfidence(confidence);
  const latent = latentTable(table);
  if (latent.kind !== "latent") return latent;
  const degreesOfFreedom = freedomOf(latent);
  if (degreesOfFreedom < 1) return tooFewAnswers(latent.n, latent.rows + latent.columns);
  const root = twoStepRoot(latent);
  if (root.kind === "at-boundary") return { ...root, n: latent.n };
  const { value, information, converged, iterations } = root;
  const asymptoticStandardError = twoStepStandardError(latent, value, information);
  const standardError = asymptoticStandardError * Math.sqrt(latent.effectiveN / degreesOfFreedom);
  return {
    kind: "estimated",
    value,
    standardError,
    asymptoticStandardError,
    ...fisherTest(value, standardError, degreesOfFreedom, confidence, "fisher-z-linearised"),
    n: latent.n,
    weightedBase: latent.weight,
    effectiveN: latent.effectiveN,
    rowThresholds: latent.rowThresholds,
    columnThresholds: latent.columnThresholds,
    conditionalStandardError: 1 / Math.sqrt((information * latent.effectiveN) / latent.weight),
    converged,
    iterations,
    method: "polychoric/two-step",
  };
}

/** Effective answers less the parameters that are fitted: thresholds and ρ. A hair more, for equal weights leave rounding. */
export function freedomOf({ rows, columns, effectiveN }: LatentTable): number {
  return effectiveN - (rows + columns - 1) + 1e-9;
}

/** t on Fisher's scale; in a handful of answers every influence may be 0, and then nothing says how sure ρ is. */
export function fisherTest(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
  method: IntervalMethod,
): Pick<Correlation, "statistic" | "degreesOfFreedom" | "pValue" | "interval"> {
  if (standardError < 1e-12) {
    const interval = fisherInterval(value, 0, confidence, "no-variation");
    return { statistic: null, degreesOfFreedom: null, pValue: value === 0 ? 1 : 0, interval };
  }
  const onFisherScale = standardError / (1 - value * value);
  const statistic = Math.atanh(value) / onFisherScale;
  const critical = -studentQuantile((1 - confidence) / 2, degreesOfFreedom);
  const interval = fisherInterval(value, critical * onFisherScale, confidence, method);
  return { statistic, degreesOfFreedom, pValue: studentTwoSided(statistic, degreesOfFreedom), interval };
}

type Root =
  | { readonly kind: "root"; value: number; information: number; converged: boolean; iterations: number }
  | Pick<AtBoundary, "kind" | "value">;

/**
 * Newton on the score, kept between the signs found so far. A step takes at most three quarters of what is left to ±1: beyond the
 * maximum the probabilities of filled cells vanish in rounding, and with them the sign.
 */
function twoStepRoot(latent: LatentTable): Root {
  let [low, high] = [-1, 1];
  let value = start(latent);
  let information = 0;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const at = scoreAt(latent, value);
    information = at.information;
    if (at.score > 0) low = value;
    else high = value;
    const next = at.score === 0 ? value : nextValue(value, at, low, high);
    if (1 - Math.abs(next) < 1e-6) return { kind: "at-boundary", value: next > 0 ? 1 : -1 };
    converged = Math.abs(next - value) < 1e-14;
    value = next;
  }
  // A likelihood that is flat or bends upwards has no root to speak of.
  if (!(information > 0) || isFlatBeyond(latent, value)) return { kind: "at-boundary", value: value < 0 ? -1 : 1 };
  return { kind: "root", value, information, converged, iterations };
}

/**
 * Whether the likelihood stays as it is on the way to ±1: with an empty corner the probability of that cell falls to 0 long before, and the
 * score with it, so that a step ends anywhere there.
 */
function isFlatBeyond(latent: LatentTable, value: number): boolean {
  const further = Math.sign(value) * (1 - (1 - Math.abs(value)) / 4);
  return logLikelihoodAt(latent, value) - logLikelihoodAt(latent, further) < 1e-9 * latent.weight;
}

function logLikelihoodAt(latent: LatentTable, correlation: number): number {
  const { rows, columns, cells } = latent;
  const { probability } = cornersAt(latent, correlation);
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = cells[i * columns + j];
      if (count > 0) sum += count * Math.log(Math.max(cellOf(probability, i, j, columns), smallestProbability));
    }
  }
  return sum;
}

function nextValue(value: number, at: { score: number; information: number }, low: number, high: number): number {
  const newton = at.information > 0 ? at.score / at.information : Math.sign(at.score);
  const room = 0.75 * (1 - Math.abs(value));
  const down = value < 0 ? room : 0.5;
  const up = value > 0 ? room : 0.5;
  const next = value + Math.max(-down, Math.min(up, newton));
  return next > low && next < high ? next : (low + high) / 2;
}

/** Pearson's r of the levels' places, drawn in from ±1. */
function start({ rows, columns, cells, weight }: LatentTable): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const share = cells[i * columns + j] / weight;
      x += share * i;
      y += share * j;
      xx += share * i * i;
      yy += share * j * j;
      xy += share * i * j;
    }
  }
  const spread = (xx - x * x) * (yy - y * y);
  return spread > 0 ? Math.max(-0.9, Math.min(0.9, (xy - x * y) / Math.sqrt(spread))) : 0;
}

/** First derivative of the log-likelihood by ρ, and the negative of its second. */
function scoreAt(latent: LatentTable, correlation: number): { score: number; information: number } {
  const { rows, columns, cells } = latent;
  const { probability, slope, curvature } = cornersAt(latent, correlation);
  let score = 0;
  let information = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = cells[i * columns + j];
      if (count === 0) continue;
      const p = Math.max(cellOf(probability, i, j, columns), smallestProbability);
      const relative = cellOf(slope, i, j, columns) / p;
      score += count * relative;
      information += count * (relative * relative - cellOf(curvature, i, j, columns) / p);
    }
  }
  return { score, information };
}
