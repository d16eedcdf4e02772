/** What computes each family of further analyses. A family is a folder beside this file. */
import type { AnalysisFamily, AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { agreementAnalysis } from "./agreement/agreement-analysis.ts";
import type { AnalysisContext, FamilyAnswer } from "./analysis-context.ts";
import { correlationAnalysis } from "./correlation/correlation-analysis.ts";
import { crosstabAnalysis } from "./crosstab/crosstab-analysis.ts";
import { designVarianceAnalysis } from "./design-variance/design-variance-analysis.ts";
import { driversAnalysis } from "./drivers/drivers-analysis.ts";
import { effectAnalysis } from "./effect/effect-analysis.ts";
import { factorsAnalysis } from "./factors/factors-analysis.ts";
import { groupsAnalysis } from "./groups/groups-analysis.ts";
import { kanoAnalysis } from "./kano/kano-analysis.ts";
import { matrixAnalysis } from "./matrix/matrix-analysis.ts";
import { maxDiffAnalysis } from "./max-diff/max-diff-analysis.ts";
import { missingAnalysis } from "./missing/missing-analysis.ts";
import { pathModelAnalysis } from "./path-model/path-model-analysis.ts";
import { qualityAnalysis } from "./quality/quality-analysis.ts";
import { regressionAnalysis } from "./regression/regression-analysis.ts";
import { reliabilityAnalysis } from "./reliability/reliability-analysis.ts";
import { responseRatesAnalysis } from "./response-rates/response-rates-analysis.ts";
import { retentionAnalysis } from "./retention/retention-analysis.ts";
import { samplingAnalysis } from "./sampling/sampling-analysis.ts";
import { indexAnalysis } from "./satisfaction-index/index-analysis.ts";
import { scaleAnalysis } from "./scale/scale-analysis.ts";
import { scoresAnalysis } from "./scores/scores-analysis.ts";
import { servqualAnalysis } from "./servqual/servqual-analysis.ts";
import { suppressionAnalysis } from "./suppression/suppression-analysis.ts";
import { trendAnalysis } from "./trend/trend-analysis.ts";
import { weightsAnalysis } from "./weights/weights-analysis.ts";

/** @returns the answer; never throws on data that the check of the study lets through */
export type Family<F extends AnalysisFamily> = (context: AnalysisContext, analysis: AnalysisOf<F>) => FamilyAnswer;

export const families: { readonly [F in AnalysisFamily]: Family<F> } = {
  agreement: agreementAnalysis,
  correlation: correlationAnalysis,
  crosstab: crosstabAnalysis,
  "design-variance": designVarianceAnalysis,
  drivers: driversAnalysis,
  effect: effectAnalysis,
  factors: factorsAnalysis,
  groups: groupsAnalysis,
  index: indexAnalysis,
  kano: kanoAnalysis,
  matrix: matrixAnalysis,
  "max-diff": maxDiffAnalysis,
  missing: missingAnalysis,
  "path-model": pathModelAnalysis,
  quality: qualityAnalysis,
  regression: regressionAnalysis,
  reliability: reliabilityAnalysis,
  "response-rates": responseRatesAnalysis,
  retention: retentionAnalysis,
  sampling: samplingAnalysis,
  scale: scaleAnalysis,
  scores: scoresAnalysis,
  servqual: servqualAnalysis,
  suppression: suppressionAnalysis,
  trend: trendAnalysis,
  weights: weightsAnalysis,
};
