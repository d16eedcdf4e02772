import { chiSquareUpper } from "../distribution/chi-square.ts";
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { submatrix } from "../linear-algebra/matrix.ts";
import type { NamedColumns } from "../moments/moments.ts";
import { emFit, type NoMoments } from "./em-fit.ts";
import { patternedRows } from "./pattern-moments.ts";

export interface LittleTest {
  readonly kind: "tested";
  /** Σ n_p d′Σ⁻¹d over the patterns, d the distance of a pattern's means from those of all. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Of answers missing completely at random. */
  readonly pValue: number;
  readonly patterns: number;
  /** Rows with an answer to at least one variable. */
  readonly n: number;
  /** Of the EM estimates it rests on: where they did not come to rest, the test is not to be used. */
  readonly converged: boolean;
  readonly iterations: number;
}

/** Every row answered the same variables, or patterns that say nothing about each other: nothing to test. */
export interface OnePattern {
  readonly kind: "one-pattern";
}

/**
 * Little's test that answers are missing completely at random: do respondents who left different questions out have the same means in
 * what they answered? The covariance is the EM estimate times n/(n − 1). Unweighted, for there is no weighted form. It has little power
 * in small groups, nearly always rejects in large ones, and cannot tell "at random given the others" from "not at random".
 * @returns one-pattern where there is nothing to compare; otherwise as emMoments
 * @throws RangeError without a variable, or if lengths differ
 * Source: Little 1988, Journal of the American Statistical Association 83. Golden values: golden/second/expected/survey_missing.json
 */
export function littleTest(named: NamedColumns): LittleTest | OnePattern | NoMoments {
  const rows = patternedRows(named, null);
  const fit = emFit(rows);
  if (fit.kind !== "fitted") return fit;
  const size = named.variables.length;
  const n = rows.patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  const degreesOfFreedom = rows.patterns.reduce((sum, { observed }) => sum + observed.length, 0) - size;
  if (degreesOfFreedom < 1 || n < 2) return { kind: "one-pattern" };
  let chiSquare = 0;
  for (const { observed, n: own, sums } of rows.patterns) {
    const factor = cholesky(submatrix(fit.covariance, observed), 1e-12);
    if (factor.kind === "singular")
      return { kind: "singular", variables: observed.map((place) => named.variables[place]) };
    const distance = sums.map((sum, i) => sum / own - fit.mean[observed[i]]);
    const solved = choleskySolve(factor, distance);
    chiSquare += (own * (n - 1) * distance.reduce((sum, each, i) => sum + each * solved[i], 0)) / n;
  }
  const pValue = chiSquareUpper(Math.max(0, chiSquare), degreesOfFreedom);
  const { converged, iterations } = fit;
  const patterns = rows.patterns.length;
  return { kind: "tested", chiSquare, degreesOfFreedom, pValue, patterns, n, converged, iterations };
}
