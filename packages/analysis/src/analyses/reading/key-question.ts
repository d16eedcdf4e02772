import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { indexedValues, labelOf, ratingOf } from "./read-columns.ts";

/** One question by which an analysis shows what it means for results. */
export interface KeyQuestion {
  readonly column: string;
  readonly label: LocalText;
  /** A rating on 0–100, a number as it is; NaN = no answer, or a weight of 0. */
  readonly values: Float64Array;
  readonly weights: Float64Array | null;
  readonly format: "index" | "points";
}

/** @param asked column that the analysis names; otherwise the overall satisfaction
 *  @returns null where there is neither */
export function keyQuestion(context: AnalysisContext, asked: string | undefined): KeyQuestion | null {
  const column = asked ?? context.plan.definition.measures?.overall;
  if (column === undefined) return null;
  const { variables, weights } = indexedValues(context, [column]);
  return {
    column,
    label: labelOf(context, column),
    values: ofPeopleWithWeight(variables[0], weights),
    weights,
    format: ratingOf(context, column) === null ? "points" : "index",
  };
}

/** Answers of those who count: a respondent of weight 0 stands for nobody. */
export function ofPeopleWithWeight(values: Float64Array, weights: Float64Array | null): Float64Array {
  return weights === null ? values : values.map((value, row) => (weights[row] === 0 ? Number.NaN : value));
}

/** People who answered. */
export function answeredIn(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0);
}
