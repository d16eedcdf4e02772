/**
 * The further analyses a study can ask for: one schema a family, told apart by `family`. A new family is a file here, a
 * folder in `packages/analysis/src/analyses` and a line in each of the two lists.
 */
import { type Static, Type } from "typebox";
import { AgreementAnalysis } from "./agreement.ts";
import { CorrelationAnalysis } from "./correlation.ts";
import { CrosstabAnalysis } from "./crosstab.ts";
import { DesignVarianceAnalysis } from "./design-variance.ts";
import { DriversAnalysis } from "./drivers.ts";
import { EffectAnalysis } from "./effect.ts";
import { FactorsAnalysis } from "./factors.ts";
import { GroupsAnalysis } from "./groups.ts";
import { KanoAnalysis } from "./kano.ts";
import { MatrixAnalysis } from "./matrix.ts";
import { MaxDiffAnalysis } from "./max-diff.ts";
import { MissingAnalysis } from "./missing.ts";
import { PathModelAnalysis } from "./path-model.ts";
import { QualityAnalysis } from "./quality.ts";
import { RegressionAnalysis } from "./regression.ts";
import { ReliabilityAnalysis } from "./reliability.ts";
import { ResponseRatesAnalysis } from "./response-rates.ts";
import { RetentionAnalysis } from "./retention.ts";
import { SamplingAnalysis } from "./sampling.ts";
import { IndexAnalysis } from "./satisfaction-index.ts";
import { ScaleAnalysis } from "./scale.ts";
import { ScoresAnalysis } from "./scores.ts";
import { ServqualAnalysis } from "./servqual.ts";
import { SuppressionAnalysis } from "./suppression.ts";
import { TrendAnalysis } from "./trend.ts";
import { WeightsAnalysis } from "./weights.ts";

export const analysisSchemas = [
  AgreementAnalysis,
  CorrelationAnalysis,
  CrosstabAnalysis,
  DesignVarianceAnalysis,
  DriversAnalysis,
  EffectAnalysis,
  FactorsAnalysis,
  GroupsAnalysis,
  IndexAnalysis,
  KanoAnalysis,
  MatrixAnalysis,
  MaxDiffAnalysis,
  MissingAnalysis,
  PathModelAnalysis,
  QualityAnalysis,
  RegressionAnalysis,
  ReliabilityAnalysis,
  ResponseRatesAnalysis,
  RetentionAnalysis,
  SamplingAnalysis,
  ScaleAnalysis,
  ScoresAnalysis,
  ServqualAnalysis,
  SuppressionAnalysis,
  TrendAnalysis,
  WeightsAnalysis,
] as const;

export type AnalysisDefinition = Static<(typeof analysisSchemas)[number]>;
export type AnalysisFamily = AnalysisDefinition["family"];

/** Settings of one family. */
export type AnalysisOf<Family extends AnalysisFamily> = Extract<AnalysisDefinition, { readonly family: Family }>;

/** `oneOf` with a discriminator, so that an error speaks of the family that was meant. */
export const AnalysisSchema = Type.Unsafe<AnalysisDefinition>({
  type: "object",
  required: ["family"],
  discriminator: { propertyName: "family" },
  oneOf: [...analysisSchemas],
});
