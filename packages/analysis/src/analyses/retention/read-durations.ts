import { codedColumn } from "@manyi/dataset/columns/column";
import type { Durations } from "@manyi/statistics/retention/durations";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext } from "../analysis-context.ts";
import { placesOf } from "../reading/read-codes.ts";
import { answeredValues } from "../reading/read-columns.ts";

export interface ReadDurations extends Durations {
  readonly weights: Float64Array | null;
  /** Respondents with a weight, and those of them whose time and state are known. */
  readonly all: number;
  readonly n: number;
}

/** Times and who has left; what is not known of either is NaN in both. */
export function readDurations(
  context: AnalysisContext,
  { duration, event }: Pick<AnalysisOf<"retention">, "duration" | "event">,
): ReadDurations {
  const { variables, weights, rows } = answeredValues(context, [duration]);
  const others = codedColumn(context.plan.dataset, event.column)
    .answers.map(({ code }) => code)
    .filter((code) => !event.codes.includes(code));
  const states = placesOf(context, event.column, [others, event.codes]);
  const times = new Float64Array(rows).fill(Number.NaN);
  const ended = new Float64Array(rows).fill(Number.NaN);
  let all = 0;
  let n = 0;
  for (let row = 0; row < rows; row++) {
    if (weights !== null && weights[row] === 0) continue;
    all++;
    if (!(variables[0][row] >= 0) || states[row] === -1) continue;
    n++;
    times[row] = variables[0][row];
    ended[row] = states[row];
  }
  return { times, ended, weights, all, n };
}

/** The same of some respondents. */
export function durationsOf({ times, ended }: Durations, isIn: (row: number) => boolean): Durations {
  return {
    times: times.map((time, row) => (isIn(row) ? time : Number.NaN)),
    ended: ended.map((state, row) => (isIn(row) ? state : Number.NaN)),
  };
}
