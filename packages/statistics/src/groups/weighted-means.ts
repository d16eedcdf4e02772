/**
 * Means of groups with case weights and the covariance of those means, from which the design-based tests follow. Groups are
 * domains of one sample: the factor of the variance is that of the whole design, as `survey::svyglm` takes it.
 */
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { Grouping } from "../index/index-moments.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { meanWithVariance } from "../scores/mean-variance.ts";
import type { Sums } from "../tally/sums.ts";
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
  /** Independent units less 1: respondents with an answer, or clusters with one. */
  readonly designDegreesOfFreedom: number;
}

/**
 * Independent respondents.
 * @param groups weighted or not; those with fewer than two answers are left out
 * @returns too-few-groups
 */
export function weightedMeans(groups: readonly Sums[]): WeightedMeans | NoGroupTest {
  const found = groups.flatMap((sums, group) => {
    const moments = meanWithVariance({ ...sums, weighting: "case-weights" });
    return moments === null ? [] : [{ group, ...moments }];
  });
  if (found.length < 2) return tooFewGroups(found.length);
  const covariance = zeroMatrix(found.length, found.length);
  found.forEach(({ variance }, j) => {
    covariance.values[j * found.length + j] = variance;
  });
  const n = answersIn(found);
  return {
    kind: "estimated",
    groups: found.map(({ group }) => group),
    means: Float64Array.from(found, ({ mean }) => mean),
    covariance,
    n,
    weightedBase: found.reduce((sum, each) => sum + each.weightedBase, 0),
    designDegreesOfFreedom: n - 1,
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
  const totals = new Map<number, { n: number; weight: number; sum: number }>();
  for (const { group, weight, value } of rows) {
    const total = totals.get(group) ?? { n: 0, weight: 0, sum: 0 };
    totals.set(group, {
      n: total.n + 1,
      weight: total.weight + weight,
      sum: total.sum + weight * (value - rows[0].value),
    });
  }
  const groups = [...totals.keys()].filter((group) => (totals.get(group)?.n ?? 0) >= 2).sort((a, b) => a - b);
  if (groups.length < 2) return tooFewGroups(groups.length);
  const totalOf = (group: number) => totals.get(group) ?? { n: 0, weight: 0, sum: 0 };
  const means = Float64Array.from(groups, (group) => rows[0].value + totalOf(group).sum / totalOf(group).weight);
  const influence = zeroMatrix(answers.clusters.count, groups.length);
  const sizes = new Float64Array(influence.values.length);
  const answered = new Set<number>();
  for (const { group, cluster, weight, value } of rows) {
    const j = groups.indexOf(group);
    if (j < 0) continue;
    const part = (weight * (value - means[j])) / totalOf(group).weight;
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
    weightedBase: groups.reduce((sum, group) => sum + totalOf(group).weight, 0),
    designDegreesOfFreedom: answered.size - 1,
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
