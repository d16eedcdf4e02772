/**
 * Bootstrap intervals for shares of R². Respondents are resampled with replacement, a case weight travelling with its
 * respondent. The shares of one run are not independent: their intervals describe each driver alone, not the ranking.
 */
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Moments } from "../moments/moments.ts";
import type { Random } from "../random/xoshiro.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import type { Contributions, NoDrivers } from "./driver-problem.ts";
import { johnsonRelativeWeights } from "./johnson.ts";
import { lmg } from "./lmg.ts";

export interface DriverSample {
  readonly variables: readonly string[];
  /** Complete cases, one column a variable, all of one length; no NaN. */
  readonly columns: readonly Float64Array[];
  /** One a row, or null. */
  readonly caseWeights: Float64Array | null;
  /** Place of the outcome. */
  readonly target: number;
}

export interface DriverIntervals {
  readonly kind: "estimated";
  /** Of each predictor's share of R², in the order of the variables without the outcome. */
  readonly intervals: readonly Interval[];
  readonly resamples: number;
  /** Resamples without an answer (a variable constant or dependent in them); they are left out. */
  readonly failed: number;
}

export type DriverIntervalsResult = DriverIntervals | { readonly kind: "no-intervals"; readonly failed: number };

/**
 * Percentile intervals (quantile type 7) of the LMG shares.
 * @returns no-intervals where fewer than nine resamples in ten have an answer
 * @throws RangeError if columns differ in length or contain NaN, resamples < 20, or confidence is outside (0, 1)
 */
export function bootstrapLmg(
  sample: DriverSample,
  resamples: number,
  seed: number,
  confidence: number,
): DriverIntervalsResult {
  return bootstrapShares(sample, (moments) => lmg(moments, sample.target, seed), resamples, seed, confidence);
}

/** The same for Johnson's relative weights. */
export function bootstrapJohnson(
  sample: DriverSample,
  resamples: number,
  seed: number,
  confidence: number,
): DriverIntervalsResult {
  const shares = (moments: Moments) => johnsonRelativeWeights(moments, sample.target);
  return bootstrapShares(sample, shares, resamples, seed, confidence);
}

function bootstrapShares(
  sample: DriverSample,
  sharesOf: (moments: Moments) => Contributions | NoDrivers,
  resamples: number,
  seed: number,
  confidence: number,
): DriverIntervalsResult {
  requireConfidence(confidence);
  if (!(Number.isInteger(resamples) && resamples >= 20)) throw new RangeError(`${resamples} resamples are too few`);
  const draw = momentsSampler(sample, randomFromSeed(seed));
  const replicates: Float64Array[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const found = sharesOf(draw());
    if (found.kind === "estimated") replicates.push(found.shares);
  }
  const failed = resamples - replicates.length;
  if (failed > resamples / 10) return { kind: "no-intervals", failed };
  const tail = (1 - confidence) / 2;
  const intervals = sample.columns.slice(1).map((_, predictor) => {
    const sorted = Float64Array.from(replicates, (shares) => shares[predictor]).sort();
    const [lower, upper] = [quantileType7(sorted, tail), quantileType7(sorted, 1 - tail)];
    return { lower, upper, confidence, method: "bootstrap-percentile" } as const;
  });
  return { kind: "estimated", intervals, resamples, failed };
}

/** Returns a function that draws one resample and computes its moments from how often each row was drawn. */
function momentsSampler(sample: DriverSample, random: Random): () => Moments {
  const rows = centredRows(sample);
  const n = sample.columns[0].length;
  const times = new Uint16Array(n);
  return () => {
    times.fill(0);
    for (let draw = 0; draw < n; draw++) times[random.nextBelow(n)] += 1;
    return resampledMoments(sample, rows, times);
  };
}

/** Row-major, centred at the sample's means so that sums about a resample's own mean lose no digits. */
function centredRows({ variables, columns, caseWeights }: DriverSample): Float64Array {
  const p = columns.length;
  if (p === 0 || p !== variables.length) throw new RangeError("one name for each column is needed");
  const n = columns[0].length;
  if (n === 0) throw new RangeError("a bootstrap needs rows");
  if (columns.some((column) => column.length !== n)) throw new RangeError("columns differ in length");
  if (caseWeights !== null && caseWeights.length !== n) throw new RangeError("one case weight for each row is needed");
  const rows = new Float64Array(n * p);
  columns.forEach((column, j) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    if (Number.isNaN(mean)) throw new RangeError(`variable ${variables[j]} has missing answers`);
    for (let row = 0; row < n; row++) rows[row * p + j] = column[row] - mean;
  });
  return rows;
}

function resampledMoments({ variables, caseWeights }: DriverSample, rows: Float64Array, times: Uint16Array): Moments {
  const p = variables.length;
  const means = new Float64Array(p);
  const crossProducts = new Float64Array(p * p);
  let weight = 0;
  let squaredWeight = 0;
  for (let row = 0; row < times.length; row++) {
    if (times[row] === 0) continue;
    const caseWeight = caseWeights === null ? 1 : caseWeights[row];
    const w = times[row] * caseWeight;
    weight += w;
    squaredWeight += w * caseWeight;
    for (let i = 0; i < p; i++) {
      const weighted = w * rows[row * p + i];
      means[i] += weighted;
      for (let j = i; j < p; j++) crossProducts[i * p + j] += weighted * rows[row * p + j];
    }
  }
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const sum = crossProducts[i * p + j];
      const aboutMean = sum - (means[i] * means[j]) / weight;
      // A variable that happens to be constant in this resample leaves rounding, which must read as no variation.
      crossProducts[i * p + j] = i === j && aboutMean < sum * 1e-12 ? 0 : aboutMean;
      crossProducts[j * p + i] = crossProducts[i * p + j];
    }
  }
  return { variables, n: times.length, weight, squaredWeight, means: means.map((sum) => sum / weight), crossProducts };
}

/** R's default quantile of sorted values. Source: Hyndman & Fan 1996, type 7. */
function quantileType7(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
