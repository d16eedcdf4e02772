/** How many things are behind the items, and which items belong to which? */

import type { NoFactors } from "@manyi/statistics/factors/factor-problem";
import { maximumLikelihoodFactors } from "@manyi/statistics/factors/maximum-likelihood-factors";
import { oblimin } from "@manyi/statistics/factors/oblimin";
import { parallelAnalysis } from "@manyi/statistics/factors/parallel-analysis";
import { type FewerFactors, principalAxisFactors } from "@manyi/statistics/factors/principal-axis-factors";
import { promax } from "@manyi/statistics/factors/promax";
import { ordered, type RotatedFactors } from "@manyi/statistics/factors/rotation";
import { varimax } from "@manyi/statistics/factors/varimax";
import type { Matrix } from "@manyi/statistics/linear-algebra/matrix";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { AnalysisOutcome, ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { cannot, caution, computed, notConverged, reading } from "../result/outcomes.ts";
import type { Exploration } from "./exploration.ts";
import { suitabilityTable } from "./exploratory-fit-table.ts";
import { impossible, itemSample, polychoricSample } from "./item-sample.ts";
import { factorRemarks, loadingParts } from "./loadings-table.ts";
import { screeChart } from "./scree-chart.ts";
import { factorWords as words } from "./words.ts";

type Settings = AnalysisOf<"factors">;

const extractions = { "maximum-likelihood": maximumLikelihoodFactors, "principal-axis": principalAxisFactors } as const;

const rotations = {
  oblimin,
  promax,
  varimax,
  none: (loadings: Matrix): RotatedFactors => ({ ...ordered(loadings, null), converged: true, iterations: 0 }),
} as const;

/** Sets of chance, the quantile above which an eigenvalue is more than chance, and a seed that stays. */
const parallel = { replicates: 500, quantile: 0.95, seed: 20_190_301 } as const;

export function exploratoryAnalysis(context: AnalysisContext, analysis: Settings): FamilyAnswer {
  const items = analysis.items ?? leavesOf(context.plan.definition.indicators ?? []).map(({ question }) => question);
  const method = words.exploratoryMethod(
    analysis.method ?? "maximum-likelihood",
    analysis.rotation ?? "oblimin",
    analysis.correlation ?? "pearson",
  );
  return { title: words.exploratory, method, outcome: explored(context, analysis, items) };
}

function explored(context: AnalysisContext, analysis: Settings, items: readonly string[]): AnalysisOutcome {
  const answered = itemSample(context, items);
  if (answered.kind === "cannot") return answered;
  const isPolychoric = analysis.correlation === "polychoric";
  const sample = isPolychoric ? polychoricSample(context, answered) : answered;
  if (sample.kind === "cannot") return sample;
  const chance = parallelAnalysis(sample.moments, parallel);
  if (chance.kind !== "estimated") return impossible(context, chance);
  const wanted = analysis.factors ?? chance.factors;
  const scree = screeChart(chance);
  if (wanted === 0) {
    return computed(
      scree,
      reading(words.nothingCommon),
      suitabilityTable({ sample, isPolychoric, solution: null }, context),
    );
  }
  const extract = extractions[analysis.method ?? "maximum-likelihood"];
  const solution = extract(sample.moments, wanted);
  if (solution.kind !== "estimated") return unsolved(context, solution);
  if (!solution.converged) return notConverged(solution.iterations);
  const rotation = analysis.rotation ?? "oblimin";
  const rotated = rotations[rotation](solution.loadings);
  const exploration: Exploration = { sample, isPolychoric, solution, rotated, parallel: chance };
  return computed(
    reading(words.found(wanted, chance.factors)),
    scree,
    ...loadingParts(exploration, context),
    suitabilityTable(exploration, context),
    ...(rotated.converged ? [] : [caution(words.rotationUnfinished)]),
    ...factorRemarks(exploration, context),
  );
}

function unsolved(context: AnalysisContext, problem: NoFactors | FewerFactors): ImpossibleAnalysis {
  return problem.kind === "too-many-factors" || problem.kind === "fewer-factors"
    ? cannot("unsuitable", words.tooMany(problem.most))
    : impossible(context, problem);
}
