/**
 * Bootstrap intervals for shares of R². Respondents are resampled with replacement, a case weight travelling with its
 * respondent. The shares of one run are not independent: their intervals describe each driver alone, not the ranking.
 */
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Moments } from "../moments/moments.ts";
import { quantileType7 } from "../quantile/quantiles.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import type { Contributions, NoDrivers } from "./driver-problem.ts";
import type { DriverSample } from "./driver-sample.ts";
import { johnsonRelativeWeights } from "./johnson.ts";
import { lmg } from "./lmg.ts";
import { groupSampler, rowSampler } from "./resampled-moments.ts";

/** Above this many respondents random groups of them are drawn. */
const mostDrawnRows = 20_000;

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
  return bootstrapShares(sample, [lmgShares(sample, seed)], resamples, seed, confidence)[0];
}

/** The same for Johnson's relative weights. */
export function bootstrapJohnson(
  sample: DriverSample,
  resamples: number,
  seed: number,
  confidence: number,
): DriverIntervalsResult {
  return bootstrapShares(sample, [johnsonShares(sample)], resamples, seed, confidence)[0];
}

/** Both of the same resamples, which take most of the time: what the two give alone. */
export function bootstrapLmgAndJohnson(
  sample: DriverSample,
  resamples: number,
  seed: number,
  confidence: number,
): { readonly lmg: DriverIntervalsResult; readonly johnson: DriverIntervalsResult } {
  const measures = [lmgShares(sample, seed), johnsonShares(sample)];
  const [ofLmg, ofJohnson] = bootstrapShares(sample, measures, resamples, seed, confidence);
  return { lmg: ofLmg, johnson: ofJohnson };
}

type Shares = (moments: Moments) => Contributions | NoDrivers;

const lmgShares =
  ({ target }: DriverSample, seed: number): Shares =>
  (moments) =>
    lmg(moments, target, seed);

const johnsonShares =
  ({ target }: DriverSample): Shares =>
  (moments) =>
    johnsonRelativeWeights(moments, target);

/** @returns one result a measure, in their order */
function bootstrapShares(
  sample: DriverSample,
  measures: readonly Shares[],
  resamples: number,
  seed: number,
  confidence: number,
): readonly DriverIntervalsResult[] {
  requireConfidence(confidence);
  if (!(Number.isInteger(resamples) && resamples >= 20)) throw new RangeError(`${resamples} resamples are too few`);
  const n = sample.columns[0]?.length ?? 0;
  const sampler = n > mostDrawnRows ? groupSampler : rowSampler;
  const draw = sampler(sample, randomFromSeed(seed));
  const replicates = measures.map((): Float64Array[] => []);
  for (let resample = 0; resample < resamples; resample++) {
    const moments = draw();
    measures.forEach((sharesOf, measure) => {
      const found = sharesOf(moments);
      if (found.kind === "estimated") replicates[measure].push(found.shares);
    });
  }
  return replicates.map((found) => intervalsOf(found, resamples, confidence));
}

function intervalsOf(
  replicates: readonly Float64Array[],
  resamples: number,
  confidence: number,
): DriverIntervalsResult {
  const failed = resamples - replicates.length;
  if (failed > resamples / 10) return { kind: "no-intervals", failed };
  const tail = (1 - confidence) / 2;
  const intervals = Array.from(replicates[0], (_, predictor) => {
    const sorted = Float64Array.from(replicates, (shares) => shares[predictor]).sort();
    const [lower, upper] = [quantileType7(sorted, tail), quantileType7(sorted, 1 - tail)];
    return { lower, upper, confidence, method: "bootstrap-percentile" } as const;
  });
  return { kind: "estimated", intervals, resamples, failed };
}
