import { columns } from "@manyi/dataset/query/columns";
import { indexValues } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";

/** The index items as respondents' columns on 0–100, read once a run. */
export interface IndexColumns {
  /** One an item, NaN where there is no rating. */
  readonly items: readonly Float64Array[];
  readonly weights: Float64Array | null;
}

export function indexColumns(run: Run): IndexColumns {
  const variables = run.plan.index.map(({ item }) => ({ column: item.column, values: indexValues(item) }));
  const read = columns(run.plan.dataset, variables, [], run.weight);
  return { items: read.variables, weights: read.weights };
}
