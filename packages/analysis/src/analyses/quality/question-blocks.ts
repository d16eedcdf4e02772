/** Ratings in the order asked, in blocks of neighbours that share a scale. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext } from "../analysis-context.ts";
import { indexedValues } from "../reading/read-columns.ts";

export interface CheckedItems {
  readonly names: readonly string[];
  /** 0–100, NaN = no answer. */
  readonly values: readonly Float64Array[];
  readonly blocks: readonly (readonly Float64Array[])[];
  readonly rows: number;
}

export function checkedItems(context: AnalysisContext, { items }: AnalysisOf<"quality">): CheckedItems {
  const { columns } = context.plan.definition;
  const names = items ?? columns.filter(({ type }) => type === "rating").map(({ name }) => name);
  const { variables, rows } = indexedValues(context, names);
  const scaleOf = (name: string) => columns.find((column) => column.name === name)?.scale;
  const blocks: Float64Array[][] = [];
  for (let i = 0; i < names.length; i++) {
    if (i > 0 && scaleOf(names[i]) === scaleOf(names[i - 1])) blocks[blocks.length - 1].push(variables[i]);
    else blocks.push([variables[i]]);
  }
  return { names, values: variables, blocks, rows };
}
