/**
 * Difference in differences: how much more those with a measure changed than those without it. It is the measure's effect if both
 * would otherwise have changed alike; that cannot be tested, but two earlier waves can be compared in the same way, and should
 * show no difference.
 */

import type { EstimatedDifference } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { studentInterval } from "../estimate/interval.ts";
import type { Grouping } from "../index/index-moments.ts";
import type { TooFewClusters } from "../scores/clustered-mean.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { roundingOf } from "../tally/sums.ts";
import { type ChangeQuestion, changeVerdict, requireQuestion, type Verdict } from "./change-verdict.ts";
import { clusterRobustError, clustersByCell } from "./cluster-robust.ts";
import { type CellMean, type StratumOfUnits, strataOfClusters, strataOfRows, type TreatmentRow } from "./units.ts";

export interface TreatmentRows {
  /** NaN = no answer. */
  readonly outcome: Float64Array;
  /** 1 with the measure, 0 without; any other row is left out. */
  readonly treated: ArrayLike<number>;
  /** 1 after it began, 0 before; any other row is left out. */
  readonly after: ArrayLike<number>;
  /** One a row, or null. */
  readonly weights: Float64Array | null;
  /** Branches or other clusters that share a fate, or null for independent respondents. */
  readonly clusters: Grouping | null;
}

export interface DifferenceInDifferences extends EstimatedDifference {
  readonly verdict: Verdict;
  readonly degreesOfFreedom: number;
  /** Means: [without before, without after, with before, with after]. */
  readonly cells: readonly [CellMean, CellMean, CellMean, CellMean];
  readonly changeWith: number;
  readonly changeWithout: number;
  readonly n: number;
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw²; what clusters cost stands in the degrees of freedom. */
  readonly effectiveN: number;
  /** Null for independent respondents. */
  readonly clusters: number | null;
}

/** All answers within each of the four cells are equal, or all clusters moved alike. */
export interface NoEffectVariation {
  readonly kind: "no-variation";
  readonly value: number;
}

export type DifferenceInDifferencesResult =
  | DifferenceInDifferences
  | NoEffectVariation
  | TooFewAnswers
  | TooFewClusters;

/**
 * The standard error takes rows as independent within the four cells (linearised), or clusters, whether they hold one kind of
 * respondents or both (CR2; cluster-robust.ts). t with Satterthwaite's degrees of freedom, so few clusters give a wide interval.
 * @returns too-few-answers below two in a cell (one with clusters); too-few-clusters below two in a cell; no-variation
 * @throws RangeError if columns differ in length, a weight is negative, a cluster code is outside its range, relevantChange is
 *   negative or confidence outside (0, 1)
 * Source: Card & Krueger 1994; Bell & McCaffrey 2002. Golden values: golden/second/expected/survey_effect.json (did_stores,
 * did_stores_weighted, did_stores_cr2, did_regions_cr2)
 */
export function differenceInDifferences(data: TreatmentRows, question: ChangeQuestion): DifferenceInDifferencesResult {
  return differenceWith(clusterRobust, data, question);
}

/**
 * The same with R's linearised error for clusters, for comparison with it: sums of the clusters within those with and those without
 * the measure; where clusters hold both, within all. With few clusters, or unequal ones, it is too small.
 * @returns too-few-clusters below two with or without the measure; else as `differenceInDifferences`
 * Source: errors as R's `svyglm(y ~ treated * after)` with strata, Satterthwaite over these. Golden values:
 * golden/second/expected/survey_effect.json (did_stores_clustered, did_regions_clustered)
 */
export function differenceInDifferencesInR(
  data: TreatmentRows,
  question: ChangeQuestion,
): DifferenceInDifferencesResult {
  return differenceWith(linearisedClusters, data, question);
}

/** Variance and degrees of freedom of the difference, with the method's name and the interval's. */
interface EffectError {
  readonly kind: "known";
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly method: "linearised" | "clustered" | "cr2-satterthwaite";
}

type ErrorOfClusters = (rows: readonly TreatmentRow[], cells: readonly CellMean[]) => EffectError | TooFewClusters;

function differenceWith(
  errorOfClusters: ErrorOfClusters,
  data: TreatmentRows,
  question: ChangeQuestion,
): DifferenceInDifferencesResult {
  requireQuestion(question);
  const rows = treatmentRows(data);
  const cells = cellMeans(rows);
  const required = data.clusters === null ? 2 : 1;
  const smallest = Math.min(...cells.map(({ n }) => n));
  if (smallest < required) return tooFewAnswers(smallest, required);
  const error =
    data.clusters === null ? errorOfStrata(strataOfRows(rows, cells), "linearised") : errorOfClusters(rows, cells);
  if (error.kind === "too-few-clusters") return error;
  const [withoutBefore, withoutAfter, withBefore, withAfter] = cells;
  const changeWith = withAfter.mean - withBefore.mean;
  const changeWithout = withoutAfter.mean - withoutBefore.mean;
  const tested = testOf(changeWith - changeWithout, error, question);
  if (tested.kind === "no-variation") return tested;
  const weightedBase = rows.reduce((sum, { weight }) => sum + weight, 0);
  const squaredWeight = rows.reduce((sum, { weight }) => sum + weight * weight, 0);
  return {
    ...tested,
    cells,
    changeWith,
    changeWithout,
    n: rows.length,
    weightedBase,
    effectiveN: effectiveSampleSize(weightedBase, squaredWeight),
    clusters: data.clusters === null ? null : new Set(rows.map(({ cluster }) => cluster)).size,
    method: `difference-in-differences/${error.method}-t`,
  };
}

function clusterRobust(rows: readonly TreatmentRow[], cells: readonly CellMean[]): EffectError | TooFewClusters {
  const fewest = Math.min(...clustersByCell(rows));
  if (fewest < 2) return { kind: "too-few-clusters", clusters: fewest, required: 2 };
  return { kind: "known", ...clusterRobustError(rows, cells), method: "cr2-satterthwaite" };
}

function linearisedClusters(rows: readonly TreatmentRow[], cells: readonly CellMean[]): EffectError | TooFewClusters {
  const strata = strataOfClusters(rows, cells);
  const fewest = Math.min(...strata.map(({ units }) => units));
  if (fewest < 2) return { kind: "too-few-clusters", clusters: fewest, required: 2 };
  return errorOfStrata(strata, "clustered");
}

function errorOfStrata(strata: readonly StratumOfUnits[], method: "linearised" | "clustered"): EffectError {
  const parts = strata.map(({ units, squares }) => ({ df: units - 1, variance: (units / (units - 1)) * squares }));
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const degreesOfFreedom = 1 / parts.reduce((sum, part) => sum + (part.variance / variance) ** 2 / part.df, 0);
  return { kind: "known", variance, degreesOfFreedom, method };
}

function testOf(value: number, { variance, degreesOfFreedom, method }: EffectError, question: ChangeQuestion) {
  if (!(variance > 0)) return { kind: "no-variation", value } as const;
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  const intervalMethod = method === "cr2-satterthwaite" ? "cr2-t" : "linearised-t";
  const interval = studentInterval(value, standardError, degreesOfFreedom, question.confidence, intervalMethod);
  const pValue = studentTwoSided(statistic, degreesOfFreedom);
  const verdict = changeVerdict(interval, question);
  return { kind: "estimated", value, standardError, interval, statistic, degreesOfFreedom, pValue, verdict } as const;
}

function treatmentRows({ outcome, treated, after, weights, clusters }: TreatmentRows): TreatmentRow[] {
  const lengths = [outcome, treated, after, weights ?? outcome, clusters?.codes ?? outcome].map(({ length }) => length);
  if (new Set(lengths).size > 1) throw new RangeError("columns differ in length");
  const rounding = roundingOf([outcome]);
  const rows: TreatmentRow[] = [];
  outcome.forEach((value, row) => {
    const weight = weights === null ? 1 : weights[row];
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`weight ${weight} in row ${row}`);
    const isPlaced = [0, 1].includes(treated[row]) && [0, 1].includes(after[row]);
    if (Number.isNaN(value) || weight === 0 || !isPlaced) return;
    const cluster = clusters === null ? row : clusters.codes[row];
    if (clusters !== null && !(cluster >= 0 && cluster < clusters.count)) {
      throw new RangeError(`cluster ${cluster} in row ${row}`);
    }
    rows.push({ cell: 2 * treated[row] + after[row], cluster, weight, value, rounding });
  });
  return rows;
}

/** Summed from a cell's own first answer, so that equal answers have themselves for their mean. */
function cellMeans(rows: readonly TreatmentRow[]): [CellMean, CellMean, CellMean, CellMean] {
  const meanOf = (place: number): CellMean => {
    const own = rows.filter(({ cell }) => cell === place);
    const origin = own.length === 0 ? 0 : own[0].value;
    const weightedBase = own.reduce((sum, { weight }) => sum + weight, 0);
    const sum = own.reduce((total, { weight, value }) => total + weight * (value - origin), 0);
    return { n: own.length, weightedBase, mean: own.length === 0 ? 0 : origin + sum / weightedBase };
  };
  return [meanOf(0), meanOf(1), meanOf(2), meanOf(3)];
}
