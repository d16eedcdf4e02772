/** The respondents of an analysis as a run of their own: for what is computed from a whole dataset. */
import type { DataColumn, Dataset } from "@manyi/dataset/columns/column";
import { filterMask } from "@manyi/dataset/query/filter";
import type { Run } from "../../plan/run.ts";
import type { AnalysisContext } from "../analysis-context.ts";

export function runOf({ plan, weight, filter }: AnalysisContext): Run {
  const mask = filterMask(plan.dataset, filter);
  const dataset = mask === null ? plan.dataset : rowsOf(plan.dataset, mask);
  return { plan: { ...plan, dataset }, weight, designN: dataset.rows };
}

function rowsOf({ columns }: Dataset, mask: Uint8Array): Dataset {
  const isTaken = (_: number, row: number) => mask[row] === 1;
  const taken = [...columns].map(([name, column]): [string, DataColumn] =>
    column.kind === "coded"
      ? [name, { ...column, codes: column.codes.filter(isTaken) }]
      : [name, { ...column, values: column.values.filter(isTaken) }],
  );
  return { rows: mask.reduce((sum, one) => sum + one, 0), columns: new Map(taken) };
}
