/**
 * Means of groups with case weights and the covariance of those means, from which the design-based tests follow. With independent
 * respondents each group has its own effective n, as Welch's tests have it; with clusters the groups are domains of one sample.
 */
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { Grouping } from "../index/index-moments.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { linearisedVariance } from "../scores/linearised-mean.ts";
import { type MeanWithVariance, meanWithVariance } from "../scores/mean-variance.ts";
import { deviationFrom, type Sums } from "../tally/sums.ts";
import { answersIn, type NoGroupTest, tooFewGroups } from "./group-problem.ts";

export interface WeightedMeans {
  readonly kind: "estimated";
  /** Places of the groups with two answers or more. */
  readonly groups: readonly number[];
  /** Of those groups, in their order. */
  readonly means: Float64Array;
  readonly covariance: Matrix;
  /** Answers, unweighted. */
  readonly n: number;
  /** Σw over them. */
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw² over them. */
  readonly effectiveN: number;
  /** What is known of the variances: clusters with an answer less 1; for respondents, so much that a test of the groups, which takes
   *  one for each difference, comes to Welch's. */
  readonly designDegreesOfFreedom: number;
  /** By which Wald's F of these means is divided: above 1 where more than two variances were estimated from small groups (Welch). */
  readonly divisor: number;
}

/**
 * Independent respondents: the variances of `meanEstimate`, and Welch's degrees of freedom with the effective n of each group. Without
 * weights, or with equal ones, the t test of two such groups is Welch's and the F test of several his analysis of variance.
 * @param groups weighted or not; those with fewer than two answers, or two effective ones, are left out
 * @returns too-few-groups; no-variation where one of three or more groups does not vary
 * Source: Welch 1947, 1951, with Kish's n_eff for n. R's form is `weightedMeansInR`.
 */
export function weightedMeans(groups: readonly Sums[]): WeightedMeans | NoGroupTest {
  const found = foundIn(groups);
  if (found.length < 2) return tooFewGroups(found.length);
  const k = found.length;
  // As in Welch's analysis of variance: a group that does not vary would have infinite weight.
  if (k > 2 && found.some(({ variance }) => !(variance > 0))) return { kind: "no-variation" };
  const imbalance = found.reduce(
    (sum, { degreesOfFreedom }, j) => sum + lackOfPrecision(found, j) ** 2 / degreesOfFreedom,
    0,
  );
  const lambda = imbalance / (k * k - 1);
  // Where no group varies there is no imbalance, and nothing to test.
  const denominator = lambda > 0 ? 1 / (3 * lambda) : found.reduce((sum, each) => sum + each.degreesOfFreedom, 0);
  return independentMeans(found, { degreesOfFreedom: denominator + k - 1, divisor: 1 + 2 * (k - 2) * lambda });
}

/**
 * The same as R's survey package has it, for comparison with it: linearised variances with the factor of the whole design, and
 * answers − 1 degrees of freedom for all groups together. In small groups its tests reject too often.
 * Source: Lumley 2010; R's `survey::svyglm`. Golden values: golden/second/expected/survey_groups.json (weighted_*)
 */
export function weightedMeansInR(groups: readonly Sums[]): WeightedMeans | NoGroupTest {
  const found = foundIn(groups).map((each) => ({ ...each, variance: linearisedVariance(groups[each.group]) }));
  if (found.length < 2) return tooFewGroups(found.length);
  return independentMeans(found, { degreesOfFreedom: answersIn(found) - 1, divisor: 1 });
}

/** Equal weights make an effective n of n, but for rounding. */
const rounding = 1e-9;

interface FoundMean extends MeanWithVariance {
  readonly group: number;
}

function foundIn(groups: readonly Sums[]): readonly FoundMean[] {
  return groups.flatMap((sums, group) => {
    const moments = meanWithVariance({ ...sums, weighting: "case-weights" });
    if (moments === null || moments.effectiveN < 2 - rounding) return [];
    return [{ group, ...moments, degreesOfFreedom: Math.max(1, moments.degreesOfFreedom) }];
  });
}

/** 1 less the share of a mean in the precision of all; of a group without variance, 0. */
function lackOfPrecision(found: readonly FoundMean[], j: number): number {
  const own = found[j].variance;
  if (!(own > 0)) return 0;
  const relative = found.reduce(
    (sum, { variance }) => sum + (variance > 0 ? own / variance : Number.POSITIVE_INFINITY),
    0,
  );
  return 1 - 1 / relative;
}

function independentMeans(
  found: readonly FoundMean[],
  { degreesOfFreedom, divisor }: { readonly degreesOfFreedom: number; readonly divisor: number },
): WeightedMeans {
  const covariance = zeroMatrix(found.length, found.length);
  found.forEach(({ variance }, j) => {
    covariance.values[j * found.length + j] = variance;
  });
  const weightedBase = found.reduce((sum, each) => sum + each.weightedBase, 0);
  const squaredWeight = found.reduce((sum, each) => sum + each.weightedBase ** 2 / each.effectiveN, 0);
  return {
    kind: "estimated",
    groups: found.map(({ group }) => group),
    means: Float64Array.from(found, ({ mean }) => mean),
    covariance,
    n: answersIn(found),
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    designDegreesOfFreedom: degreesOfFreedom,
    divisor,
  };
}

/** Answers of clusters, such as the customers of one branch. */
export interface ClusteredAnswers {
  /** NaN = no answer. */
  readonly values: Float64Array;
  /** One a row, or null. */
  readonly weights: Float64Array | null;
  readonly groups: Grouping;
  /** `count` is that of the whole sample; every row with an answer has one. */
  readonly clusters: Grouping;
}

/**
 * Clustered respondents: clusters, not customers, are the independent units, and groups within one cluster go together.
 * @returns too-few-groups; too-few-answers below two answers; `designDegreesOfFreedom` is clusters with an answer − 1: 0 with one
 * @throws RangeError if columns differ in length, a weight is negative, or a row's cluster is outside 0 … count − 1
 * Source: Lumley 2010, Complex Surveys, 3.2; R's `survey::svyglm` with ids = ~cluster.
 */
export function clusteredMeans(answers: ClusteredAnswers): WeightedMeans | NoGroupTest {
  const rows = rowsOf(answers);
  if (rows.length < 2) return tooFewAnswers(rows.length, 2);
  const totals = new Map<number, { n: number; weight: number; squaredWeight: number; sum: number }>();
  for (const { group, weight, value } of rows) {
    const total = totals.get(group) ?? { n: 0, weight: 0, squaredWeight: 0, sum: 0 };
    totals.set(group, {
      n: total.n + 1,
      weight: total.weight + weight,
      squaredWeight: total.squaredWeight + weight * weight,
      sum: total.sum + weight * (value - rows[0].value),
    });
  }
  const groups = [...totals.keys()].filter((group) => (totals.get(group)?.n ?? 0) >= 2).sort((a, b) => a - b);
  if (groups.length < 2) return tooFewGroups(groups.length);
  const totalOf = (group: number) => totals.get(group) ?? { n: 0, weight: 0, squaredWeight: 0, sum: 0 };
  const weightedBase = groups.reduce((sum, group) => sum + totalOf(group).weight, 0);
  const squaredWeight = groups.reduce((sum, group) => sum + totalOf(group).squaredWeight, 0);
  const means = Float64Array.from(groups, (group) => rows[0].value + totalOf(group).sum / totalOf(group).weight);
  const influence = zeroMatrix(answers.clusters.count, groups.length);
  const sizes = new Float64Array(influence.values.length);
  const answered = new Set<number>();
  for (const { group, cluster, weight, value } of rows) {
    const j = groups.indexOf(group);
    if (j < 0) continue;
    const part = (weight * deviationFrom(means[j], value, 0)) / totalOf(group).weight;
    influence.values[cluster * groups.length + j] += part;
    sizes[cluster * groups.length + j] += Math.abs(part);
    answered.add(cluster);
  }
  // Of a cluster that is the whole group the parts cancel out: what is left is rounding, and no certainty.
  for (let at = 0; at < sizes.length; at++) {
    if (Math.abs(influence.values[at]) <= 1e-12 * sizes[at]) influence.values[at] = 0;
  }
  return {
    kind: "estimated",
    groups,
    means,
    covariance: clusterCovariance(influence),
    n: groups.reduce((sum, group) => sum + totalOf(group).n, 0),
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    designDegreesOfFreedom: answered.size - 1,
    divisor: 1,
  };
}

/** m/(m − 1) Σ over clusters of u u′. */
function clusterCovariance(influence: Matrix): Matrix {
  const { rows: m, columns: k, values } = influence;
  const covariance = zeroMatrix(k, k);
  for (let cluster = 0; cluster < m; cluster++) {
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        covariance.values[i * k + j] += (m / Math.max(1, m - 1)) * values[cluster * k + i] * values[cluster * k + j];
      }
    }
  }
  return covariance;
}

function rowsOf({ values, weights, groups, clusters }: ClusteredAnswers) {
  const lengths = [values, weights ?? values, groups.codes, clusters.codes].map(({ length }) => length);
  if (new Set(lengths).size > 1) throw new RangeError("columns differ in length");
  const rows: { group: number; cluster: number; weight: number; value: number }[] = [];
  values.forEach((value, row) => {
    const weight = weights === null ? 1 : weights[row];
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`weight ${weight} in row ${row}`);
    const [group, cluster] = [groups.codes[row], clusters.codes[row]];
    if (Number.isNaN(value) || weight === 0 || !(group >= 0 && group < groups.count)) return;
    if (!(cluster >= 0 && cluster < clusters.count)) throw new RangeError(`cluster ${cluster} in row ${row}`);
    rows.push({ group, cluster, weight, value });
  });
  return rows;
}
