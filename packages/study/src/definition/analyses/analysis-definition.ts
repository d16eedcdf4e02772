/**
 * The further analyses a study can ask for: one schema a family, told apart by `family`. A new family is a file here, a
 * folder in `packages/analysis/src/analyses` and a line in each of the two lists.
 */
import { type Static, Type } from "typebox";
import { ReliabilityAnalysis } from "./reliability.ts";

export const analysisSchemas = [ReliabilityAnalysis] as const;

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
