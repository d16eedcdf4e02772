/** What keeps a reader of a path model from mistakes. */
import { measurementTables } from "@manyi/statistics/path-model/criteria/measurement-tables";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { caution } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import type { FittedModel } from "./fitted-model.ts";
import { pathWords as words } from "./words.ts";

/** Usual marks (Hair et al. 2022). */
const [weakReliability, weakVariance, tooAlike, few] = [0.7, 0.5, 0.9, 100];

export function modelRemarks({ asked, fit, bootstrap, resamples }: FittedModel, { plan, weight }: AnalysisContext) {
  const { reliability, validity } = measurementTables(fit);
  const weak = reliability.filter(
    (each) =>
      each.kind === "reflective" &&
      ((each.rhoC ?? 1) < weakReliability || each.averageVarianceExtracted < weakVariance),
  );
  const alike = validity.filter(({ htmt }) => htmt !== null && htmt >= tooAlike);
  const pairs = alike.map(({ constructs }) => {
    const [first, second] = constructs.map(asked.nameOf);
    return { zh: `${first.zh}与${second.zh}`, en: `${first.en} and ${second.en}` };
  });
  const leftOut = asked.sample.columns[0].length - fit.n;
  const clustered = plan.definition.analysis?.alsoClusteredBy !== undefined;
  const parts: readonly (AnalysisPart | null)[] = [
    bootstrap === null ? caution(words.noBootstrap(resamples)) : null,
    weak.length === 0 ? null : caution(words.weak(listed(weak.map(({ construct }) => asked.nameOf(construct))))),
    pairs.length === 0 ? null : caution(words.alike(listed(pairs))),
    fit.effectiveN < few ? caution(words.fewRespondents(fit.n)) : null,
    leftOut === 0 ? null : caution(words.leftOut(fit.n, leftOut)),
    clustered || weight !== null ? caution(words.persons) : null,
    caution(words.notCause),
  ];
  return parts.filter((part) => part !== null);
}
