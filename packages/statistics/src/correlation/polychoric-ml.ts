import type { CrossTable } from "../crosstab/table.ts";
import { normalLower } from "../distribution/normal.ts";
import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { bivariateNormalDensity, bivariateNormalLower } from "./bivariate-normal.ts";
import { smallestProbability } from "./latent-corners.ts";
import { type LatentTable, latentTable } from "./latent-table.ts";
import { fisherTest, freedomOf, type PolychoricResult, polychoricCorrelation } from "./polychoric.ts";

const maximumIterations = 100;

/**
 * Polychoric correlation with the thresholds fitted together with ρ by maximum likelihood (Newton, from the two-step solution). It
 * hardly differs from two steps and takes longer; the standard error is that of the observed information, with the degrees of freedom of `polychoricCorrelation`. With case weights the
 * information is that of the weights scaled to the effective n, an approximation.
 * @param table levels in order
 * @returns as polychoricCorrelation; `converged` is false where the steps did not come to rest
 * @throws RangeError if the cells do not fit or one is negative, or confidence is outside (0, 1)
 * Source: Olsson 1979, Psychometrika 44, 4. Golden values: golden/second/expected/survey_correlations.json
 */
export function polychoricMaximumLikelihood(table: CrossTable, confidence: number): PolychoricResult {
  const start = polychoricCorrelation(table, confidence);
  const latent = latentTable(table);
  if (start.kind !== "estimated" || latent.kind !== "latent") return start;
  let parameters = Float64Array.of(start.value, ...latent.rowThresholds, ...latent.columnThresholds);
  let fit = fitAt(latent, parameters);
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const factor = cholesky(fit.information, 1e-14);
    if (factor.kind === "singular") break;
    const step = choleskySolve(factor, fit.gradient);
    const next = longestRise(latent, parameters, step, fit.logLikelihood);
    if (next === null) {
      converged = step.every((change) => Math.abs(change) < 1e-6);
      break;
    }
    parameters = next;
    fit = fitAt(latent, parameters);
    converged = step.every((change) => Math.abs(change) < 1e-11);
  }
  const factor = cholesky(fit.information, 1e-14);
  if (factor.kind === "singular") return { kind: "at-boundary", value: start.value > 0 ? 1 : -1, n: latent.n };
  const value = parameters[0];
  const standardError = Math.sqrt((choleskyInverse(factor).values[0] * latent.weight) / latent.effectiveN);
  return {
    ...start,
    value,
    standardError,
    asymptoticStandardError: standardError,
    ...fisherTest(value, standardError, freedomOf(latent), confidence, "fisher-z"),
    rowThresholds: parameters.slice(1, latent.rows),
    columnThresholds: parameters.slice(latent.rows),
    converged,
    iterations,
    method: "polychoric/maximum-likelihood",
  };
}

/** The whole step, or half of it, a quarter …: the first that raises the likelihood; null where none does. */
function longestRise(latent: LatentTable, from: Float64Array, step: Float64Array, logLikelihood: number) {
  for (let share = 1; share > 1e-4; share /= 2) {
    const to = from.map((value, k) => value + share * step[k]);
    if (isAdmissible(latent, to) && fitAt(latent, to).logLikelihood >= logLikelihood - 1e-10) return to;
  }
  return null;
}

function isAdmissible({ rows, columns }: LatentTable, parameters: Float64Array): boolean {
  const ascends = (from: number, to: number) => {
    for (let k = from + 1; k < to; k++) if (parameters[k] <= parameters[k - 1]) return false;
    return true;
  };
  return Math.abs(parameters[0]) < 1 && ascends(1, rows) && ascends(rows, rows + columns - 1);
}

/** Log-likelihood, its gradient and the negative of its Hessian by ρ, row thresholds and column thresholds. */
function fitAt(latent: LatentTable, parameters: Float64Array) {
  const { rows, columns, cells } = latent;
  const size = parameters.length;
  const corners = allCorners(latent, parameters);
  const gradient = new Float64Array(size);
  const information = zeroMatrix(size, size);
  const own = new Float64Array(size);
  let logLikelihood = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = cells[i * columns + j];
      if (count === 0) continue;
      const around = [corners[i + 1][j + 1], corners[i][j + 1], corners[i + 1][j], corners[i][j]];
      const signs = [1, -1, -1, 1];
      const p = Math.max(
        around.reduce((sum, corner, k) => sum + signs[k] * corner.lower, 0),
        smallestProbability,
      );
      logLikelihood += count * Math.log(p);
      own.fill(0);
      around.forEach(({ places, first, second }, k) => {
        places.forEach((a, s) => {
          own[a] += (signs[k] * first[s]) / p;
          places.forEach((b, t) => {
            information.values[a * size + b] -= (count * signs[k] * second[s][t]) / p;
          });
        });
      });
      for (let a = 0; a < size; a++) {
        gradient[a] += count * own[a];
        for (let b = 0; b < size; b++) information.values[a * size + b] += count * own[a] * own[b];
      }
    }
  }
  return { logLikelihood, gradient, information };
}

/** P(X ≤ a, Y ≤ b) with its derivatives by the parameters it depends on. */
interface Corner {
  readonly lower: number;
  readonly places: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly (readonly number[])[];
}

function allCorners({ rows, columns }: LatentTable, parameters: Float64Array): Corner[][] {
  const lower = bivariateNormalLower(parameters[0]);
  return Array.from({ length: rows + 1 }, (_, i) =>
    Array.from({ length: columns + 1 }, (_each, j): Corner => {
      if (i === 0 || j === 0) return { lower: 0, places: [], first: [], second: [] };
      const [row, column] = [i, rows - 1 + j];
      if (i === rows && j === columns) return { lower: 1, places: [], first: [], second: [] };
      if (i === rows) return marginCorner(parameters[column], column);
      if (j === columns) return marginCorner(parameters[row], row);
      return innerCorner(lower, parameters, row, column);
    }),
  );
}

function marginCorner(threshold: number, place: number): Corner {
  const density = Math.exp((-threshold * threshold) / 2) / Math.sqrt(2 * Math.PI);
  return { lower: normalLower(threshold), places: [place], first: [density], second: [[-threshold * density]] };
}

/** Derivatives of the bivariate normal distribution function; that by ρ is its density (Plackett 1954). */
function innerCorner(
  lower: (x: number, y: number) => number,
  parameters: Float64Array,
  row: number,
  column: number,
): Corner {
  const [rho, a, b] = [parameters[0], parameters[row], parameters[column]];
  const unexplained = (1 - rho) * (1 + rho);
  const spread = Math.sqrt(unexplained);
  const density = bivariateNormalDensity(a, b, rho);
  const edge = (own: number, other: number) =>
    (Math.exp((-own * own) / 2) / Math.sqrt(2 * Math.PI)) * normalLower((other - rho * own) / spread);
  const [byA, byB] = [edge(a, b), edge(b, a)];
  const aRho = (-density * (a - rho * b)) / unexplained;
  const bRho = (-density * (b - rho * a)) / unexplained;
  const rhoRho = (density * (rho + (a * b * (1 + rho * rho) - rho * (a * a + b * b)) / unexplained)) / unexplained;
  return {
    lower: lower(a, b),
    places: [0, row, column],
    first: [density, byA, byB],
    second: [
      [rhoRho, aRho, bRho],
      [aRho, -a * byA - rho * density, density],
      [bRho, density, -b * byB - rho * density],
    ],
  };
}
