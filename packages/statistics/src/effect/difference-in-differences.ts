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
import { type ChangeQuestion, changeVerdict, requireQuestion, type Verdict } from "./change-verdict.ts";
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
  /** Null for independent respondents. */
  readonly clusters: number | null;
}

/** All answers within each of the four cells are equal, or all clusters moved alike. */
export interface NoEffectVariation {
  readonly kind: "no-variation";
  readonly value: number;
}

/**
 * The linearised standard error takes rows as independent within the four cells, or clusters within those with and without the
 * measure; where clusters hold both, within all. t with Satterthwaite's degrees of freedom over those strata, so few clusters
 * with the measure give a wide interval.
 * @returns too-few-answers below two in a cell (one with clusters); too-few-clusters below two with or without the measure;
 *   no-variation
 * @throws RangeError if columns differ in length, a weight is negative, a cluster code is outside its range, relevantChange is
 *   negative or confidence outside (0, 1)
 * Source: Card & Krueger 1994; errors as R's `svyglm(y ~ treated * after)` with strata. Golden values:
 * golden/second/expected/survey_effect.json
 */
export function differenceInDifferences(
  data: TreatmentRows,
  question: ChangeQuestion,
): DifferenceInDifferences | NoEffectVariation | TooFewAnswers | TooFewClusters {
  requireQuestion(question);
  const rows = treatmentRows(data);
  const cells = cellMeans(rows);
  const required = data.clusters === null ? 2 : 1;
  const smallest = Math.min(...cells.map(({ n }) => n));
  if (smallest < required) return tooFewAnswers(smallest, required);
  const strata = data.clusters === null ? strataOfRows(rows, cells) : strataOfClusters(rows, cells);
  const units = strata.map((stratum) => stratum.units);
  if (data.clusters !== null && Math.min(...units) < 2) {
    return { kind: "too-few-clusters", clusters: Math.min(...units), required: 2 };
  }
  const [withoutBefore, withoutAfter, withBefore, withAfter] = cells;
  const changeWith = withAfter.mean - withBefore.mean;
  const changeWithout = withoutAfter.mean - withoutBefore.mean;
  const tested = testOfStrata(changeWith - changeWithout, strata, question);
  if (tested.kind === "no-variation") return tested;
  return {
    ...tested,
    cells: [withoutBefore, withoutAfter, withBefore, withAfter],
    changeWith,
    changeWithout,
    n: rows.length,
    weightedBase: cells.reduce((sum, { weightedBase }) => sum + weightedBase, 0),
    clusters: data.clusters === null ? null : units.reduce((sum, each) => sum + each, 0),
    method: data.clusters === null ? "difference-in-differences/linearised-t" : "difference-in-differences/clustered-t",
  };
}

function testOfStrata(value: number, strata: readonly StratumOfUnits[], question: ChangeQuestion) {
  const parts = strata.map(({ units, squares }) => ({ df: units - 1, variance: (units / (units - 1)) * squares }));
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (!(variance > 0)) return { kind: "no-variation", value } as const;
  const degreesOfFreedom = 1 / parts.reduce((sum, part) => sum + (part.variance / variance) ** 2 / part.df, 0);
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  const interval = studentInterval(value, standardError, degreesOfFreedom, question.confidence, "linearised-t");
  const pValue = studentTwoSided(statistic, degreesOfFreedom);
  const verdict = changeVerdict(interval, question);
  return { kind: "estimated", value, standardError, interval, statistic, degreesOfFreedom, pValue, verdict } as const;
}

function treatmentRows({ outcome, treated, after, weights, clusters }: TreatmentRows): TreatmentRow[] {
  const lengths = [outcome, treated, after, weights ?? outcome, clusters?.codes ?? outcome].map(({ length }) => length);
  if (new Set(lengths).size > 1) throw new RangeError("columns differ in length");
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
    rows.push({ cell: 2 * treated[row] + after[row], cluster, weight, value });
  });
  return rows;
}

function cellMeans(rows: readonly TreatmentRow[]): [CellMean, CellMean, CellMean, CellMean] {
  const origin = rows.length === 0 ? 0 : rows[0].value;
  const meanOf = (place: number): CellMean => {
    const own = rows.filter(({ cell }) => cell === place);
    const weightedBase = own.reduce((sum, { weight }) => sum + weight, 0);
    const sum = own.reduce((total, { weight, value }) => total + weight * (value - origin), 0);
    return { n: own.length, weightedBase, mean: own.length === 0 ? 0 : origin + sum / weightedBase };
  };
  return [meanOf(0), meanOf(1), meanOf(2), meanOf(3)];
}
