import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { ofPeopleWithWeight } from "../reading/key-question.ts";
import { indexedValues, labelOf, ratingOf } from "../reading/read-columns.ts";

/** Questions of which answers may be missing, of the respondents who count. */
export interface MissingItems {
  readonly names: readonly string[];
  readonly labels: readonly LocalText[];
  /** On 0–100 or as they are. */
  readonly formats: readonly ("index" | "points")[];
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array | null;
  /** Respondents of a weight above 0. */
  readonly n: number;
}

export function readItems(context: AnalysisContext, analysis: AnalysisOf<"missing">): MissingItems {
  const names = analysis.items ?? [
    ...new Set(leavesOf(context.plan.definition.indicators ?? []).map(({ question }) => question)),
  ];
  const { variables, weights, rows } = indexedValues(context, names);
  return {
    names,
    labels: names.map((name) => labelOf(context, name)),
    formats: names.map((name) => (ratingOf(context, name) === null ? "points" : "index")),
    columns: variables.map((values) => ofPeopleWithWeight(values, weights)),
    weights,
    n: weights === null ? rows : weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0),
  };
}
