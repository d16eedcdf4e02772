import { weightSummary } from "@manyi/statistics/weights/weight-summary";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisTable } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { FittedWeights } from "./fitted-weights.ts";
import { weightsTerms as own, weightsWords as words } from "./words.ts";

/** Design effect and effective n of each set of weights. */
export function costTable({ base, adjusted, trimmed }: FittedWeights): AnalysisTable {
  const sets: readonly (readonly [LocalText, Float64Array])[] = [
    [words.base, base],
    [words.adjusted, adjusted],
    ...(trimmed === null ? [] : ([[words.trimmed, trimmed]] as const)),
  ];
  return {
    caption: words.cost,
    n: null,
    columns: [
      nameColumn(own.weights),
      ...[terms.n, own.designEffect, terms.effectiveN, own.minimum, own.maximum, own.ratio, own.variation].map(
        numberColumn,
      ),
    ],
    rows: sets.map(([name, weights]) => {
      const summary = weightSummary(weights);
      if (summary.kind !== "summarised") return row(label(name), ...Array(7).fill(none("too-few-answers")));
      return row(
        label(name),
        number(summary.n, "count"),
        number(summary.designEffect, "statistic"),
        number(summary.effectiveN, "weighted-count"),
        number(summary.minimum, "statistic"),
        number(summary.maximum, "statistic"),
        summary.minimum > 0 ? number(summary.maximum / summary.minimum, "statistic") : none(),
        number(summary.coefficientOfVariation, "statistic"),
      );
    }),
    notes: [words.costNote],
  };
}
