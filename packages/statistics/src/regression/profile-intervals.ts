/**
 * Intervals of the coefficients of a logit by profile likelihood: all values at which the likelihood, the other coefficients at their
 * best, falls no more than half a chi-square below its highest. Few answers, rare ones and strong effects make the likelihood lopsided;
 * Wald's limits, which take it for a parabola, then cover less than they say. And where predictors separate, so that an odds ratio has
 * no estimate, it still has the limit on the side of the finite ones.
 */
import type { ConstantOutcome, SingularPredictors } from "../design-variance/regression-problem.ts";
import { chiSquareQuantile } from "../distribution/chi-square.ts";
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { zeroin } from "../root/zeroin.ts";
import {
  type LogitMaximum,
  type LogitProblem,
  maximiseLogit,
  type StoppingRule,
  toTheMaximum,
} from "./logit-maximum.ts";
import { type CoefficientName, interceptName } from "./model-coefficients.ts";
import { type ModelSample, modelSample, type NoModel, requireFrequencies } from "./model-sample.ts";
import { choiceMargins, isBoundedAbove, type Margins, separatingPredictors, singularIn } from "./separation.ts";
import type { Term } from "./terms.ts";

export type ProfileLimits =
  | { readonly kind: "estimated"; readonly interval: Interval }
  /** No upper limit: the likelihood stays near its highest however large the coefficient. */
  | { readonly kind: "no-upper-limit"; readonly lower: number; readonly confidence: number }
  | { readonly kind: "no-lower-limit"; readonly upper: number; readonly confidence: number }
  | { readonly kind: "no-limit" };

export interface ProfiledCoefficient extends CoefficientName {
  readonly limits: ProfileLimits;
}

export interface ProfileIntervals {
  readonly kind: "estimated";
  /** In log odds, the intercept first. */
  readonly coefficients: readonly ProfiledCoefficient[];
  /** Their exponentials; a ratio with a limit beyond all numbers is left out. No lower limit means from 0. */
  readonly oddsRatios: readonly ProfiledCoefficient[];
  /** Predictors that separate together; where there are any, some limits do not exist. */
  readonly separating: readonly string[];
  /** People; the sum of the frequencies. */
  readonly n: number;
  readonly events: number;
  readonly method: "logit/profile-likelihood";
}

/**
 * @param outcome 0 or 1, NaN = no answer
 * @param frequencies how many people each row stands for, or null. Weights of a survey have no likelihood to profile
 * @returns no-variation where nobody or everybody is a 1; limits of their own kind where predictors separate
 * @throws RangeError as `binaryLogit`
 * Source: Venzon & Moolgavkar 1988, Applied Statistics 37; Heinze & Schemper 2002 (under separation); R's `MASS:::confint.glm`.
 * Golden values: profile-intervals.test.ts
 */
export function profileIntervals(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
): ProfileIntervals | NoModel | ConstantOutcome {
  requireConfidence(confidence);
  requireFrequencies(frequencies);
  const odd = outcome.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`an outcome is 0 or 1, got ${odd}`);
  const sample = modelSample(outcome, terms, frequencies, 2);
  if (sample.kind !== "sample") return sample;
  const highest = highestLikelihood(outcome, sample);
  if (highest.kind !== "highest") return highest;
  const coefficients = [interceptName, ...sample.columns].map(({ variable, term, level }, place) => ({
    variable,
    term,
    level,
    limits: limitsOf(profileOf(highest, sample, place), highest, confidence),
  }));
  return {
    kind: "estimated",
    coefficients,
    oddsRatios: coefficients.flatMap((each) => {
      const limits = exponentials(each.limits);
      return limits === null ? [] : [{ ...each, limits }];
    }),
    separating: (highest.separating ?? []).map((place) => sample.columns[place].variable),
    n: sample.standardised.weight,
    events: highest.events,
    method: "logit/profile-likelihood",
  };
}

interface HighestLikelihood {
  readonly kind: "highest";
  readonly problem: LogitProblem;
  readonly logLikelihood: number;
  /** Where predictors separate: on the way to infinity, a millionth below the highest. */
  readonly fit: LogitMaximum;
  readonly margins: Margins;
  readonly separating: readonly number[] | null;
  readonly events: number;
}

function highestLikelihood(
  outcome: Float64Array,
  { standardised, weights, columns: names }: ModelSample,
): HighestLikelihood | ConstantOutcome | SingularPredictors {
  const { rows, columns, weight } = standardised;
  const counts = Float64Array.from(rows, (row) => weights[row]);
  const observed = Float64Array.from(rows, (row) => outcome[row]);
  const events = observed.reduce((sum, value, k) => sum + counts[k] * value, 0);
  if (!(events > 0 && events < weight)) return { kind: "no-variation" };
  const ones = new Float64Array(rows.length).fill(1);
  const signs = observed.map((value) => 2 * value - 1);
  const problem = { signs, counts, columns: [ones, ...columns], offset: null };
  const start = new Float64Array(problem.columns.length);
  start[0] = Math.log(events / (weight - events));
  const fit = maximiseLogit(problem, start, nearTo(1e-15, counts));
  const margins = choiceMargins(observed, 2, counts, columns);
  const separating = separatingPredictors(margins);
  if (separating === null && fit.inverse === null) {
    return singularIn(
      fit.dependent.map((place) => place - 1),
      names,
    );
  }
  const { logLikelihood } = fit;
  const base = separating === null ? fit : maximiseLogit(problem, start, nearTo(1e-6, counts));
  return { kind: "highest", problem, logLikelihood, fit: base, margins, separating, events };
}

/** To rest where no more than about this is left of the log-likelihood. What is gained beyond it, on the way to infinity, is rounding. */
function nearTo(rest: number, counts: Float64Array): StoppingRule {
  return { ...toTheMaximum, rest: Math.sqrt(rest / counts.reduce((sum, count) => sum + count, 0)) };
}

/** A coefficient held fixed while the others go to their best. */
interface Profile {
  readonly fixed: Float64Array;
  readonly free: readonly Float64Array[];
  /** Where the likelihood is highest, and the others there. */
  readonly value: number;
  readonly others: Float64Array;
  readonly step: number;
  /** The fixed coefficient as a function of those of the standardised model. */
  readonly functional: Float64Array;
  readonly toOwnUnits: (value: number) => number;
}

function profileOf({ problem, fit, separating }: HighestLikelihood, sample: ModelSample, place: number): Profile {
  const { columns } = problem;
  const { toOwnUnits, rows } = sample.standardised;
  const unit = (at: number) => Float64Array.from(columns, (_, j) => Number(j === at));
  // Of the intercept in own units, which is that of the standardised model less what the means of the predictors add.
  const functional = place === 0 ? Float64Array.from(columns, (_, j) => toOwnUnits(unit(j))[0]) : unit(place);
  const error = Math.sqrt(
    functional.reduce(
      (sum, a, i) =>
        sum + functional.reduce((row, b, j) => row + a * b * (fit.inverse?.values[i * columns.length + j] ?? 0), 0),
      0,
    ),
  );
  const free =
    place === 0
      ? sample.columns.map(({ values }, j) => {
          const unitOfSpread = toOwnUnits(unit(j + 1))[j + 1];
          // Not the standardised column moved back: where it is 0 it must be so to the last digit.
          return Float64Array.from(rows, (row) => values[row] * unitOfSpread);
        })
      : columns.filter((_, j) => j !== place);
  return {
    fixed: columns[place],
    free,
    value: functional.reduce((sum, each, j) => sum + each * fit.coefficients[j], 0),
    others: fit.coefficients.filter((_, j) => j !== place),
    // The error of a fit on its way to infinity says nothing.
    step: separating === null && error > 0 ? error : 1,
    functional,
    toOwnUnits: (value) => (place === 0 ? value : toOwnUnits(unit(place).map((each) => each * value))[place]),
  };
}

function limitsOf(profile: Profile, highest: HighestLikelihood, confidence: number): ProfileLimits {
  const { functional } = profile;
  const { margins, separating } = highest;
  const bounded = (side: 1 | -1) => {
    if (separating === null) return true;
    return isBoundedAbove(
      functional.map((each) => side * each),
      margins,
    );
  };
  const critical = Math.sqrt(chiSquareQuantile(confidence, 1));
  const lower = bounded(-1) ? limitOn(-1, profile, highest, critical) : null;
  const upper = bounded(1) ? limitOn(1, profile, highest, critical) : null;
  if (lower !== null && upper !== null) {
    return { kind: "estimated", interval: { lower, upper, confidence, method: "profile-likelihood" } };
  }
  if (lower !== null) return { kind: "no-upper-limit", lower, confidence };
  return upper !== null ? { kind: "no-lower-limit", upper, confidence } : { kind: "no-limit" };
}

/** Steps beyond which a limit counts as none; one that exists lies within a few. */
const farthestReach = 1e9;

/** Where the root of twice the loss of log-likelihood, which is nearly a straight line, meets the critical value. */
function limitOn(
  side: 1 | -1,
  profile: Profile,
  { problem, logLikelihood, separating }: HighestLikelihood,
  critical: number,
): number | null {
  const { fixed, free, value, step, toOwnUnits } = profile;
  const { counts } = problem;
  let { others } = profile;
  const loss = (trial: number) => {
    const offset = fixed.map((each) => trial * each);
    const conditional = { ...problem, columns: free, offset };
    let best = maximiseLogit(conditional, others, nearTo(1e-12, counts));
    if (best.state !== "converged") {
      const anew = maximiseLogit(conditional, new Float64Array(free.length), nearTo(1e-12, counts));
      if (anew.logLikelihood > best.logLikelihood) best = anew;
    }
    // What runs to infinity is no place to start from.
    if (separating === null) others = best.coefficients;
    return Math.sqrt(2 * Math.max(0, logLikelihood - best.logLikelihood)) - critical;
  };
  let inner = value;
  let outer = value + side * critical * step;
  for (let reach = critical * step; loss(outer) < 0; reach *= 2) {
    if (!(reach < farthestReach * step)) return null;
    inner = outer;
    outer = value + side * 2 * reach;
  }
  return toOwnUnits(loss(inner) < 0 ? zeroin(loss, inner, outer, 1e-9 * step) : inner);
}

/** Null where an exponential is beyond all numbers. */
function exponentials(limits: ProfileLimits): ProfileLimits | null {
  switch (limits.kind) {
    case "estimated": {
      const { interval } = limits;
      const own = { ...interval, lower: Math.exp(interval.lower), upper: Math.exp(interval.upper) };
      return Number.isFinite(own.upper) ? { kind: "estimated", interval: own } : null;
    }
    case "no-upper-limit": {
      const lower = Math.exp(limits.lower);
      return Number.isFinite(lower) ? { ...limits, lower } : null;
    }
    case "no-lower-limit": {
      const upper = Math.exp(limits.upper);
      return Number.isFinite(upper) ? { ...limits, upper } : null;
    }
    case "no-limit":
      return limits;
  }
}
