import { type Estimate, tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { type Matrix, submatrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { NamedColumns } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type EmFit, emFit, type NoMoments } from "./em-fit.ts";
import { type PatternedRows, type PatternMoments, patternedRows, productsAbout } from "./pattern-moments.ts";
import { dot, multiply } from "./vectors.ts";

/** Two, rounded to whole ones, as for other means. */
const leastEffectiveN = 1.5;

export interface EmMoments {
  readonly kind: "estimated";
  readonly variables: readonly string[];
  /** In each variable's unit; n is that of its own answers. too-few-answers below two effective ones. */
  readonly means: readonly Estimate[];
  /** Standard errors of the means as the likelihood has them, with variances divided by n: too small in small samples, but what programs
   *  for FIML print. */
  readonly likelihoodErrors: Float64Array;
  /** Maximum likelihood: divided by the weight, not by n − 1. */
  readonly covariance: Matrix;
  /** Of the answers that were given. */
  readonly logLikelihood: number;
  /** Rows with an answer to at least one variable. */
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Means and covariances of all answers that were given, by full-information maximum likelihood (FIML) for normal variables, found with
 * the EM algorithm. No row is dropped and no answer invented; right where answers are missing at random given the others. Standard
 * errors of the means: expected information, or with case weights the sandwich of weighted scores, times √(n/(n − 1)) with the n of the
 * variable's own answers (effective n), which for a complete variable is s/√n; intervals by t on n − 1 degrees of freedom.
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @returns unanswered, no-variation, never-together (two variables that nobody answered both) or singular (a combination of others)
 * @throws RangeError without a variable, if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Dempster, Laird & Rubin 1977; Little & Rubin 2020, 11.2. Golden values: golden/second/expected/survey_missing.json
 */
export function emMoments(
  named: NamedColumns,
  weights: Float64Array | null,
  confidence: number,
): EmMoments | NoMoments {
  requireConfidence(confidence);
  const rows = patternedRows(named, weights);
  const fit = emFit(rows);
  if (fit.kind !== "fitted") return fit;
  const total = (pick: (pattern: PatternMoments) => number, place: number | null = null) =>
    rows.patterns.reduce(
      (sum, pattern) => sum + (place === null || pattern.observed.includes(place) ? pick(pattern) : 0),
      0,
    );
  const errors = standardErrorsOfMeans(rows, fit, weights === null ? "expected" : "sandwich");
  if (errors === null) return { kind: "singular", variables: named.variables };
  const means = Array.from(fit.mean, (mean, place): Estimate => {
    const [weight, squared] = [total((each) => each.weight, place), total((each) => each.squaredWeight, place)];
    const n = total((each) => each.n, place);
    const ownN = effectiveSampleSize(weight, squared);
    if (ownN < leastEffectiveN) return tooFewAnswers(Math.round(ownN), 2);
    const value = rows.centre[place] + mean;
    const standardError = errors[place] * Math.sqrt(ownN / (ownN - 1));
    const method = weights === null ? "t" : "linearised-t";
    const interval = studentInterval(value, standardError, ownN - 1, confidence, method);
    const base = { n, weightedBase: weight, effectiveN: ownN };
    return { kind: "estimated", value, standardError, interval, ...base, method: `mean/em-${method}` };
  });
  const [weightedBase, squaredWeight] = [total((each) => each.weight), total((each) => each.squaredWeight)];
  return {
    kind: "estimated",
    variables: named.variables,
    means,
    likelihoodErrors: errors,
    covariance: fit.covariance,
    logLikelihood: fit.logLikelihood,
    n: total((each) => each.n),
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    converged: fit.converged,
    iterations: fit.iterations,
  };
}

/** Of the means: A⁻¹, or A⁻¹BA⁻¹ with B the squares of the weighted scores; A = Σw Σ_oo⁻¹ in the places of the answered. */
function standardErrorsOfMeans(rows: PatternedRows, fit: EmFit, kind: "expected" | "sandwich"): Float64Array | null {
  const size = fit.mean.length;
  const bread = zeroMatrix(size, size);
  const meat = zeroMatrix(size, size);
  for (const { observed, weight, squaredWeight, squaredSums, squaredProducts } of rows.patterns) {
    const factor = cholesky(submatrix(fit.covariance, observed), 1e-12);
    if (factor.kind === "singular") return null;
    const inverse = choleskyInverse(factor);
    const own = observed.length;
    const about = productsAbout(fit.mean, observed, squaredWeight, squaredSums, squaredProducts);
    const columns = observed.map((_, j) => multiply(about, inverse.values.subarray(j * own, (j + 1) * own)));
    observed.forEach((row, i) => {
      observed.forEach((column, j) => {
        bread.values[row * size + column] += weight * inverse.values[i * own + j];
        meat.values[row * size + column] += dot(inverse.values.subarray(i * own, (i + 1) * own), columns[j]);
      });
    });
  }
  const factor = cholesky(bread, 1e-14);
  if (factor.kind === "singular") return null;
  const inverse = choleskyInverse(factor).values;
  return Float64Array.from(fit.mean, (_, place) => {
    const row = inverse.subarray(place * size, (place + 1) * size);
    const variance = kind === "expected" ? row[place] : dot(row, multiply(meat.values, row));
    return Math.sqrt(Math.max(0, variance));
  });
}
