/** Coefficients of all pairs, by the method that was asked for. */
import {
  type CorrelationOf,
  type CorrelationTable,
  correlationTable,
  listwiseCorrelations,
  type PairResult,
  pairAt,
  pairwiseCorrelations,
} from "@manyi/statistics/correlation/correlation-table";
import { kendallCorrelation } from "@manyi/statistics/correlation/kendall";
import { partialCorrelations } from "@manyi/statistics/correlation/partial";
import { pearsonCorrelation } from "@manyi/statistics/correlation/pearson";
import { polychoricCorrelations } from "@manyi/statistics/correlation/polychoric-table";
import { spearmanCorrelation } from "@manyi/statistics/correlation/spearman";
import { completeRows, momentsOf, type NamedColumns } from "@manyi/statistics/moments/moments";
import type { CorrelationMethod } from "./words.ts";

export interface MeasuredAnswers {
  readonly variables: NamedColumns;
  /** Held fixed in each pair. */
  readonly controls: NamedColumns;
  readonly weights: Float64Array | null;
}

const classical: Readonly<Record<Exclude<CorrelationMethod, "polychoric">, CorrelationOf>> = {
  pearson: pearsonCorrelation,
  spearman: spearmanCorrelation,
  kendall: kendallCorrelation,
};

export function measuredPairs(
  { variables, controls, weights }: MeasuredAnswers,
  method: CorrelationMethod,
  missing: "pairwise" | "listwise",
  confidence: number,
): CorrelationTable {
  if (controls.variables.length > 0) {
    const used = missing === "listwise" ? completeOnly(variables, controls.columns, weights) : variables;
    return partialPairs({ variables: used, controls, weights }, confidence);
  }
  if (method === "polychoric") {
    const used = missing === "listwise" ? completeOnly(variables, [], weights) : variables;
    return polychoricCorrelations(used, weights, confidence);
  }
  const measure = missing === "pairwise" ? pairwiseCorrelations : listwiseCorrelations;
  return measure(variables, weights, confidence, classical[method]);
}

/** Rows without all the answers have none. */
function completeOnly(
  { variables, columns }: NamedColumns,
  others: readonly Float64Array[],
  weights: Float64Array | null,
): NamedColumns {
  const rows = completeRows([...columns, ...others], weights, columns[0].length);
  return {
    variables,
    columns: columns.map((column) => {
      const complete = new Float64Array(column.length).fill(Number.NaN);
      for (const row of rows) complete[row] = column[row];
      return complete;
    }),
  };
}

/** Each pair with the controls alone held fixed, not with the other variables. */
function partialPairs({ variables, controls, weights }: MeasuredAnswers, confidence: number): CorrelationTable {
  return correlationTable(variables.variables, (i, j): PairResult => {
    const names = [variables.variables[i], variables.variables[j], ...controls.variables];
    const columns = [variables.columns[i], variables.columns[j], ...controls.columns];
    const found = partialCorrelations(momentsOf({ variables: names, columns }, weights), confidence);
    if (found.kind === "table") return pairAt(found, 0, 1);
    return found.kind === "singular" ? { kind: "no-variation" } : found;
  });
}
