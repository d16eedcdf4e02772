import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import type { Moments } from "../moments/moments.ts";
import { quantileType7 } from "../quantile/quantiles.ts";
import { chiSquareDraw, normalDraw } from "../random/normal-draw.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { itemScale, type NoScale } from "../reliability/item-scale.ts";

export interface ParallelAnalysis {
  readonly kind: "estimated";
  /** Of the items' correlations, descending. */
  readonly eigenvalues: Float64Array;
  /** What uncorrelated items of as many respondents would have, at the quantile asked for, descending. */
  readonly byChance: Float64Array;
  /** The first eigenvalues that are greater than chance: how many factors there are reason to look for. */
  readonly factors: number;
  readonly n: number;
  readonly effectiveN: number;
  readonly method: string;
}

export interface ParallelOptions {
  /** Sets of uncorrelated items. */
  readonly replicates: number;
  /** 0–1; 0.95 is usual. */
  readonly quantile: number;
  readonly seed: number;
}

/**
 * Horn's parallel analysis of principal components. Correlations of normal items that have nothing in common are drawn directly from
 * Wishart's distribution, so that replicates cost the same for any number of respondents. With case weights: Kish's effective n.
 * @throws RangeError below two items, below 20 replicates, for a quantile outside (0, 1), or a seed that is none
 * Source: Horn 1965; Glorfeld 1995 (quantile); Bartlett's decomposition: Anderson 2003, 7.2
 */
export function parallelAnalysis(
  moments: Moments,
  { replicates, quantile, seed }: ParallelOptions,
): ParallelAnalysis | NoScale {
  if (!(Number.isInteger(replicates) && replicates >= 20)) throw new RangeError(`${replicates} replicates`);
  if (!(quantile > 0 && quantile < 1)) throw new RangeError(`quantile ${quantile}`);
  const random = randomFromSeed(seed);
  const size = moments.variables.length;
  const scale = itemScale(moments, size + 1);
  if (scale.kind !== "scale") return scale;
  const eigenvalues = symmetricEigen(scale.correlation).values.toReversed();
  const drawn = Array.from({ length: size }, () => new Float64Array(replicates));
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { values } = symmetricEigen(chanceCorrelations(size, scale.effectiveN - 1, random));
    for (let rank = 0; rank < size; rank++) drawn[rank][replicate] = values[size - 1 - rank];
  }
  const byChance = Float64Array.from(drawn, (values) => quantileType7(values.sort(), quantile));
  const below = eigenvalues.findIndex((value, rank) => value <= byChance[rank]);
  return {
    kind: "estimated",
    eigenvalues,
    byChance,
    factors: below < 0 ? size : below,
    n: scale.n,
    effectiveN: scale.effectiveN,
    method: `parallel analysis, ${replicates} replicates, quantile ${quantile}, seed ${seed}`,
  };
}

/** Of the sample covariances L L′: independent χ on L's diagonal and normal numbers below it. */
function chanceCorrelations(size: number, degreesOfFreedom: number, random: Random): Matrix {
  const lower = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    let length = 0;
    for (let j = 0; j < i; j++) {
      const drawn = normalDraw(random);
      lower.values[i * size + j] = drawn;
      length += drawn * drawn;
    }
    const square = chiSquareDraw(degreesOfFreedom - i, random);
    lower.values[i * size + i] = Math.sqrt(square);
    const root = Math.sqrt(length + square);
    for (let j = 0; j <= i; j++) lower.values[i * size + j] /= root;
  }
  const correlations = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += lower.values[i * size + k] * lower.values[j * size + k];
      correlations.values[i * size + j] = i === j ? 1 : sum;
      correlations.values[j * size + i] = correlations.values[i * size + j];
    }
  }
  return correlations;
}
