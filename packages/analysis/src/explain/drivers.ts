/** What goes with overall satisfaction: shares of its explained variance by Shapley (LMG) and Johnson. */
import type { DriverIntervalsResult } from "@manyi/statistics/drivers/driver-intervals";
import type { Contributions } from "@manyi/statistics/drivers/driver-problem";
import type { DriverSample } from "@manyi/statistics/drivers/driver-sample";
import { driverMoments, outcomeOf } from "../index/item-weights.ts";
import type { IndexItem } from "../plan/analysis-plan.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Driver, DriverResult, ShareOfExplained } from "../results/explain.ts";
import { methodsVersion } from "../version.ts";
import { completeCases } from "./complete-cases.ts";
import { type DriverParts, driverParts } from "./driver-parts.ts";

export function driverResult(run: Run): DriverResult {
  const { index, minimumGroup, confidence } = run.plan;
  const question = outcomeOf(run);
  if (question === null || index.length < 2) return { kind: "not-asked" };
  const outcome = question.column;
  const moments = driverMoments(run, question);
  const parts = driverParts({ sample: driverSample(run, question), moments, designN: run.designN, confidence });
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

function driver({ item }: IndexItem, i: number, parts: DriverParts): Driver {
  const { value, standardised, varianceInflation } = parts.fit.coefficients[i];
  const { standardError, pValue } = parts.tests[i];
  return {
    item: item.column,
    label: item.label,
    coefficient: value,
    standardError,
    pValue,
    standardised,
    varianceInflation,
    lmg: shareOfExplained(i, parts.lmg, parts.intervals.lmg),
    johnson: shareOfExplained(i, parts.johnson, parts.intervals.johnson),
    first: parts.simple.first[i],
    last: parts.simple.last[i],
    pratt: parts.simple.pratt[i],
    correlation: parts.correlations[i],
  };
}

function shareOfExplained(i: number, part: Contributions, from: DriverIntervalsResult): ShareOfExplained {
  return {
    share: part.shares[i],
    raw: part.raw[i],
    interval: from.kind === "estimated" ? limits(from.intervals[i]) : null,
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
