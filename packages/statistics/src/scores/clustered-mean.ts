/**
 * Mean under cluster sampling: customers of one store answer alike, so the stores, not the customers, are the
 * independent units. Ignoring this is the commonest cause of intervals that are too narrow.
 */
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { deviationFrom } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";

/** Σw in cells [cluster × value], row by row, with the counts the variance needs. */
export interface ClusterTally {
  readonly values: readonly number[];
  /** Rows of `weight`: clusters with at least one answer. */
  readonly clusters: number;
  /** clusters × values.length, row by row. */
  readonly weight: Float64Array;
  /** Answers with each value, unweighted. */
  readonly count: Float64Array;
  /** Σw² over the answers. */
  readonly squaredWeight: number;
  /** Clusters of the whole sample: those without an answer here count in the factor of the variance, not in its degrees of freedom. */
  readonly designClusters: number;
}

export interface ClusteredMean extends Estimated {
  /** Variance over s²/n, what the same answers would have as an unweighted simple random sample; null where s is 0. */
  readonly designEffect: number | null;
  /** Clusters with an answer − 1. */
  readonly degreesOfFreedom: number;
}

export interface TooFewClusters {
  readonly kind: "too-few-clusters";
  readonly clusters: number;
  readonly required: 2;
}

/**
 * Weighted mean with the cluster-robust linearised standard error V = m/(m − 1) Σ_c (Σ_i∈c u_i)², u = w(x − mean)/Σw,
 * m the clusters of the design, and a t interval on the clusters with an answer − 1 degrees of freedom: what is known of the spread between
 * clusters comes from those.
 * @returns too-few-clusters where fewer than two have an answer
 * @param numberOf turns an answer value into the number averaged: itself, a 0–100 conversion, an NPS mark
 * @throws RangeError if the cells do not fit, or confidence is outside (0, 1)
 * Source: Lumley 2010, Complex Surveys, 3.2. Golden values: golden/example/expected/synth_public_scores.json (nps_se_cluster_store)
 */
export function clusteredMean(
  tally: ClusterTally,
  numberOf: (value: number) => number,
  confidence: number,
): ClusteredMean | TooFewAnswers | TooFewClusters {
  requireConfidence(confidence);
  requireCells(tally);
  const n = tally.count.reduce((sum, count) => sum + count, 0);
  if (n < 2) return tooFewAnswers(n, 2);
  const clusters = answeredClusters(tally);
  if (clusters < 2) return { kind: "too-few-clusters", clusters, required: 2 };
  const numbers = tally.values.map(numberOf);
  const { mean, weightedBase } = meanOfCells(tally, numbers);
  const degreesOfFreedom = clusters - 1;
  const betweenClusters = sumOfSquaredClusterTotals(tally, numbers, mean) / (weightedBase * weightedBase);
  const variance = (tally.designClusters / (tally.designClusters - 1)) * betweenClusters;
  const simpleVariance = unweightedVariance(tally.count, numbers, n) / n;
  const standardError = Math.sqrt(variance);
  return {
    kind: "estimated",
    value: mean,
    standardError,
    interval: studentInterval(mean, standardError, degreesOfFreedom, confidence, "linearised-t"),
    n,
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, tally.squaredWeight),
    method: "mean/clustered-linearised",
    designEffect: simpleVariance > 0 ? variance / simpleVariance : null,
    degreesOfFreedom,
  };
}

function answeredClusters({ clusters, values, weight }: ClusterTally): number {
  let answered = 0;
  for (let cluster = 0; cluster < clusters; cluster++) {
    const own = weight.subarray(cluster * values.length, (cluster + 1) * values.length);
    if (own.some((cell) => cell > 0)) answered += 1;
  }
  return answered;
}

function meanOfCells(tally: ClusterTally, numbers: readonly number[]) {
  const columns = numbers.length;
  let weightedBase = 0;
  let sum = 0;
  tally.weight.forEach((weight, cell) => {
    weightedBase += weight;
    sum += weight * (numbers[cell % columns] - numbers[0]);
  });
  return { mean: numbers[0] + sum / weightedBase, weightedBase };
}

function unweightedVariance(count: Float64Array, numbers: readonly number[], n: number): number {
  const mean = count.reduce((sum, cell, column) => sum + (cell / n) * numbers[column], 0);
  return count.reduce((sum, cell, column) => sum + cell * (numbers[column] - mean) ** 2, 0) / (n - 1);
}

function sumOfSquaredClusterTotals(tally: ClusterTally, numbers: readonly number[], mean: number): number {
  let squares = 0;
  for (let cluster = 0; cluster < tally.clusters; cluster++) {
    let total = 0;
    let size = 0;
    for (let column = 0; column < numbers.length; column++) {
      const part = tally.weight[cluster * numbers.length + column] * deviationFrom(mean, numbers[column], 0);
      total += part;
      size += Math.abs(part);
    }
    // Of a cluster whose mean is that of all the parts cancel out: what is left is rounding.
    if (Math.abs(total) > 1e-12 * size) squares += total * total;
  }
  return squares;
}

function requireCells(tally: ClusterTally): void {
  if (tally.weight.length !== tally.clusters * tally.values.length)
    throw new RangeError("cells must be clusters × values");
  if (tally.count.length !== tally.values.length) throw new RangeError("one count for each value is needed");
  if (tally.designClusters < tally.clusters) throw new RangeError("designClusters is less than the clusters given");
}
