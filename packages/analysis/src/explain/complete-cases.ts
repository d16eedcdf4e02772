import { columns } from "@manyi/dataset/query/columns";
import { completeRows } from "@manyi/statistics/moments/moments";
import { type RatedItem, risingRating } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";

/** Respondents who answered all of some questions. */
export interface CompleteCases {
  /** One a question, without NaN. */
  readonly columns: readonly Float64Array[];
  readonly caseWeights: Float64Array | null;
}

/** @param weight of the cases, null: each counts once */
export function completeCases(run: Run, questions: readonly RatedItem[], weight: string | null): CompleteCases {
  const read = columns(run.plan.dataset, questions.map(risingRating), [], weight);
  const rows = completeRows(read.variables, read.weights, read.rows);
  return {
    columns: read.variables.map((values) => picked(values, rows)),
    caseWeights: read.weights === null ? null : picked(read.weights, rows),
  };
}

function picked(values: Float64Array, rows: Int32Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]];
  return result;
}
