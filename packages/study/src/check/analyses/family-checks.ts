/** What single families check of their own settings; those that are not here need no more than their schema says. */
import type { AnalysisDefinition, AnalysisFamily } from "../../definition/analyses/analysis-definition.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import type { Issue } from "../../issue/issue.ts";
import { checkAgreement } from "./check-agreement.ts";
import { checkCorrelation } from "./check-correlation.ts";
import { checkCrosstab } from "./check-crosstab.ts";
import { checkDesignVariance } from "./check-design-variance.ts";
import { checkDrivers } from "./check-drivers.ts";
import { checkEffect } from "./check-effect.ts";
import { checkFactors } from "./check-factors.ts";
import { checkGroups } from "./check-groups.ts";
import { checkIndex } from "./check-index.ts";
import { checkKano } from "./check-kano.ts";
import { checkMatrix } from "./check-matrix.ts";
import { checkMaxDiff } from "./check-max-diff.ts";
import { checkMissing } from "./check-missing.ts";
import { checkPathModel } from "./check-path-model.ts";
import { checkQuality } from "./check-quality.ts";
import { checkScale, checkScores } from "./check-questions.ts";
import { checkRegression } from "./check-regression.ts";
import { checkReliability } from "./check-reliability.ts";
import { checkResponseRates } from "./check-response-rates.ts";
import { checkRetention } from "./check-retention.ts";
import { checkSampling } from "./check-sampling.ts";
import { checkServqual } from "./check-servqual.ts";
import { checkSuppression } from "./check-suppression.ts";
import { checkTrend } from "./check-trend.ts";
import { checkWeights } from "./check-weights.ts";

import type { FamilyCheck, PlaceOf } from "./family-check.ts";

const checks: { readonly [F in AnalysisFamily]?: FamilyCheck<F> } = {
  agreement: checkAgreement,
  correlation: checkCorrelation,
  crosstab: checkCrosstab,
  "design-variance": checkDesignVariance,
  drivers: checkDrivers,
  effect: checkEffect,
  factors: checkFactors,
  groups: checkGroups,
  index: checkIndex,
  kano: checkKano,
  matrix: checkMatrix,
  "max-diff": checkMaxDiff,
  missing: checkMissing,
  "path-model": checkPathModel,
  quality: checkQuality,
  regression: checkRegression,
  reliability: checkReliability,
  "response-rates": checkResponseRates,
  retention: checkRetention,
  sampling: checkSampling,
  scale: checkScale,
  scores: checkScores,
  servqual: checkServqual,
  suppression: checkSuppression,
  trend: checkTrend,
  weights: checkWeights,
};

export function familyIssues(study: StudyDefinition, analysis: AnalysisDefinition, placeOf: PlaceOf): readonly Issue[] {
  const check = checks[analysis.family] as FamilyCheck<AnalysisFamily> | undefined;
  return check?.(study, analysis, placeOf) ?? [];
}
