/** The estimated model with the uncertainty of everything in it. */
import {
  bootstrapPathModelAtOnce,
  type PathModelBootstrap,
} from "@manyi/statistics/path-model/bootstrap/bootstrap-path-model";
import type { PathModelStatistic } from "@manyi/statistics/path-model/bootstrap/statistic";
import type { NoPathModel, PathModelFit } from "@manyi/statistics/path-model/fit";
import type { InnerScheme } from "@manyi/statistics/path-model/path-model";
import type { PathSample } from "@manyi/statistics/path-model/path-sample";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { cannot, notConverged, noVariation, tooFewAnswers } from "../result/outcomes.ts";
import type { AskedModel } from "./asked-model.ts";
import { pathWords as words } from "./words.ts";

export interface FittedModel {
  readonly kind: "fitted";
  readonly asked: AskedModel;
  readonly fit: PathModelFit;
  /** Null where too many resamples had no solution. */
  readonly bootstrap: PathModelBootstrap | null;
  readonly resamples: number;
  /** Null for what the model, or the bootstrap, does not have. */
  readonly found: (statistic: PathModelStatistic) => FoundStatistic | null;
}

export interface FoundStatistic {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly pValue: number | null;
}

/** The same for the same answers. */
export const seed = 20_090_422;

/** Beyond so many respondents fewer resamples are taken, as each costs more and tells more. */
const manyRespondents = 20_000;
const [usualResamples, leastResamples] = [1000, 200];

export function resamplesFor({ resamples }: AnalysisOf<"path-model">, rows: number): number {
  if (resamples !== undefined) return resamples;
  return Math.max(leastResamples, Math.round(usualResamples * Math.min(1, manyRespondents / Math.max(1, rows))));
}

/** @param sample of everybody, or of a group */
export function bootstrapOf(
  { model, scales }: AskedModel,
  sample: PathSample,
  analysis: AnalysisOf<"path-model">,
  confidence: number,
) {
  return bootstrapPathModelAtOnce(sample, model, schemeOf(analysis), {
    resamples: resamplesFor(analysis, sample.columns[0].length),
    draws: { kind: "seeded", seed },
    confidence,
    scales,
    signChange: "construct",
    acceleration: analysis.interval === "bca" ? "leave-one-out" : "none",
  });
}

export function schemeOf({ scheme }: AnalysisOf<"path-model">): InnerScheme {
  return scheme ?? "path";
}

export function fittedModel(
  context: AnalysisContext,
  asked: AskedModel,
  analysis: AnalysisOf<"path-model">,
): FittedModel | ImpossibleAnalysis {
  const result = bootstrapOf(asked, asked.sample, analysis, context.plan.confidence);
  const { kind } = result;
  if (kind !== "estimated" && kind !== "too-many-failed") return unfitted(context, asked, result);
  const bootstrap = kind === "estimated" ? result : null;
  const found = new Map(
    bootstrap?.estimates.map((estimate): [string, FoundStatistic] => {
      const { value, statistic } = estimate;
      if (estimate.kind === "too-many-failed") return [keyOf(statistic), { value, interval: null, pValue: null }];
      const { bca, percentile, test } = estimate;
      const accelerated = bca.kind === "estimated" ? bca.interval : null;
      const interval = analysis.interval === "bca" ? accelerated : percentile;
      return [keyOf(statistic), { value, interval, pValue: test.kind === "tested" ? test.pValue : null }];
    }),
  );
  return {
    kind: "fitted",
    asked,
    fit: result.fit,
    bootstrap,
    resamples: result.resamples,
    found: (statistic) => found.get(keyOf(statistic)) ?? null,
  };
}

function keyOf(statistic: PathModelStatistic): string {
  return JSON.stringify(Object.entries(statistic).toSorted(([a], [b]) => a.localeCompare(b)));
}

function unfitted(context: AnalysisContext, { nameOf }: AskedModel, problem: NoPathModel): ImpossibleAnalysis {
  switch (problem.kind) {
    case "too-few-answers":
      return tooFewAnswers(problem.n, problem.required);
    case "no-variation":
      return noVariation(labelOf(context, problem.item));
    case "singular":
      return cannot("singular", words.singular(nameOf(problem.construct)));
    case "unrelated":
      return cannot("unsuitable", words.unrelated(nameOf(problem.construct)));
    case "not-converged":
      return notConverged(problem.iterations);
  }
}
