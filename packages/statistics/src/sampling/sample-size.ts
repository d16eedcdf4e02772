/**
 * How many customers to ask, from the precision wanted of a share or a mean. The size is that of a simple random sample; a finite
 * population needs fewer, a design effect (clusters, unequal weights) more, and those who will not answer must be invited, too.
 * Source: Cochran 1977, Sampling Techniques, 4.4–4.7; Kish 1965, 8.2 for the design effect: the variance of the design over that of a
 * simple random sample of the same size, both with the correction for a finite population. So it multiplies n₀, not the size corrected.
 */
import { criticalNormal } from "../estimate/interval.ts";

export interface SamplePlan {
  /** Half the width of the interval, in the unit of what is estimated (a share: 0–1). */
  readonly margin: number;
  /** 0–1. */
  readonly confidence: number;
  /** Customers there are; Infinity where their number is unknown or very large. */
  readonly population: number;
  /** 1 for a simple random sample. */
  readonly designEffect: number;
  /** Share of the invited who will answer, above 0 up to 1. */
  readonly responseRate: number;
}

export interface SampleSize {
  readonly kind: "sized";
  /** z² S²/e², for an infinite population. Not rounded. */
  readonly infinitePopulation: number;
  /** The same for the population there is, n₀/(1 + (n₀ − 1)/N). Not rounded. */
  readonly simpleRandom: number;
  /** Answers needed, with the design effect: n₀ deff in the place of n₀; a whole number, and no more than there are customers. */
  readonly answers: number;
  /** Invitations needed; a whole number. */
  readonly invitations: number;
}

/** The population does not hold enough customers to invite: ask all of them, and say that the precision will not be reached. */
export interface PopulationTooSmall {
  readonly kind: "population-too-small";
  readonly population: number;
  readonly invitations: number;
}

/**
 * For a share.
 * @param share expected, 0–1; 0.5 is the most cautious
 * @throws RangeError if share is outside [0, 1] or the plan outside its ranges
 * Golden values: synth_public_samplesize (simple)
 */
export function sampleSizeForShare(share: number, plan: SamplePlan): SampleSize | PopulationTooSmall {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must lie in [0, 1], got ${share}`);
  return sizeFor(share * (1 - share), plan);
}

/**
 * For a mean.
 * @param standardDeviation expected, of the answers, in their unit
 * @throws RangeError if standardDeviation is negative or the plan outside its ranges
 * Golden values: synth_public_samplesize (mean_margin)
 */
export function sampleSizeForMean(standardDeviation: number, plan: SamplePlan): SampleSize | PopulationTooSmall {
  if (!(standardDeviation >= 0 && standardDeviation < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a standard deviation cannot be ${standardDeviation}`);
  }
  return sizeFor(standardDeviation ** 2, plan);
}

/**
 * The other way round: half the width of the interval that `answers` will give, z √(deff S²/n · (N − n)/(N − 1)). The design effect is that
 * of the variance, which vanishes with a census whatever the design.
 * @param standardDeviation of the answers; of a share √(p(1 − p))
 * @returns 0 where the whole population answers
 * @throws RangeError unless 1 ≤ answers ≤ population, or as above
 */
export function marginOfAnswers(
  answers: number,
  standardDeviation: number,
  plan: Pick<SamplePlan, "confidence" | "population" | "designEffect">,
): number {
  if (!(answers >= 1 && answers <= plan.population)) throw new RangeError(`${answers} answers of ${plan.population}`);
  if (!(standardDeviation >= 0)) throw new RangeError(`a standard deviation cannot be ${standardDeviation}`);
  requirePopulation(plan.population, plan.designEffect);
  const infinite = criticalNormal(plan.confidence) * standardDeviation * Math.sqrt(plan.designEffect / answers);
  return infinite * Math.sqrt(shareNotAsked(answers, plan.population));
}

/** (N − n)/(N − 1), the finite population correction where S² has the denominator N. */
function shareNotAsked(answers: number, population: number): number {
  if (population === Number.POSITIVE_INFINITY) return 1;
  return answers >= population ? 0 : (population - answers) / (population - 1);
}

function sizeFor(variance: number, plan: SamplePlan): SampleSize | PopulationTooSmall {
  const { margin, population, designEffect, responseRate } = plan;
  const z = criticalNormal(plan.confidence);
  if (!(margin > 0)) throw new RangeError(`a margin must be positive, got ${margin}`);
  if (!(responseRate > 0 && responseRate <= 1)) throw new RangeError(`response rate ${responseRate}`);
  requirePopulation(population, designEffect);
  // At least one answer, even where nothing is expected to vary.
  const infinitePopulation = Math.max(1, (z * z * variance) / (margin * margin));
  const simpleRandom = ofPopulation(infinitePopulation, population);
  const needed = ofPopulation(Math.max(1, infinitePopulation * designEffect), population);
  const answers = wholeNumberAbove(needed);
  const invitations = wholeNumberAbove(needed / responseRate);
  if (invitations > population) return { kind: "population-too-small", population, invitations };
  return { kind: "sized", infinitePopulation, simpleRandom, answers, invitations };
}

function ofPopulation(infinite: number, population: number): number {
  return infinite / (1 + (infinite - 1) / population);
}

/** 341.0000000001, which is 341 and rounding, is 341. */
function wholeNumberAbove(size: number): number {
  return Math.ceil(size * (1 - 1e-12));
}

function requirePopulation(population: number, designEffect: number): void {
  if (!(population >= 1)) throw new RangeError(`population ${population}`);
  if (!(designEffect > 0 && designEffect < Number.POSITIVE_INFINITY))
    throw new RangeError(`design effect ${designEffect}`);
}
