/**
 * Do groups of customers leave at the same pace? At each time at which somebody left, the leavers of each group are compared with
 * those it would have if all at risk were alike.
 * Source: Mantel 1966; Peto & Peto 1972, JRSS A 135; Harrington & Fleming 1982, Biometrika 69; R's `survival::survdiff`.
 */
import { chiSquareUpper } from "../distribution/chi-square.ts";
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { submatrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type Durations, endOfTie, type SortedDurations, sortedDurations } from "./durations.ts";

export interface LogRankTest {
  readonly kind: "tested";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** By group code: customers, those who left, and those expected to if groups were alike; weighted by the curve in Peto's form. */
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
  readonly n: number;
  readonly method: "log-rank" | "peto-peto";
}

export type LogRankResult =
  | LogRankTest
  /** Fewer than two groups with anybody at risk while others leave. */
  | { readonly kind: "too-few-groups"; readonly groups: number; readonly required: 2 }
  /** Nobody left, or nobody's leaving tells groups apart. */
  | { readonly kind: "no-variation" };

/**
 * All times count alike: most sensitive where one group leaves faster throughout. There is no weighted form: with case weights take
 * `coxEfron` with the groups as predictor.
 * @param groups code of each row, 0 … count − 1; −1 = in none
 * @throws RangeError if lengths differ, a time is negative, `ended` is neither 0 nor 1, or a code is not below count
 * Golden values: golden/second/expected/lifts_survival.json, survey_survival.json (logrank)
 */
export function logRankTest(durations: Durations, groups: Int32Array, count: number): LogRankResult {
  return rankTest(durations, groups, count, () => 1, "log-rank");
}

/** Times weighted by the share still there: most sensitive to who leaves early. Golden values: lifts_survival.json (peto) */
export function petoTest(durations: Durations, groups: Int32Array, count: number): LogRankResult {
  return rankTest(durations, groups, count, (survival) => survival, "peto-peto");
}

function rankTest(
  durations: Durations,
  groups: Int32Array,
  count: number,
  weightAt: (survival: number) => number,
  method: LogRankTest["method"],
): LogRankResult {
  for (const code of groups) if (!(code >= -1 && code < count)) throw new RangeError(`group ${code} of ${count}`);
  const known = Float64Array.from(groups, (code) => (code < 0 ? Number.NaN : code));
  const sorted = sortedDurations(durations, null, [known]);
  const { sizes, observed, expected, variance } = sumsOverTimes(sorted, groups, count, weightAt);
  const compared = [...expected.keys()].filter((group) => expected[group] > 0);
  if (!sorted.ended.includes(1)) return { kind: "no-variation" };
  if (compared.length < 2) return { kind: "too-few-groups", groups: compared.length, required: 2 };
  const tested = compared.slice(1);
  const factor = cholesky(submatrix(variance, tested));
  if (factor.kind === "singular") return { kind: "no-variation" };
  const differences = tested.map((group) => observed[group] - expected[group]);
  const statistic = choleskySolve(factor, differences).reduce((sum, value, k) => sum + value * differences[k], 0);
  return {
    kind: "tested",
    statistic,
    degreesOfFreedom: tested.length,
    pValue: chiSquareUpper(Math.max(0, statistic), tested.length),
    groups: Array.from(sizes, (n, group) => ({ n, observed: observed[group], expected: expected[group] })),
    n: sorted.rows.length,
    method,
  };
}

function sumsOverTimes(
  { rows, times, ended }: SortedDurations,
  groups: Int32Array,
  count: number,
  weightAt: (survival: number) => number,
) {
  const sizes = new Float64Array(count);
  for (const row of rows) sizes[groups[row]] += 1;
  const atRisk = Float64Array.from(sizes);
  const [observed, expected] = [new Float64Array(count), new Float64Array(count)];
  const variance = zeroMatrix(count, count);
  let survival = 1;
  for (let start = 0, end = 0; start < times.length; start = end) {
    end = endOfTie(times, start);
    const all = times.length - start;
    const weight = weightAt(survival);
    let left = 0;
    for (let k = start; k < end; k++) {
      left += ended[k];
      observed[groups[rows[k]]] += weight * ended[k];
    }
    // Hypergeometric: how many of the leavers fall on each group by chance.
    const spread = all > 1 ? (weight * weight * left * (all - left)) / (all - 1) : 0;
    for (let g = 0; g < count; g++) {
      const share = atRisk[g] / all;
      expected[g] += weight * left * share;
      for (let h = 0; h < count; h++) {
        variance.values[g * count + h] += spread * share * (Number(g === h) - atRisk[h] / all);
      }
    }
    survival *= 1 - left / all;
    for (let k = start; k < end; k++) atRisk[groups[rows[k]]] -= 1;
  }
  return { sizes, observed, expected, variance };
}
