import { fUpper } from "../distribution/f.ts";
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { covarianceOfInfluences } from "./design-covariance.ts";
import type { DesignEstimate } from "./design-mean.ts";
import { designMean } from "./design-mean.ts";
import { designShare } from "./design-share.ts";
import type { NoDesignEstimate } from "./domain.ts";
import { answeredRows, degreesOfFreedomOf } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/**
 * Mean of each group; the rows of the other groups stay in the design.
 * @param groups a code for each row; −1 = in none
 * @param count of groups; codes from 0 to count − 1
 * @returns one estimate a group, by code
 * @throws RangeError if a code is outside −1 … count − 1, and as `designMean`
 * Source: R's `survey::svyby`. Golden values: synth_public_complexdesign (by_segment)
 */
export function designMeansByGroup(
  design: SurveyDesign,
  values: Float64Array,
  groups: Int32Array,
  count: number,
  confidence: number,
): readonly (DesignEstimate | NoDesignEstimate)[] {
  requireGroups(design, groups, count);
  return Array.from({ length: count }, (_, group) => designMean(design, values, confidence, membersOf(groups, group)));
}

/** Share of each group, its interval by logit. @throws RangeError as `designMeansByGroup` and `designShare` */
export function designSharesByGroup(
  design: SurveyDesign,
  counted: Float64Array,
  groups: Int32Array,
  count: number,
  confidence: number,
): readonly (DesignEstimate | NoDesignEstimate)[] {
  requireGroups(design, groups, count);
  return Array.from({ length: count }, (_, group) =>
    designShare(design, counted, confidence, membersOf(groups, group)),
  );
}

export interface DesignGroupTest {
  readonly kind: "tested";
  /** Wald statistic over its numerator. */
  readonly statistic: number;
  /** Groups with answers, less one. */
  readonly numerator: number;
  /** PSUs − strata − numerator. */
  readonly denominator: number;
  readonly pValue: number;
  /** Codes of the groups compared: those with two answers or more. */
  readonly groups: readonly number[];
  /** Answers in those groups, unweighted. */
  readonly n: number;
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw²; what clusters cost stands in the denominator. */
  readonly effectiveN: number;
}

/** Fewer than two groups have two answers. */
export interface TooFewGroups {
  readonly kind: "too-few-groups";
  readonly groups: readonly number[];
}

/** The differences between the groups have no variance, or one that is not invertible. */
export interface SingularGroups {
  readonly kind: "singular";
  readonly groups: readonly number[];
}

/**
 * Test that all groups have one mean: Wald's F on the differences to the first group, with the covariances that shared PSUs bring.
 * What a one-way analysis of variance asks, for answers with weights and a design. Groups with fewer than two answers are left out.
 * @throws RangeError as `designMeansByGroup`
 * Source: R's `survey::regTermTest` (method "Wald") on `svyglm(y ~ group)`; Korn & Graubard 1990.
 */
export function designGroupTest(
  design: SurveyDesign,
  values: Float64Array,
  groups: Int32Array,
  count: number,
): DesignGroupTest | NoDesignEstimate | TooFewGroups | SingularGroups {
  requireGroups(design, groups, count);
  const inAny = Uint8Array.from(groups, (group) => Number(group >= 0));
  const means = meansOfGroups(design, values, groups, answeredRows(design, [values], inAny), count);
  const kept = Array.from(means.counts.keys()).filter((group) => means.counts[group] >= 2 && means.weights[group] > 0);
  if (kept.length < 2) return { kind: "too-few-groups", groups: kept };
  const isCompared = Uint8Array.from(groups, (group, row) =>
    Number(kept.includes(group) && means.isAnswered[row] === 1),
  );
  const numerator = kept.length - 1;
  const denominator = degreesOfFreedomOf(design, isCompared, numerator);
  if (typeof denominator !== "number") return denominator;
  const found = covarianceOfInfluences(design, kept.length, (column, into) => {
    const group = kept[column];
    for (let row = 0; row < design.rows; row++) {
      if (groups[row] !== group || isCompared[row] === 0) continue;
      into[row] = (design.weights[row] * (values[row] - means.means[group])) / means.weights[group];
    }
  });
  if (found.kind !== "estimated") return found;
  const wald = waldOfDifferences(
    kept.map((group) => means.means[group]),
    found.matrix,
  );
  if (wald === null) return { kind: "singular", groups: kept };
  const statistic = wald / numerator;
  const pValue = fUpper(statistic, numerator, denominator);
  return { kind: "tested", statistic, numerator, denominator, pValue, groups: kept, ...answersOf(means, kept) };
}

function answersOf({ counts, weights, squaredWeights }: GroupMeans, groups: readonly number[]) {
  const sumOf = (column: Float64Array) => groups.reduce((sum, group) => sum + column[group], 0);
  const weightedBase = sumOf(weights);
  return { n: sumOf(counts), weightedBase, effectiveN: effectiveSampleSize(weightedBase, sumOf(squaredWeights)) };
}

/** d′ V⁻¹ d for the differences of all means to the first; null where V is singular. */
function waldOfDifferences(means: readonly number[], covariance: Matrix): number | null {
  const size = means.length - 1;
  const at = (a: number, b: number) => covariance.values[a * covariance.columns + b];
  const variance = zeroMatrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++)
      variance.values[a * size + b] = at(a + 1, b + 1) - at(a + 1, 0) - at(0, b + 1) + at(0, 0);
  }
  const differences = Float64Array.from({ length: size }, (_, a) => means[a + 1] - means[0]);
  const scale = Math.max(...means.map(Math.abs));
  const hasVariance = differences.every((_, a) => variance.values[a * size + a] > (1e-14 * scale) ** 2);
  const factor = hasVariance ? cholesky(variance, 1e-12) : null;
  if (factor?.kind !== "factored") return null;
  return choleskySolve(factor, differences).reduce((sum, value, a) => sum + value * differences[a], 0);
}

interface GroupMeans {
  readonly isAnswered: Uint8Array;
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  readonly squaredWeights: Float64Array;
  readonly means: Float64Array;
}

/** Sums are taken from the first answer, so that an offset costs no digits. */
function meansOfGroups(
  design: SurveyDesign,
  values: Float64Array,
  groups: Int32Array,
  isAnswered: Uint8Array,
  count: number,
): GroupMeans {
  const counts = new Float64Array(count);
  const weights = new Float64Array(count);
  const squaredWeights = new Float64Array(count);
  const sums = new Float64Array(count);
  const first = values[Math.max(0, isAnswered.indexOf(1))];
  for (let row = 0; row < design.rows; row++) {
    if (isAnswered[row] === 0) continue;
    counts[groups[row]] += 1;
    weights[groups[row]] += design.weights[row];
    squaredWeights[groups[row]] += design.weights[row] ** 2;
    sums[groups[row]] += design.weights[row] * (values[row] - first);
  }
  const means = sums.map((sum, group) => first + sum / weights[group]);
  return { isAnswered, counts, weights, squaredWeights, means };
}

function membersOf(groups: Int32Array, group: number): Uint8Array {
  const isMember = new Uint8Array(groups.length);
  for (let row = 0; row < groups.length; row++) if (groups[row] === group) isMember[row] = 1;
  return isMember;
}

function requireGroups(design: SurveyDesign, groups: Int32Array, count: number): void {
  if (groups.length !== design.rows) throw new RangeError("one group for each row is needed");
  for (const group of groups) if (group < -1 || group >= count) throw new RangeError(`group ${group} of ${count}`);
}
