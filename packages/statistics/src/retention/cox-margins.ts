import { norm } from "../linear-algebra/cone-distance.ts";
import type { Margins } from "../regression/separation.ts";
import type { SortedDurations } from "./durations.ts";
import { endOfTie } from "./durations.ts";

/** Margins of Cox's model: of each who left over everybody at risk then. There are n² of them, but sums and extremes take n steps. */
export function coxMargins({ times, ended }: SortedDurations, columns: readonly Float64Array[]): Margins {
  const n = times.length;
  const x = Array.from({ length: n }, (_, k) => Float64Array.from(columns, (column) => column[k]));
  const startOfRisk = new Int32Array(n);
  for (let start = 0, end = 0; start < n; start = end) {
    end = endOfTie(times, start);
    startOfRisk.fill(start, start, end);
  }
  const sum = new Float64Array(columns.length);
  let scale = 0;
  const sums = Array.from({ length: n + 1 }, () => new Float64Array(columns.length));
  const lengths = new Float64Array(n + 1);
  for (let k = n - 1; k >= 0; k--) {
    lengths[k] = lengths[k + 1] + norm(x[k]);
    for (let j = 0; j < sum.length; j++) sums[k][j] = sums[k + 1][j] + x[k][j];
  }
  for (let k = 0; k < n; k++) {
    if (ended[k] === 0) continue;
    const from = startOfRisk[k];
    for (let j = 0; j < sum.length; j++) sum[j] += (n - from) * x[k][j] - sums[from][j];
    scale += (n - from) * norm(x[k]) + lengths[from];
  }
  const lowest = (direction: Float64Array) => {
    const along = x.map((row) => row.reduce((total, value, j) => total + value * direction[j], 0));
    const highest = new Int32Array(n);
    for (let k = n - 1, most = n - 1; k >= 0; k--) {
      if (along[k] > along[most]) most = k;
      highest[k] = most;
    }
    let [least, own, other] = [Number.POSITIVE_INFINITY, 0, 0];
    for (let k = 0; k < n; k++) {
      const rival = highest[startOfRisk[k]];
      if (ended[k] === 1 && along[k] - along[rival] < least) [least, own, other] = [along[k] - along[rival], k, rival];
    }
    return x[own].map((value, j) => value - x[other][j]);
  };
  return { predictors: columns.map((_, j) => [j]), sum, scale, lowest };
}
