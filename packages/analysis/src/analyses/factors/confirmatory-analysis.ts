/** Do the intended dimensions hold? */
import { confirmatoryFactors } from "@manyi/statistics/factors/confirmatory-factors";
import { factorHeterotraitMonotrait, factorReliabilities } from "@manyi/statistics/factors/factor-reliability";
import { fitMeasures } from "@manyi/statistics/factors/fit-measures";
import { robustFit } from "@manyi/statistics/factors/robust-fit";
import { standardisedEstimates } from "@manyi/statistics/factors/standardised-estimates";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { cannot, caution, computed, notConverged, reading } from "../result/outcomes.ts";
import { bilingual, listed } from "../words/bilingual.ts";
import type { Confirmation, IntendedDimension } from "./confirmation.ts";
import { fitTable, fitVerdict } from "./confirmatory-fit-table.ts";
import { dimensionTable, loadingTable, pairTable } from "./confirmatory-tables.ts";
import { impossible, itemSample } from "./item-sample.ts";
import { factorWords as words } from "./words.ts";

export function confirmatoryAnalysis(context: AnalysisContext, analysis: AnalysisOf<"factors">): FamilyAnswer {
  const { dimensions, alone } = dimensionsOf(context, analysis);
  const outcome =
    dimensions.length === 0 ? cannot("unsuitable", words.noDimension) : confirmed(context, dimensions, alone);
  return { title: words.confirmatory, method: words.confirmatoryMethod(context.weight !== null), outcome };
}

function confirmed(
  context: AnalysisContext,
  dimensions: readonly IntendedDimension[],
  alone: readonly LocalText[],
): AnalysisOutcome {
  const sample = itemSample(
    context,
    dimensions.flatMap(({ items }) => items),
  );
  if (sample.kind === "cannot") return sample;
  const model = { factors: dimensions.map(({ items }, i) => ({ name: String(i), items })) };
  const { confidence } = context.plan;
  const fit = confirmatoryFactors(sample.moments, model, confidence);
  if (fit.kind === "not-identified") return cannot("unsuitable", words.notIdentified);
  if (fit.kind === "not-converged") return notConverged(fit.iterations);
  if (fit.kind !== "estimated") return impossible(context, fit);
  const standardised = standardisedEstimates(fit, confidence);
  if (standardised === null) return cannot("unsuitable", words.notIdentified);
  const robust = context.weight === null ? robustFit(fit, sample.named) : null;
  const found: Confirmation = {
    dimensions,
    fit,
    measures: fitMeasures(fit, confidence),
    standardised,
    robust: robust?.kind === "estimated" ? robust : null,
  };
  const { items, factors } = fit.improper;
  const improper = [
    ...items.map((item) => labelOf(context, item)),
    ...factors.map((factor) => dimensions[Number(factor)].label),
  ];
  const small = fit.effectiveN < 5 * fit.layout.items.length || fit.effectiveN < 100;
  return computed(
    improper.length === 0 ? reading(fitVerdict(found)) : null,
    improper.length === 0 ? null : caution(words.improperModel(listed(improper))),
    fitTable(found, context),
    loadingTable(found, context),
    dimensionTable(found),
    pairTable(found),
    ...doubtfulDimensions(found),
    alone.length === 0 ? null : caution(words.alone(listed(alone))),
    small ? caution(words.fewRespondents(fit.n, fit.layout.items.length)) : null,
    caution(words.notProof),
  );
}

/** Usual marks (Fornell & Larcker 1981; Henseler et al. 2015). */
const [weakReliability, tooAlike] = [0.7, 0.9];

/** A good fit says nothing of dimensions that are measured badly, or that are one. */
function doubtfulDimensions({ fit, dimensions }: Confirmation): readonly AnalysisPart[] {
  const labelOfFactor = (factor: string) => dimensions[Number(factor)].label;
  const weak = factorReliabilities(fit)
    .filter(({ omega }) => omega !== null && omega < weakReliability)
    .map(({ factor }) => labelOfFactor(factor));
  const alike = factorHeterotraitMonotrait(fit)
    .filter(({ ratio }) => ratio !== null && ratio >= tooAlike)
    .map(({ factors }) => {
      const [first, second] = factors.map((factor) => bilingual(labelOfFactor(factor)));
      return { zh: `${first.zh}与${second.zh}`, en: `${first.en} and ${second.en}` };
    });
  return [
    ...(weak.length === 0 ? [] : [caution(words.weak(listed(weak)))]),
    ...(alike.length === 0 ? [] : [caution(words.alike(listed(alike)))]),
  ];
}

/** Those of the settings, or of the indicator system; a dimension asked by one question cannot be held against anything. */
function dimensionsOf({ plan }: AnalysisContext, { dimensions }: AnalysisOf<"factors">) {
  if (dimensions !== undefined) {
    const given = dimensions.map(({ label, items }, i) => ({ label: label ?? words.dimension(i + 1), items }));
    return { dimensions: given, alone: [] };
  }
  const all = (plan.definition.indicators ?? []).map(
    (dimension): IntendedDimension => ({
      label: dimension.label,
      items: leavesOf([dimension]).map(({ question }) => question),
    }),
  );
  return {
    dimensions: all.filter(({ items }) => items.length > 1),
    alone: all.filter(({ items }) => items.length === 1).map(({ label }) => label),
  };
}
