import { type IndexMoments, indexMoments } from "@manyi/statistics/index/index-moments";
import { respondentIndex } from "@manyi/statistics/index/respondent-index";
import { type IndexEstimate, weightedIndex } from "@manyi/statistics/index/weighted-index";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { standardDeviation } from "@manyi/statistics/scores/standard-deviation";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import { indexWeightings } from "@manyi/study/definition/index-weightings";
import { figure, plain } from "../measure/rating-figures.ts";
import type { Run } from "../plan/run.ts";
import type { Condition, Figure } from "../results/figure.ts";
import type { DimensionResult, IndexAlternative, IndexResult } from "../results/items.ts";
import { type IndexColumns, indexColumns } from "./index-columns.ts";
import { itemReliability } from "./item-reliability.ts";
import { itemWeights } from "./item-weights.ts";

/** Subject of figures that speak of the index as a whole. */
export const indexSubject = "csi";

/** The index of a run with what else is computed from its parts. */
export interface ComputedIndex {
  readonly weights: readonly number[];
  readonly columns: IndexColumns;
  /** Of everybody. */
  readonly moments: IndexMoments;
  /** Own index of each respondent, NaN where too few items were answered. */
  readonly respondents: Float64Array;
  readonly result: IndexResult;
}

/** Where the wanted weights cannot be had from the data, equal weights stand in and the result says so.
 *  @returns null where the study has no indicator system */
export function computeIndex(run: Run): ComputedIndex | null {
  const { plan } = run;
  if (plan.index.length === 0) return null;
  const wanted = itemWeights(run, plan.weighting);
  const method = wanted.kind === "weights" ? plan.weighting : "equal";
  const chosen = wanted.kind === "weights" ? wanted : itemWeights(run, "equal");
  if (chosen.kind !== "weights") return null;
  const columns = indexColumns(run);
  const moments = momentsOfEverybody(columns, run.designN);
  const respondents = respondentIndex(columns.items, chosen.weights, plan.minimumAnsweredShare);
  const sums = sumsOfColumn(respondents, columns.weights, run.designN);
  const deviation = standardDeviation(sums);
  const origin = {
    measure: "respondent-index-mean",
    subject: indexSubject,
    unit: "index",
    conversion: null,
    filter: [],
  } as const;
  return {
    weights: chosen.weights,
    columns,
    moments,
    respondents,
    result: {
      method,
      wanted: plan.weighting,
      weights: named(run, chosen.weights),
      dropped: chosen.dropped.map((i) => plan.index[i].item.column),
      alternatives: alternatives(run, moments),
      reliability: itemReliability(run, columns),
      respondents: {
        minimumAnsweredShare: plan.minimumAnsweredShare,
        mean: figure(run, origin, plain(meanEstimate(sums, plan.confidence))),
        standardDeviation: deviation.kind === "estimated" && deviation.n >= plan.minimumGroup ? deviation.value : null,
      },
    },
  };
}

function alternatives(run: Run, moments: IndexMoments): readonly IndexAlternative[] {
  return indexWeightings.flatMap((method) => {
    const weights = itemWeights(run, method);
    if (weights.kind !== "weights") return [];
    return [
      {
        method,
        weights: named(run, weights.weights),
        dropped: weights.dropped.map((i) => run.plan.index[i].item.column),
        index: indexFigureOf(run, indexEstimate(run, moments, weights.weights), []),
      },
    ];
  });
}

function named(run: Run, weights: readonly number[]) {
  return weights.map((weight, i) => ({ item: run.plan.index[i].item.column, weight }));
}

export function momentsOfEverybody({ items, weights }: IndexColumns, rows: number): IndexMoments {
  return indexMoments(items, weights, { codes: new Uint8Array(rows), count: 1 })[0];
}

/** The index of those whose moments these are. */
export function indexEstimate(run: Run, moments: IndexMoments, weights: readonly number[]): IndexEstimate {
  return weightedIndex(moments, weights, run.weight === null ? "none" : "case-weights", run.plan.confidence);
}

export function indexFigureOf(
  run: Run,
  estimate: IndexEstimate,
  filter: readonly Condition[],
  subject = indexSubject,
): Figure {
  const [conversion, ...others] = new Set(run.plan.index.map(({ item }) => item.conversion));
  return figure(
    run,
    { measure: "index", subject, unit: "index", conversion: others.length > 0 ? null : conversion, filter },
    plain(estimate),
  );
}

/** The dimensions, each the weighted mean of its own items. */
export function dimensionResults(run: Run, computed: ComputedIndex): readonly DimensionResult[] {
  const { index } = run.plan;
  const dimensions = [...new Set(index.map(({ leaf }) => leaf.dimension))];
  return dimensions.map((dimension) => {
    const positions = index.flatMap(({ leaf }, i) => (leaf.dimension === dimension ? [i] : []));
    const weights = positions.map((i) => computed.weights[i]);
    const sum = weights.reduce((a, b) => a + b, 0);
    const own = sum > 0 ? weights : positions.map(() => 1);
    const columns = { ...computed.columns, items: positions.map((i) => computed.columns.items[i]) };
    return {
      code: dimension.code,
      label: dimension.label,
      weight: sum,
      index: indexFigureOf(run, indexEstimate(run, momentsOfEverybody(columns, run.designN), own), [], dimension.code),
      items: positions.map((i) => index[i].item.column),
      reliability: itemReliability(run, columns),
    };
  });
}
