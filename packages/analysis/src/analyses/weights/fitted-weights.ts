/** Weights fitted to the population, or why they cannot be. */
import type { CalibrationStep } from "@manyi/statistics/weights/calibration-step";
import { normalisedWeights } from "@manyi/statistics/weights/normalisation";
import { postStratify } from "@manyi/statistics/weights/post-stratification";
import { rake } from "@manyi/statistics/weights/raking";
import { trimWeights } from "@manyi/statistics/weights/trimming";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import { cannot, notConverged } from "../result/outcomes.ts";
import type { PopulationMargin } from "./population-cells.ts";
import { weightsWords as words } from "./words.ts";

export interface FittedWeights {
  readonly kind: "fitted";
  readonly margins: readonly PopulationMargin[];
  /** 1 for each respondent who takes part. */
  readonly counts: Float64Array;
  /** All with a mean of 1 over those who take part. */
  readonly base: Float64Array;
  readonly adjusted: Float64Array;
  readonly step: CalibrationStep;
  /** Null where nothing is to be trimmed, or cannot be. */
  readonly trimmed: Float64Array | null;
  readonly isTrimTooNarrow: boolean;
}

/** @param weights of the study before adjustment, null for none
 *  @param trim bounds in multiples of the mean weight */
export function fittedWeights(
  margins: readonly PopulationMargin[],
  weights: Float64Array | null,
  trim: AnalysisOf<"weights">["trim"],
): FittedWeights | ImpossibleAnalysis {
  const strangers = margins.flatMap((margin) => margin.strangers);
  if (strangers.length > 0) return cannot("unsuitable", words.withoutPopulation(strangers));
  const rows = margins[0].margin.codes.length;
  const takesPart = (row: number) =>
    margins.every(({ margin }) => margin.codes[row] !== -1) && (weights === null || weights[row] > 0);
  const counts = Float64Array.from({ length: rows }, (_, row) => (takesPart(row) ? 1 : 0));
  const base = normalisedWeights(counts.map((taken, row) => taken * (weights?.[row] ?? 1)));
  if (base === null) return cannot("too-few-answers", words.noTargets);
  const n = counts.reduce((a, b) => a + b, 0);
  // In numbers of respondents, so that the fitted weights have a mean of 1.
  const targets = margins.map(({ margin }) => ({ ...margin, targets: margin.targets.map((share) => share * n) }));
  if (targets.some((margin) => margin.targets.every((target) => target === 0)))
    return cannot("unsuitable", words.noTargets);
  const found = targets.length === 1 ? postStratify(base, targets[0]) : rake(base, targets);
  switch (found.kind) {
    case "raked":
    case "post-stratified": {
      const trimmed = trim === undefined ? null : trimWeights(found.weights, trim.lower ?? 0, trim.upper);
      return {
        kind: "fitted",
        margins,
        counts,
        base,
        adjusted: found.weights,
        step: found.step,
        trimmed: trimmed?.kind === "trimmed" ? trimmed.weights : null,
        isTrimTooNarrow: trimmed?.kind === "bounds-too-narrow",
      };
    }
    case "not-converged":
      return notConverged(found.iterations);
    case "margins-disagree":
      return cannot("unsuitable", words.disagree);
    case "empty-category":
    case "category-without-population": {
      const margin = margins.find((each) => each.margin.name === found.margin) ?? margins[0];
      const category = [margin.categories[found.category].label];
      return cannot(
        "unsuitable",
        found.kind === "empty-category" ? words.empty(category) : words.withoutPopulation(category),
      );
    }
    case "unknown-category":
      return cannot("unsuitable", words.disagree);
  }
}
