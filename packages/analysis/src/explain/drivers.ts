/** What goes with overall satisfaction: shares of its explained variance by Shapley (LMG) and Johnson. */
import { type DesignBasedErrors, designBasedErrors } from "@manyi/statistics/drivers/design-based-errors";
import {
  bootstrapJohnson,
  bootstrapLmgAndJohnson,
  type DriverIntervalsResult,
} from "@manyi/statistics/drivers/driver-intervals";
import type { Contributions, NoDrivers } from "@manyi/statistics/drivers/driver-problem";
import type { DriverSample } from "@manyi/statistics/drivers/driver-sample";
import { firstLastPratt, type SimpleImportance } from "@manyi/statistics/drivers/first-last-pratt";
import { johnsonRelativeWeights } from "@manyi/statistics/drivers/johnson";
import { type LinearRegression, linearRegression } from "@manyi/statistics/drivers/linear-regression";
import { exactLimit, type Lmg, lmg } from "@manyi/statistics/drivers/lmg";
import { correlationsWithOverall, driverMoments, outcomeOf } from "../index/item-weights.ts";
import type { IndexItem } from "../plan/analysis-plan.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Driver, DriverResult, ShareOfExplained } from "../results/explain.ts";
import { methodsVersion } from "../version.ts";
import { completeCases } from "./complete-cases.ts";

/** The same data give the same intervals. */
const bootstrapSeed = 20_090_301;

export function driverResult(run: Run): DriverResult {
  const { index, minimumGroup } = run.plan;
  const question = outcomeOf(run);
  if (question === null || index.length < 2) return { kind: "not-asked" };
  const outcome = question.column;
  const parts = driverParts(run, question);
  if (parts.kind !== "estimated") return { ...parts, outcome };
  if (parts.fit.n < minimumGroup) return { kind: "too-few-answers", outcome, n: 0, required: minimumGroup };
  return {
    kind: "estimated",
    outcome,
    outcomeLabel: question.label,
    n: parts.fit.n,
    rSquared: parts.fit.rSquared,
    adjustedRSquared: parts.fit.adjustedRSquared,
    drivers: index.map((entry, i) => driver(entry, i, parts)).sort((a, b) => b.lmg.share - a.lmg.share),
    exact: parts.lmg.exact,
    resamples: parts.resamples,
    version: methodsVersion,
    weight: run.weight,
  };
}

interface DriverParts {
  readonly kind: "estimated";
  readonly fit: LinearRegression;
  /** Standard errors and p-values of the coefficients; of the design where there are weights. */
  readonly tests: readonly { readonly standardError: number; readonly pValue: number | null }[];
  readonly lmg: Lmg;
  readonly johnson: Contributions;
  readonly simple: SimpleImportance;
  readonly correlations: readonly number[];
  readonly intervals: { readonly lmg: DriverIntervalsResult; readonly johnson: DriverIntervalsResult };
  readonly resamples: number;
}

/** All computations on the same complete cases; the first that is impossible says why none is shown. */
function driverParts(run: Run, outcome: RatedItem): DriverParts | NoDrivers {
  const moments = driverMoments(run, outcome);
  const target = run.plan.index.length;
  const fit = linearRegression(moments, target);
  if (fit.kind !== "estimated") return fit;
  const shapley = lmg(moments, target);
  if (shapley.kind !== "estimated") return shapley;
  const relative = johnsonRelativeWeights(moments, target);
  if (relative.kind !== "estimated") return relative;
  const simple = firstLastPratt(moments, target);
  if (simple.kind !== "estimated") return simple;
  const correlations = correlationsWithOverall(run);
  if (correlations === null) return { kind: "singular", variables: [outcome.column] };
  const sample = driverSample(run, outcome);
  const tests =
    sample.caseWeights === null
      ? fit.coefficients
      : weightedTests(designBasedErrors(sample, moments, fit, run.designN));
  const resamples = resamplesFor(target);
  const { confidence } = run.plan;
  const intervals = driverIntervals(sample, target, resamples, confidence);
  return { kind: "estimated", fit, tests, lmg: shapley, johnson: relative, simple, correlations, intervals, resamples };
}

function driverIntervals(
  sample: DriverSample,
  items: number,
  resamples: number,
  confidence: number,
): DriverParts["intervals"] {
  if (items <= exactLimit) return bootstrapLmgAndJohnson(sample, resamples, bootstrapSeed, confidence);
  if (items > mostResampledItems) return { lmg: noIntervals, johnson: noIntervals };
  return { lmg: noIntervals, johnson: bootstrapJohnson(sample, resamples, bootstrapSeed, confidence) };
}

function weightedTests(errors: DesignBasedErrors | NoDrivers): DriverParts["tests"] {
  if (errors.kind !== "estimated") return [];
  return [...errors.standardErrors].map((standardError, i) => ({ standardError, pValue: errors.pValues[i] }));
}

function driver({ item }: IndexItem, i: number, parts: DriverParts): Driver {
  const { value, standardised, varianceInflation } = parts.fit.coefficients[i];
  const { standardError, pValue } = parts.tests[i];
  const share = (part: Contributions, from: DriverIntervalsResult): ShareOfExplained => ({
    share: part.shares[i],
    raw: part.raw[i],
    interval: from.kind === "estimated" ? limits(from.intervals[i]) : null,
  });
  return {
    item: item.column,
    label: item.label,
    coefficient: value,
    standardError,
    pValue,
    standardised,
    varianceInflation,
    lmg: share(parts.lmg, parts.intervals.lmg),
    johnson: share(parts.johnson, parts.intervals.johnson),
    first: parts.simple.first[i],
    last: parts.simple.last[i],
    pratt: parts.simple.pratt[i],
    correlation: parts.correlations[i],
  };
}

function limits({ lower, upper, confidence }: { lower: number; upper: number; confidence: number }) {
  return { lower, upper, confidence };
}

function driverSample(run: Run, outcome: RatedItem): DriverSample {
  const questions = [...run.plan.index.map(({ item }) => item), outcome];
  const variables = questions.map(({ column }) => column);
  return { variables, ...completeCases(run, questions, run.weight), target: variables.length - 1 };
}

/** Shapley shares take 2^p steps a resample: with many items fewer resamples must do, and where the shares themselves are
 *  only sampled there are no intervals. */
function resamplesFor(items: number): number {
  return items <= 12 ? 1000 : 200;
}

const mostResampledItems = 40;
const noIntervals = { kind: "no-intervals", failed: 0 } as const;
