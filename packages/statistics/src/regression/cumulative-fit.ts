/**
 * Maximum likelihood of P(Y ≤ j) = F(θ_j + u′α_j − x′β): x shifts all thresholds alike (proportional odds), u each of them by itself
 * (a nominal effect). The log-likelihood is concave for both distributions used here, so Newton's steps, halved where they fall short,
 * lead to the maximum where there is one. Standard errors come from the observed information.
 * Source: McCullagh 1980, JRSS B 42; Pratt 1981, JASA 76 (concavity).
 */
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ConcaveMaximum, concaveMaximum, type LikelihoodHere, type NoMaximum } from "./concave-maximum.ts";
import type { CumulativeLink } from "./cumulative-link.ts";
import { type CumulativeProblem, cumulativeMargins } from "./cumulative-margins.ts";
import { separatingPredictors } from "./separation.ts";

/**
 * Parameters: for each threshold its place and nominal effects; then the shared effects. Predictors count through the shared ones, then
 * the nominal ones.
 */
export function fitCumulative(problem: CumulativeProblem, link: CumulativeLink): ConcaveMaximum | NoMaximum {
  const { levels, shared, nominal, counts } = problem;
  const width = nominal.length + 1;
  const start = new Float64Array((levels - 1) * width + shared.length);
  startingThresholds(problem, link).forEach((threshold, j) => {
    start[j * width] = threshold;
  });
  return concaveMaximum({
    at: (parameters) => cumulativeLikelihood(problem, link, parameters),
    start,
    weight: counts.reduce((sum, count) => sum + count, 0),
    far: link.far,
    separating: () => separatingPredictors(cumulativeMargins(problem)),
  });
}

/** Thresholds that give the shares of the levels without predictors. */
function startingThresholds({ codes, levels, counts }: CumulativeProblem, link: CumulativeLink): Float64Array {
  const sums = new Float64Array(levels);
  codes.forEach((code, row) => {
    sums[code] += counts[row];
  });
  const total = sums.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return sums.subarray(0, levels - 1).map((count) => {
    below += count;
    return link.quantile(below / total);
  });
}

function cumulativeLikelihood(
  problem: CumulativeProblem,
  link: CumulativeLink,
  parameters: Float64Array,
): LikelihoodHere {
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const information = zeroMatrix(size, size);
  const row = rowOf(problem, link, parameters);
  let logLikelihood = 0;
  let furthest = 0;
  for (let k = 0; k < problem.codes.length; k++) {
    const found = row.at(k);
    if (!(found > 0)) {
      return { logLikelihood: Number.NEGATIVE_INFINITY, gradient, information, furthest };
    }
    furthest = Math.max(furthest, row.furthest());
    const count = problem.counts[k];
    logLikelihood += count * Math.log(found);
    row.addTo(count, gradient, information.values);
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) information.values[b * size + a] = information.values[a * size + b];
  }
  return { logLikelihood, gradient, information, furthest };
}

/** The score of each row, not weighted. */
export function cumulativeScores(
  problem: CumulativeProblem,
  link: CumulativeLink,
  parameters: Float64Array,
): readonly Float64Array[] {
  const row = rowOf(problem, link, parameters);
  const unused = new Float64Array(parameters.length ** 2);
  return Array.from(problem.codes, (_, k) => {
    const score = new Float64Array(parameters.length);
    row.at(k);
    row.addTo(1, score, unused);
    return score;
  });
}

/** A row in turn, with the place of its answer between two thresholds. */
interface RowHere {
  code: number;
  /** x′β. */
  shift: number;
  upper: number;
  lower: number;
  probability: number;
  /** 1 and the nominal predictors; the shared ones. */
  readonly u: Float64Array;
  readonly x: Float64Array;
}

/** One row at a time, without memory of its own for each: `at` gives its likelihood, `addTo` adds its derivatives. */
function rowOf({ codes, levels, shared, nominal }: CumulativeProblem, link: CumulativeLink, parameters: Float64Array) {
  const width = nominal.length + 1;
  const first = (levels - 1) * width;
  const u = new Float64Array(width).fill(1);
  const x = new Float64Array(shared.length);
  const row: RowHere = { code: 0, shift: 0, upper: 0, lower: 0, probability: 0, u, x };
  const thresholdAt = (j: number): number => {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += parameters[j * width + c] * u[c];
    return sum - row.shift;
  };
  const at = (k: number): number => {
    row.code = codes[k];
    row.shift = 0;
    for (let c = 1; c < width; c++) u[c] = nominal[c - 1][k];
    for (let j = 0; j < x.length; j++) {
      x[j] = shared[j][k];
      row.shift += parameters[first + j] * x[j];
    }
    const upper = row.code < levels - 1 ? thresholdAt(row.code) : Number.POSITIVE_INFINITY;
    const lower = row.code > 0 ? thresholdAt(row.code - 1) : Number.NEGATIVE_INFINITY;
    row.upper = upper;
    row.lower = lower;
    // Of the two tails the smaller one keeps its digits.
    row.probability = lower > 0 ? tail(-lower, link) - tail(-upper, link) : tail(upper, link) - tail(lower, link);
    return row.probability;
  };
  const addTo = (count: number, gradient: Float64Array, information: Float64Array) =>
    addDerivatives(row, levels, link, count, gradient, information);
  const furthest = () => Math.max(finiteSize(row.upper), finiteSize(row.lower));
  return { at, addTo, furthest };
}

const finiteSize = (z: number) => (Number.isFinite(z) ? Math.abs(z) : 0);

/** Gradient, and the lower triangle of the information, of one row. */
function addDerivatives(
  { code, upper, lower, probability, u, x }: RowHere,
  levels: number,
  link: CumulativeLink,
  count: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const size = gradient.length;
  const width = u.length;
  const first = (levels - 1) * width;
  const hasUpper = code < levels - 1;
  const hasLower = code > 0;
  const f = hasUpper ? link.density(upper) / probability : 0;
  const g = hasLower ? link.density(lower) / probability : 0;
  const upperUpper = hasUpper ? count * (f * f - link.slope(upper) / probability) : 0;
  const lowerLower = hasLower ? count * (g * g + link.slope(lower) / probability) : 0;
  const upperLower = -count * f * g;
  const up = code * width;
  const down = up - width;
  for (let c = 0; c < width; c++) {
    if (hasUpper) gradient[up + c] += count * f * u[c];
    if (hasLower) gradient[down + c] -= count * g * u[c];
    for (let d = 0; d < width; d++) {
      const both = u[c] * u[d];
      if (hasUpper && d <= c) information[(up + c) * size + up + d] += upperUpper * both;
      if (hasLower && d <= c) information[(down + c) * size + down + d] += lowerLower * both;
      if (hasUpper && hasLower) information[(up + c) * size + down + d] += upperLower * both;
    }
  }
  const slope = count * (g - f);
  const byUpper = -(upperUpper + upperLower);
  const byLower = -(lowerLower + upperLower);
  for (let j = 0; j < x.length; j++) {
    const place = first + j;
    gradient[place] += slope * x[j];
    for (let c = 0; c < width; c++) {
      if (hasUpper) information[place * size + up + c] += byUpper * x[j] * u[c];
      if (hasLower) information[place * size + down + c] += byLower * x[j] * u[c];
    }
    const own = -(byUpper + byLower) * x[j];
    for (let i = 0; i <= j; i++) information[place * size + first + i] += own * x[i];
  }
}

function tail(z: number, link: CumulativeLink): number {
  if (z === Number.POSITIVE_INFINITY) return 1;
  return z === Number.NEGATIVE_INFINITY ? 0 : link.lower(z);
}
