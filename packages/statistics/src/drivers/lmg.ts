/**
 * LMG: each predictor's added R², averaged over all orders in which the predictors can enter a regression. The shares
 * are never negative and add up to R², whatever the correlations. It is the Shapley value of R².
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2006, JSS 17(1).
 */
import type { Moments } from "../moments/moments.ts";
import type { Random } from "../random/xoshiro.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import type { Contributions, DriverProblem, NoDrivers } from "./driver-problem.ts";
import { contributionsOf, driverProblem } from "./driver-problem.ts";

export interface Lmg extends Contributions {
  /** false where orders were sampled, because there are more than `exactLimit` predictors. */
  readonly exact: boolean;
  /** Orders sampled; null where exact. */
  readonly orders: number | null;
}

/** Predictors up to which all 2^p subsets are computed. */
export const exactLimit = 16;

/** Fewer for very many predictors: an order costs p³. */
const sampledPairsOf = (predictors: number) => (predictors > 40 ? 200 : 1000);

/**
 * @param seed of the sampled orders; without effect up to `exactLimit` predictors
 * @returns singular or too-few-answers where regression has no answer
 * @throws RangeError if the target is not one of the variables
 * Golden values: golden/example/expected/synth_public_keydrivers.json, golden/published/expected/swiss_relimp.json
 */
export function lmg(moments: Moments, target: number, seed = 1): Lmg | NoDrivers {
  const problem = driverProblem(moments, target);
  if (problem.kind !== "problem") return problem;
  const isExact = problem.names.length <= exactLimit;
  const raw = isExact ? exactContributions(problem) : sampledContributions(problem, randomFromSeed(seed));
  const orders = isExact ? null : 2 * sampledPairsOf(problem.names.length);
  return { ...contributionsOf(problem.names, raw, moments.n), exact: isExact, orders };
}

function exactContributions(problem: DriverProblem): Float64Array {
  const size = problem.names.length;
  const rSquared = subsetRSquared(problem);
  const weightOfSize = shapleyWeights(size);
  const bitCount = new Uint8Array(1 << size);
  for (let subset = 1; subset < bitCount.length; subset++) bitCount[subset] = bitCount[subset >> 1] + (subset & 1);
  const raw = new Float64Array(size);
  for (let subset = 0; subset < rSquared.length; subset++) {
    const weight = weightOfSize[bitCount[subset]];
    for (let j = 0; j < size; j++) {
      const bit = 1 << j;
      if ((subset & bit) === 0) raw[j] += weight * (rSquared[subset | bit] - rSquared[subset]);
    }
  }
  return raw;
}

/** Share of the orders in which exactly a given set of s predictors precedes a given other: s!(p − s − 1)!/p!. */
function shapleyWeights(size: number): Float64Array {
  const weights = new Float64Array(size);
  let binomial = 1;
  for (let s = 0; s < size; s++) {
    weights[s] = 1 / (size * binomial);
    binomial = (binomial * (size - 1 - s)) / (s + 1);
  }
  return weights;
}

/**
 * R² of every subset, indexed by bit mask. Predictors are decided one after another: to include one is to eliminate it
 * from those still undecided, so the work at depth d is (p − d)² and all subsets together cost about 6 · 2^p steps.
 */
function subsetRSquared(problem: DriverProblem): Float64Array {
  const size = problem.names.length;
  const result = new Float64Array(1 << size);
  const levels = Array.from({ length: size + 1 }, () => new Float64Array((size + 1) * (size + 1)));
  levels[0].set(augmented(problem));
  const visit = (depth: number, subset: number): void => {
    if (depth === size) {
      result[subset] = 1 - levels[depth][size * (size + 1) + size];
      return;
    }
    levels[depth + 1].set(levels[depth]);
    visit(depth + 1, subset);
    eliminate(levels[depth], levels[depth + 1], depth, size);
    visit(depth + 1, subset | (1 << depth));
  };
  visit(0, 0);
  return result;
}

/** Correlations of the predictors with the outcome as last row and column; only the upper triangle is used. */
function augmented({ correlations, withOutcome }: DriverProblem): Float64Array {
  const size = withOutcome.length;
  const matrix = new Float64Array((size + 1) * (size + 1));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) matrix[i * (size + 1) + j] = correlations.values[i * size + j];
    matrix[i * (size + 1) + size] = withOutcome[i];
  }
  matrix[size * (size + 1) + size] = 1;
  return matrix;
}

/** Writes the upper triangle of `from`, with variable `pivot` partialled out of the later ones, into `to`. */
function eliminate(from: Float64Array, to: Float64Array, pivot: number, size: number): void {
  const width = size + 1;
  for (let i = pivot + 1; i <= size; i++) {
    const factor = from[pivot * width + i] / from[pivot * width + pivot];
    for (let j = i; j <= size; j++) to[i * width + j] = from[i * width + j] - factor * from[pivot * width + j];
  }
}

/** Each sampled order is used forwards and backwards: where a predictor is early in one it is late in the other. */
function sampledContributions(problem: DriverProblem, random: Random): Float64Array {
  const size = problem.names.length;
  const raw = new Float64Array(size);
  const sampledPairs = sampledPairsOf(size);
  const order = Array.from({ length: size }, (_, index) => index);
  for (let pair = 0; pair < sampledPairs; pair++) {
    for (let last = size - 1; last > 0; last--) {
      const drawn = random.nextBelow(last + 1);
      [order[last], order[drawn]] = [order[drawn], order[last]];
    }
    addOrder(problem, order, raw);
    addOrder(problem, order.toReversed(), raw);
  }
  return raw.map((value) => value / (2 * sampledPairs));
}

/** Added R² of each predictor in one order: the squared elements of L⁻¹ r, L the Cholesky factor in that order. */
function addOrder({ correlations, withOutcome }: DriverProblem, order: readonly number[], raw: Float64Array): void {
  const size = order.length;
  const lower = new Float64Array(size * size);
  const explained = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let own = 1;
    let outcome = withOutcome[order[i]];
    for (let j = 0; j < i; j++) {
      let sum = correlations.values[order[i] * size + order[j]];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      const element = sum / lower[j * size + j];
      lower[i * size + j] = element;
      own -= element * element;
      outcome -= element * explained[j];
    }
    lower[i * size + i] = Math.sqrt(own);
    explained[i] = outcome / lower[i * size + i];
    raw[order[i]] += explained[i] * explained[i];
  }
}
