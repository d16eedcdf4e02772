import { completeRows } from "../moments/moments.ts";

/**
 * How long customers have stayed. Who is still a customer has a time, too: the time known so far ("censored"). Leaving these out, or
 * counting them as staying for good, makes retention look worse or better than it is.
 */
export interface Durations {
  /** ≥ 0, in any unit of time; NaN = not known. */
  readonly times: Float64Array;
  /** 1 = left at that time, 0 = still a customer then; NaN = not known. */
  readonly ended: Float64Array;
}

/** Rows that are known, by time; of one time those who left come first, as whoever stays until t is at risk at t. */
export interface SortedDurations {
  readonly rows: Int32Array;
  readonly times: Float64Array;
  readonly ended: Float64Array;
  readonly weights: Float64Array;
  readonly weight: number;
  readonly squaredWeight: number;
}

/**
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @param columns whose rows have to be known as well
 * @throws RangeError if lengths differ, a time or a weight is negative or infinite, or `ended` is neither 0 nor 1
 */
export function sortedDurations(
  { times, ended }: Durations,
  weights: Float64Array | null,
  columns: readonly Float64Array[] = [],
): SortedDurations {
  const lengths = [ended, ...columns, ...(weights === null ? [] : [weights])].map(({ length }) => length);
  if (lengths.some((length) => length !== times.length)) throw new RangeError("one value for each row is needed");
  for (const time of times) if (time < 0 || time === Number.POSITIVE_INFINITY) throw new RangeError(`time ${time}`);
  const odd = ended.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`an end is 0 or 1, got ${odd}`);
  const wrong = weights?.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new RangeError(`weight ${wrong}`);
  const rows = completeRows([times, ended, ...columns], weights, times.length)
    .slice()
    .sort((a, b) => times[a] - times[b] || ended[b] - ended[a]);
  const own = Float64Array.from(rows, (row) => (weights === null ? 1 : weights[row]));
  return {
    rows,
    times: Float64Array.from(rows, (row) => times[row]),
    ended: Float64Array.from(rows, (row) => ended[row]),
    weights: own,
    weight: own.reduce((sum, each) => sum + each, 0),
    squaredWeight: own.reduce((sum, each) => sum + each * each, 0),
  };
}

/** Place of the first time after that at `start`. */
export function endOfTie(times: Float64Array, start: number): number {
  let end = start + 1;
  while (end < times.length && times[end] === times[start]) end += 1;
  return end;
}
