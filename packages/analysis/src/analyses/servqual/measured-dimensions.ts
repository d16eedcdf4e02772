/** The settings of the analysis read into what the estimators take. */
import type { ServqualAnswers, ServqualDimension } from "@manyi/statistics/servqual/servqual-answers";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredValues, labelOf, risingValues } from "../reading/read-columns.ts";
import { servqualWords } from "./words.ts";

export interface MeasuredDimensions {
  readonly answers: ServqualAnswers;
  readonly dimensions: readonly LabelledDimension[];
  /** In the order of the answers' columns. */
  readonly items: readonly LocalText[];
  /** A column a dimension; null where nobody was asked how much each matters. */
  readonly points: readonly Float64Array[] | null;
  readonly leastShare: number;
}

export interface LabelledDimension extends ServqualDimension {
  readonly label: LocalText;
}

/** Half of a dimension's items, as is usual. */
const usualShare = 0.5;

export function measuredDimensions(context: AnalysisContext, analysis: AnalysisOf<"servqual">): MeasuredDimensions {
  const pairs = analysis.dimensions.flatMap((dimension) => dimension.pairs);
  const read = risingValues(
    context,
    pairs.flatMap(({ perception, expectation }) => [perception, expectation]),
  );
  const importance = analysis.dimensions.flatMap((dimension) => dimension.importance ?? []);
  let next = 0;
  return {
    answers: {
      perceptions: pairs.map((_, i) => read.variables[2 * i]),
      expectations: pairs.map((_, i) => read.variables[2 * i + 1]),
      caseWeights: read.weights,
      designN: read.rows,
    },
    dimensions: analysis.dimensions.map((dimension, i) => ({
      name: String(i),
      label: dimension.label ?? servqualWords.dimension(i + 1),
      items: dimension.pairs.map(() => next++),
    })),
    items: pairs.map(({ label, perception }) => label ?? labelOf(context, perception)),
    points: importance.length === analysis.dimensions.length ? answeredValues(context, importance).variables : null,
    leastShare: analysis.leastShare ?? usualShare,
  };
}

/** Who answered both sides of every item of a dimension, and counts. */
export function completeRespondents({ answers }: MeasuredDimensions, { items }: ServqualDimension): number {
  const { perceptions, expectations, caseWeights } = answers;
  let n = 0;
  for (let row = 0; row < perceptions[0].length; row++) {
    const isComplete = items.every((item) => !Number.isNaN(perceptions[item][row] + expectations[item][row]));
    if (isComplete && caseWeights?.[row] !== 0) n += 1;
  }
  return n;
}
