import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ConcaveMaximum, concaveMaximum, type LikelihoodHere, type NoMaximum } from "./concave-maximum.ts";
import type { CumulativeProblem } from "./cumulative-margins.ts";
import { likelihoodRatioTest, type ModelTest } from "./likelihood-ratio.ts";
import { interceptName, type ModelCoefficient, mappedCovariance, normalCoefficients } from "./model-coefficients.ts";
import { modelSample, type NoModel, requireFrequencies } from "./model-sample.ts";
import { ordinalSample } from "./ordinal-sample.ts";
import { choiceMargins, separatedBy, separatingPredictors, singularIn } from "./separation.ts";
import type { Term } from "./terms.ts";

export interface MultinomialLogit {
  readonly kind: "estimated";
  /** For each answer but the lowest: log odds of it against the lowest, the intercept first. */
  readonly answers: readonly { readonly answer: number; readonly coefficients: readonly ModelCoefficient[] }[];
  /** The lowest answer, which the others are compared with. */
  readonly reference: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  readonly modelTest: ModelTest;
  readonly mcFadden: number;
  readonly n: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly method: "multinomial-logit/maximum-likelihood";
}

/**
 * Multinomial logit: the chances of answers without order, or of ratings where odds are not proportional.
 * @param outcome codes of the answers, any numbers; NaN = no answer
 * @param frequencies how many people each row stands for, or null
 * @returns separated where an answer does not occur at some values of the predictors, so that a coefficient would be infinite
 * @throws RangeError as `ordinalLogit`
 * Source: Agresti 2013, 8.1; R's `nnet::multinom`. Golden values: golden/second/expected/tenants_ordinal.json (multinomial_deviance)
 */
export function multinomialLogit(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
): MultinomialLogit | NoModel | SeparatedOutcome | ConstantOutcome {
  requireConfidence(confidence);
  requireFrequencies(frequencies);
  const sample = modelSample(outcome, terms, frequencies, 2);
  if (sample.kind !== "sample") return sample;
  const ordinal = ordinalSample(outcome, sample);
  if (ordinal.kind !== "ordinal") return ordinal;
  const fit = fitMultinomial(ordinal.problem, ordinal.answered);
  const { weight: n, toOwnUnits } = sample.standardised;
  const names = [interceptName, ...sample.columns];
  const width = names.length;
  if (fit.kind === "separated") return separatedBy(fit.predictors, sample.columns);
  if (fit.kind === "singular")
    return singularIn(
      fit.parameters.map((place) => (place % width) - 1),
      sample.columns,
    );
  const ownUnits = (parameters: Float64Array) =>
    Float64Array.from(
      ordinal.levels.slice(1).flatMap((_, a) => [...toOwnUnits(parameters.slice(a * width, (a + 1) * width))]),
    );
  const values = ownUnits(fit.parameters);
  const covariance = mappedCovariance(fit.inverse, ownUnits);
  const all = normalCoefficients(
    ordinal.levels.slice(1).flatMap(() => names),
    values,
    covariance,
    confidence,
  );
  const without = ordinal.answered.reduce((sum, count) => sum + count * Math.log(count / n), 0);
  return {
    kind: "estimated",
    answers: ordinal.levels
      .slice(1)
      .map((answer, a) => ({ answer, coefficients: all.slice(a * width, (a + 1) * width) })),
    reference: ordinal.levels[0],
    deviance: -2 * fit.logLikelihood,
    nullDeviance: -2 * without,
    aic: 2 * values.length - 2 * fit.logLikelihood,
    modelTest: likelihoodRatioTest(2 * (fit.logLikelihood - without), values.length - ordinal.levels.length + 1),
    mcFadden: 1 - fit.logLikelihood / without,
    n,
    converged: fit.converged,
    iterations: fit.iterations,
    method: "multinomial-logit/maximum-likelihood",
  };
}

/** Log odds at which a fit is asked whether it will ever end. */
const farLogOdds = 15;

function fitMultinomial(problem: CumulativeProblem, answered: Float64Array): ConcaveMaximum | NoMaximum {
  const { codes, levels, counts, shared } = problem;
  const width = shared.length + 1;
  const start = new Float64Array((levels - 1) * width);
  for (let a = 1; a < levels; a++) start[(a - 1) * width] = Math.log(answered[a] / answered[0]);
  return concaveMaximum({
    at: (parameters) => likelihoodAt(problem, parameters),
    start,
    weight: counts.reduce((sum, count) => sum + count, 0),
    far: farLogOdds,
    separating: () => separatingPredictors(choiceMargins(codes, levels, counts, shared)),
  });
}

function likelihoodAt({ codes, levels, counts, shared }: CumulativeProblem, parameters: Float64Array): LikelihoodHere {
  const width = shared.length + 1;
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const information = zeroMatrix(size, size);
  const x = new Float64Array(width).fill(1);
  const chances = new Float64Array(levels);
  let logLikelihood = 0;
  let furthest = 0;
  for (let k = 0; k < codes.length; k++) {
    for (let j = 1; j < width; j++) x[j] = shared[j - 1][k];
    for (let a = 1; a < levels; a++) {
      chances[a] = 0;
      for (let j = 0; j < width; j++) chances[a] += parameters[(a - 1) * width + j] * x[j];
    }
    furthest = Math.max(furthest, spreadOf(chances));
    logLikelihood += counts[k] * toChances(chances, codes[k]);
    for (let a = 1; a < levels; a++) {
      const rest = counts[k] * (Number(codes[k] === a) - chances[a]);
      for (let j = 0; j < width; j++) gradient[(a - 1) * width + j] += rest * x[j];
      for (let b = 1; b <= a; b++) {
        const spread = counts[k] * chances[a] * (Number(a === b) - chances[b]);
        addProducts(information, spread, x, (a - 1) * width, (b - 1) * width);
      }
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) information.values[j * size + i] = information.values[i * size + j];
  return { logLikelihood, gradient, information, furthest };
}

/** Largest log odds between two answers; that of answer 0 against itself is 0. */
function spreadOf(logOdds: Float64Array): number {
  let [lowest, highest] = [0, 0];
  for (let a = 1; a < logOdds.length; a++) {
    lowest = Math.min(lowest, logOdds[a]);
    highest = Math.max(highest, logOdds[a]);
  }
  return highest - lowest;
}

/** Turns log odds against answer 0 into chances, in place. @returns the logarithm of the chance of `code` */
function toChances(logOdds: Float64Array, code: number): number {
  logOdds[0] = 0;
  const highest = logOdds.reduce((most, each) => Math.max(most, each), 0);
  const own = logOdds[code] - highest;
  let sum = 0;
  for (let a = 0; a < logOdds.length; a++) {
    logOdds[a] = Math.exp(logOdds[a] - highest);
    sum += logOdds[a];
  }
  for (let a = 0; a < logOdds.length; a++) logOdds[a] /= sum;
  return own - Math.log(sum);
}

function addProducts(into: Matrix, factor: number, x: Float64Array, row: number, column: number): void {
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++) into.values[(row + i) * into.columns + column + j] += factor * x[i] * x[j];
  }
}
