/** Everything that is said of drivers, from one set of complete cases; the first computation that is impossible says why none is shown. */
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
import { correlationMatrix } from "@manyi/statistics/moments/correlation-matrix";
import type { Moments } from "@manyi/statistics/moments/moments";

/** The same data give the same intervals. */
const bootstrapSeed = 20_090_301;

export interface DriverParts {
  readonly kind: "estimated";
  readonly fit: LinearRegression;
  /** Standard errors and p-values of the coefficients; of the design where there are weights. */
  readonly tests: readonly { readonly standardError: number; readonly pValue: number | null }[];
  readonly lmg: Lmg;
  readonly johnson: Contributions;
  readonly simple: SimpleImportance;
  /** Of each item with the outcome. */
  readonly correlations: readonly number[];
  readonly intervals: { readonly lmg: DriverIntervalsResult; readonly johnson: DriverIntervalsResult };
  readonly resamples: number;
}

/** What is analysed: complete cases with the outcome last, and their moments. */
export interface DriverCases {
  readonly sample: DriverSample;
  readonly moments: Moments;
  /** Respondents of the whole sample. */
  readonly designN: number;
  readonly confidence: number;
}

export function driverParts({ sample, moments, designN, confidence }: DriverCases): DriverParts | NoDrivers {
  const { target } = sample;
  const fit = linearRegression(moments, target);
  if (fit.kind !== "estimated") return fit;
  const shapley = lmg(moments, target);
  if (shapley.kind !== "estimated") return shapley;
  const relative = johnsonRelativeWeights(moments, target);
  if (relative.kind !== "estimated") return relative;
  const simple = firstLastPratt(moments, target);
  if (simple.kind !== "estimated") return simple;
  const together = correlationMatrix(moments);
  if (together.kind !== "estimated") return { kind: "singular", variables: together.variables };
  const { matrix } = together;
  const correlations = fit.coefficients.map((_, i) => matrix.values[i * matrix.columns + target]);
  const tests =
    sample.caseWeights === null ? fit.coefficients : weightedTests(designBasedErrors(sample, moments, fit, designN));
  const resamples = resamplesFor(target);
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

/** Shapley shares take 2^p steps a resample: with many items fewer resamples must do, and where the shares themselves are
 *  only sampled there are no intervals. */
function resamplesFor(items: number): number {
  return items <= 12 ? 1000 : 200;
}

const mostResampledItems = 40;
const noIntervals = { kind: "no-intervals", failed: 0 } as const;
