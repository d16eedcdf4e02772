import { fUpper } from "../distribution/f.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { NoGroupTest } from "./group-problem.ts";
import type { WeightedMeans } from "./weighted-means.ts";

export interface WaldTest {
  readonly kind: "tested";
  /** F on `numerator` and `denominator` degrees of freedom. */
  readonly statistic: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly pValue: number;
  readonly means: Float64Array;
  readonly groups: readonly number[];
  readonly n: number;
  readonly weightedBase: number;
  readonly method: "wald/f";
}

/**
 * Are all means equal, with case weights or clusters? The analysis of variance of weighted answers: Wald's test of the
 * differences from the first group; for independent respondents with Welch's correction for small groups.
 * @returns what the means came to, if not to an estimate; too-few-answers where clusters do not outnumber groups; no-variation
 *   where the differences have no variance of their own
 * Source: R's `survey::regTermTest` after `svyglm(y ~ group)`. Golden values: golden/second/expected/survey_groups.json
 */
export function waldTest(means: WeightedMeans | NoGroupTest): WaldTest | NoGroupTest {
  if (means.kind !== "estimated") return means;
  const k = means.means.length;
  const numerator = k - 1;
  const denominator = means.designDegreesOfFreedom - numerator;
  if (denominator < 1) return tooFewAnswers(means.designDegreesOfFreedom + 1, k + 1);
  const contrasts = contrastsWithFirst(means);
  const factor = cholesky(contrasts.covariance);
  if (factor.kind === "singular") return { kind: "no-variation" };
  const solved = choleskySolve(factor, contrasts.values);
  const squared = contrasts.values.reduce((sum, value, j) => sum + value * solved[j], 0);
  const statistic = squared / numerator / means.divisor;
  return {
    kind: "tested",
    statistic,
    numerator,
    denominator,
    pValue: fUpper(statistic, numerator, denominator),
    means: means.means,
    groups: means.groups,
    n: means.n,
    weightedBase: means.weightedBase,
    method: "wald/f",
  };
}

function contrastsWithFirst({ means, covariance }: WeightedMeans) {
  const k = means.length;
  const at = (i: number, j: number) => covariance.values[i * k + j];
  const matrix = zeroMatrix(k - 1, k - 1);
  for (let i = 1; i < k; i++) {
    for (let j = 1; j < k; j++) matrix.values[(i - 1) * (k - 1) + j - 1] = at(i, j) - at(0, j) - at(i, 0) + at(0, 0);
  }
  // Groups that go up and down together leave rounding where their difference has no variance.
  for (let i = 1; i < k; i++) {
    const place = (i - 1) * k;
    if (matrix.values[place] <= 1e-12 * (at(i, i) + at(0, 0))) matrix.values[place] = 0;
  }
  return { values: means.slice(1).map((mean) => mean - means[0]), covariance: matrix };
}
