/** The items that factors are looked for in, and their correlations. */
import { correlationValues } from "@manyi/statistics/correlation/correlation-table";
import { polychoricCorrelations } from "@manyi/statistics/correlation/polychoric-table";
import { completeRows, type Moments, momentsOf, type NamedColumns } from "@manyi/statistics/moments/moments";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf, risingValues } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot, noVariation, tooFewAnswers } from "../result/outcomes.ts";
import { singularColumns } from "../result/singular-columns.ts";
import { listed } from "../words/bilingual.ts";
import { factorWords as words } from "./words.ts";

export interface ItemSample {
  readonly kind: "sample";
  readonly named: NamedColumns;
  readonly weights: Float64Array | null;
  readonly moments: Moments;
}

/** Ratings of respondents who answered all; or why nothing can be shown of them. */
export function itemSample(context: AnalysisContext, items: readonly string[]): ItemSample | ImpossibleAnalysis {
  const { variables, weights } = risingValues(context, items);
  const named = { variables: items, columns: variables };
  const moments = momentsOf(named, weights);
  return tooSmallBase(context, moments.n, items.length + 2) ?? { kind: "sample", named, weights, moments };
}

/** More levels than this are numbers, not steps of a scale. */
const mostLevels = 20;

/** The same with the correlations that the ratings would have if they were continuous. */
export function polychoricSample(
  context: AnalysisContext,
  { named, weights, moments }: ItemSample,
): ItemSample | ImpossibleAnalysis {
  const rows = completeRows(named.columns, weights, named.columns[0].length);
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  const complete = { variables: named.variables, columns: named.columns.map(pick) };
  if (complete.columns.some((column) => new Set(column).size > mostLevels))
    return cannot("unsuitable", words.manyLevels(mostLevels));
  const kept = weights === null ? null : pick(weights);
  const values = correlationValues(polychoricCorrelations(complete, kept, context.plan.confidence));
  if (values.kind === "incomplete") {
    const items = [...new Set(values.pairs.flat())].map((item) => labelOf(context, item));
    return cannot("unsuitable", words.noPolychoric(listed(items)));
  }
  // Pairs are estimated one by one, so the table need not be one that any answers could have.
  if (!(values.smallestEigenvalue > 1e-6)) return cannot("unsuitable", words.notPositive);
  const crossProducts = values.matrix.values.map((correlation) => correlation * moments.weight);
  return {
    kind: "sample",
    named,
    weights,
    moments: { ...moments, means: new Float64Array(named.variables.length), crossProducts },
  };
}

/** Why a method has no answer, in words. */
export function impossible(
  context: AnalysisContext,
  problem:
    | { readonly kind: "too-few-answers"; readonly n: number; readonly required: number }
    | { readonly kind: "constant-variables" | "singular"; readonly variables: readonly string[] },
): ImpossibleAnalysis {
  switch (problem.kind) {
    case "too-few-answers":
      return tooFewAnswers(problem.n, problem.required);
    case "constant-variables":
      return noVariation(listed(problem.variables.map((item) => labelOf(context, item))));
    case "singular":
      return singularColumns(problem.variables.map((item) => labelOf(context, item)));
  }
}
