/** What goes with overall satisfaction: shares of its explained variance by Shapley (LMG) and Johnson. */
import { bootstrapJohnson, bootstrapLmg, type DriverSample } from "@manyi/statistics/drivers/driver-intervals";
import { firstLastPratt } from "@manyi/statistics/drivers/first-last-pratt";
import { johnsonRelativeWeights } from "@manyi/statistics/drivers/johnson";
import { linearRegression } from "@manyi/statistics/drivers/linear-regression";
import { lmg } from "@manyi/statistics/drivers/lmg";
import { correlationsWithOverall, driverMoments } from "../index/item-weights.ts";
import type { Run } from "../plan/run.ts";
import type { Driver, DriverResult, ShareOfExplained } from "../results/explain.ts";
import { methodsVersion } from "../version.ts";
import { completeCases } from "./complete-cases.ts";

/** The same data give the same intervals. */
const bootstrapSeed = 20_090_301;

export function driverResult(run: Run): DriverResult {
  const { overall } = run.plan.measures;
  const { index } = run.plan;
  if (overall === null || index.length < 2 || index.some(({ item }) => item.column === overall.column))
    return { kind: "not-asked" };
  const outcome = overall.column;
  const m = driverMoments(run, outcome);
  const target = index.length;
  const fit = linearRegression(m, target);
  const shapley = lmg(m, target);
  const relative = johnsonRelativeWeights(m, target);
  const simple = firstLastPratt(m, target);
  if (fit.kind !== "estimated") return { ...fit, outcome };
  if (shapley.kind !== "estimated") return { ...shapley, outcome };
  if (relative.kind !== "estimated") return { ...relative, outcome };
  if (simple.kind !== "estimated") return { ...simple, outcome };
  const sample = driverSample(run, outcome);
  const resamples = resamplesFor(index.length);
  const intervals = {
    lmg: bootstrapLmg(sample, resamples, bootstrapSeed, run.plan.confidence),
    johnson: bootstrapJohnson(sample, resamples, bootstrapSeed, run.plan.confidence),
  };
  const correlations = correlationsWithOverall(run) ?? [];
  const share = (
    part: { shares: Float64Array; raw: Float64Array },
    from: typeof intervals.lmg,
    i: number,
  ): ShareOfExplained => ({
    share: part.shares[i],
    raw: part.raw[i],
    interval: from.kind === "estimated" ? limits(from.intervals[i]) : null,
  });
  const drivers = index.map(({ item }, i): Driver => {
    const { value, standardError, pValue, standardised, varianceInflation } = fit.coefficients[i];
    return {
      item: item.column,
      label: item.label,
      coefficient: value,
      standardError,
      pValue: pValue ?? 0,
      standardised,
      varianceInflation,
      lmg: share(shapley, intervals.lmg, i),
      johnson: share(relative, intervals.johnson, i),
      first: simple.first[i],
      last: simple.last[i],
      pratt: simple.pratt[i],
      correlation: correlations[i] ?? 0,
    };
  });
  return {
    kind: "estimated",
    outcome,
    outcomeLabel: overall.label,
    n: fit.n,
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    drivers: drivers.sort((a, b) => b.lmg.share - a.lmg.share),
    exact: shapley.exact,
    resamples,
    version: methodsVersion,
    weight: run.weight,
  };
}

function limits({ lower, upper, confidence }: { lower: number; upper: number; confidence: number }) {
  return { lower, upper, confidence };
}

function driverSample(run: Run, outcome: string): DriverSample {
  const variables = [...run.plan.index.map(({ item }) => item.column), outcome];
  return { variables, ...completeCases(run, variables, run.weight), target: variables.length - 1 };
}

/** Shapley shares take 2^p steps a resample: with many items fewer resamples must do. */
function resamplesFor(items: number): number {
  return items <= 12 ? 1000 : 200;
}
