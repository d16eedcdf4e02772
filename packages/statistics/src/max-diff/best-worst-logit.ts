import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type BestWorstAnswers, type NeverShown, neverShown, weightedTasks } from "./best-worst-task.ts";

export interface ItemUtility {
  readonly item: string;
  /** On the logit scale; all utilities add up to 0. */
  readonly utility: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** exp(utility) over the sum: how often it would be chosen as best if all items were shown. Shares add up to 1. */
  readonly share: number;
  readonly shareInterval: Interval;
}

export interface BestWorstLogit {
  readonly kind: "estimated";
  readonly utilities: readonly ItemUtility[];
  readonly logLikelihood: number;
  /** Of choices at random. */
  readonly logLikelihoodByChance: number;
  readonly converged: true;
  readonly iterations: number;
  readonly respondents: number;
  readonly tasks: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: string;
}

/** Some items, or groups of them, always win or always lose, or are never compared with the others: their utilities have no end. */
export interface NoUtilities {
  readonly kind: "separated";
}

const maximumIterations = 60;

/**
 * Conditional logit of best–worst choices: the best of those shown with probability exp(u)/Σ exp(u), then the worst of the rest with
 * exp(−u)/Σ exp(−u). Standard errors by the sandwich over respondents, with case weights too. One utility for everybody.
 * @returns too-few-answers below two respondents (or as many as items less one); never-shown; separated
 * @throws RangeError if a task or weight cannot be, or confidence is outside (0, 1)
 * Source: McFadden 1974; Marley & Louviere 2005 (sequential best–worst). Golden values: max-diff.test.ts (survival::clogit's likelihood in R)
 */
export function bestWorstLogit(
  answers: BestWorstAnswers,
  confidence: number,
): BestWorstLogit | TooFewAnswers | NeverShown | NoUtilities {
  requireConfidence(confidence);
  const { used, weightOf, respondents, weight, squaredWeight } = weightedTasks(answers);
  const count = respondents.length;
  if (count < 2) return tooFewAnswers(count, 2);
  const unseen = neverShown(answers.items, used);
  if (unseen.length > 0) return { kind: "never-shown", items: unseen };
  const choices = used.flatMap(({ respondent, items, best, worst }): readonly Choice[] => [
    { respondent, weight: weightOf(respondent), items, chosen: best, sign: 1 },
    { respondent, weight: weightOf(respondent), items: items.filter((item) => item !== best), chosen: worst, sign: -1 },
  ]);
  const fit = maximise(pooled(choices), answers.items.length);
  if (fit === null) return { kind: "separated" };
  const covariance = sandwich(choices, fit, respondents);
  return {
    kind: "estimated",
    utilities: centredUtilities(answers.items, fit.utilities, covariance, confidence),
    logLikelihood: fit.logLikelihood,
    logLikelihoodByChance: choices.reduce((sum, each) => sum - each.weight * Math.log(each.items.length), 0),
    converged: true,
    iterations: fit.iterations,
    respondents: count,
    tasks: used.length,
    weightedBase: weight,
    effectiveN: effectiveSampleSize(weight, squaredWeight),
    method: "best-worst-logit/sandwich",
  };
}

interface Choice {
  readonly respondent: number;
  readonly weight: number;
  readonly items: readonly number[];
  readonly chosen: number;
  /** −1 where the least is chosen. */
  readonly sign: 1 | -1;
}

/** Choices that are alike as one of their weights together: a likelihood knows no respondents, and of a hundred thousand only as many
 *  choices are different as there are screens and answers. */
function pooled(choices: readonly Choice[]): readonly Choice[] {
  const byForm = new Map<string, { choice: Choice; weight: number }>();
  for (const choice of choices) {
    const form = `${choice.sign}:${choice.chosen}:${choice.items.join()}`;
    const known = byForm.get(form);
    if (known === undefined) byForm.set(form, { choice, weight: choice.weight });
    else known.weight += choice.weight;
  }
  return Array.from(byForm.values(), ({ choice, weight }) => ({ ...choice, weight }));
}

interface Fit {
  /** The last item's is 0. */
  readonly utilities: Float64Array;
  readonly inverse: Matrix;
  readonly logLikelihood: number;
  readonly iterations: number;
}

function maximise(choices: readonly Choice[], size: number): Fit | null {
  let utilities = new Float64Array(size);
  let state = derivativesAt(choices, utilities);
  for (let iterations = 1; iterations <= maximumIterations; iterations++) {
    const factor = cholesky(state.information, 1e-10);
    if (factor.kind === "singular") return null;
    const step = choleskySolve(factor, state.gradient);
    let scale = 1;
    let next = moved(utilities, step, scale);
    let found = derivativesAt(choices, next);
    // A likelihood of many rounds: what it loses by that is no loss.
    const rounding = 1e-9 + 1e-13 * Math.abs(state.logLikelihood);
    while (found.logLikelihood < state.logLikelihood - rounding && scale > 1e-6) {
      scale /= 2;
      next = moved(utilities, step, scale);
      found = derivativesAt(choices, next);
    }
    utilities = next;
    state = found;
    if (utilities.some((utility) => Math.abs(utility) > 25)) return null;
    if (step.every((change) => Math.abs(change) < 1e-9)) {
      const { logLikelihood } = state;
      return { utilities, inverse: choleskyInverse(factor), logLikelihood, iterations };
    }
  }
  return null;
}

function moved(utilities: Float64Array, step: Float64Array, scale: number) {
  return utilities.map((utility, item) => utility + (item < step.length ? scale * step[item] : 0));
}

/** Probabilities of a choice's items. */
function probabilities({ items, sign }: Choice, utilities: Float64Array): readonly number[] {
  const largest = items.reduce((most, item) => Math.max(most, sign * utilities[item]), Number.NEGATIVE_INFINITY);
  const weights = items.map((item) => Math.exp(sign * utilities[item] - largest));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => each / total);
}

function derivativesAt(choices: readonly Choice[], utilities: Float64Array) {
  const free = utilities.length - 1;
  const gradient = new Float64Array(free);
  const information = zeroMatrix(free, free);
  let logLikelihood = 0;
  for (const choice of choices) {
    const { items, weight, chosen, sign } = choice;
    const shares = probabilities(choice, utilities);
    items.forEach((item, i) => {
      if (item === chosen) logLikelihood += weight * Math.log(shares[i]);
      if (item >= free) return;
      gradient[item] += weight * sign * ((item === chosen ? 1 : 0) - shares[i]);
      items.forEach((other, j) => {
        if (other >= free) return;
        information.values[item * free + other] += weight * shares[i] * ((i === j ? 1 : 0) - shares[j]);
      });
    });
  }
  return { logLikelihood, gradient, information };
}

/** A⁻¹BA⁻¹, B from the respondents' scores, n/(n − 1). */
function sandwich(choices: readonly Choice[], { utilities, inverse }: Fit, respondents: readonly number[]): Matrix {
  const free = inverse.rows;
  const scores = new Map(respondents.map((respondent) => [respondent, new Float64Array(free)]));
  for (const choice of choices) {
    const shares = probabilities(choice, utilities);
    const own = scores.get(choice.respondent);
    choice.items.forEach((item, i) => {
      if (own === undefined || item >= free) return;
      own[item] += choice.weight * choice.sign * ((item === choice.chosen ? 1 : 0) - shares[i]);
    });
  }
  const covariance = zeroMatrix(free, free);
  const count = respondents.length;
  for (const score of scores.values()) {
    const influence = Float64Array.from(score, (_, a) =>
      score.reduce((sum, each, b) => sum + inverse.values[a * free + b] * each, 0),
    );
    for (let a = 0; a < free; a++) {
      for (let b = 0; b < free; b++) {
        covariance.values[a * free + b] += (influence[a] * influence[b] * count) / (count - 1);
      }
    }
  }
  return covariance;
}

function centredUtilities(
  items: readonly string[],
  utilities: Float64Array,
  covariance: Matrix,
  confidence: number,
): readonly ItemUtility[] {
  const size = items.length;
  const mean = utilities.reduce((sum, each) => sum + each / size, 0);
  const exponents = utilities.map(Math.exp);
  const total = exponents.reduce((sum, each) => sum + each, 0);
  const errorOf = (slope: (item: number) => number) => {
    let variance = 0;
    for (let a = 0; a < size - 1; a++) {
      for (let b = 0; b < size - 1; b++) variance += slope(a) * slope(b) * covariance.values[a * (size - 1) + b];
    }
    return Math.sqrt(Math.max(0, variance));
  };
  return items.map((item, k): ItemUtility => {
    const utility = utilities[k] - mean;
    const standardError = errorOf((a) => (a === k ? 1 : 0) - 1 / size);
    const share = exponents[k] / total;
    // ∂ logit(share)/∂u: 1 for its own, minus the others' shares among themselves for theirs.
    const logit = Math.log(share / (1 - share));
    const logitError = errorOf((a) => (a === k ? 1 : -exponents[a] / (total - exponents[k])));
    const limits = normalInterval(logit, logitError, confidence, "logit-delta");
    const inverse = (x: number) => 1 / (1 + Math.exp(-x));
    return {
      item,
      utility,
      standardError,
      interval: normalInterval(utility, standardError, confidence, "linearised"),
      share,
      shareInterval: { ...limits, lower: inverse(limits.lower), upper: inverse(limits.upper) },
    };
  });
}
