/** The measures that are followed through groups and waves: each knows its figure in a group and how to compare two. */
import {
  type Difference,
  differenceOfMeans,
  differenceOfNps,
  differenceOfShares,
  differenceOfStudentEstimates,
} from "@manyi/statistics/comparison/difference";
import {
  type IndexMoments,
  indexMoments,
  indexMomentsWithout,
  sumOfIndexMoments,
} from "@manyi/statistics/index/index-moments";
import type { IndexEstimate } from "@manyi/statistics/index/weighted-index";
import { shareEstimate } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import type { Sums } from "@manyi/statistics/tally/sums";
import { type ComputedIndex, indexEstimate, indexFigureOf, indexSubject } from "../index/index-results.ts";
import { satisfiedCustomers } from "../key-figures/satisfied-shares.ts";
import { boxFigure, figure, indexFigure, indexSums, npsFigure, plain } from "../measure/rating-figures.ts";
import { answersOf, restOf, sumOf, talliesByGroup, tallyOfItem } from "../measure/tallies.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Figure } from "../results/figure.ts";
import type { KeyFigureId } from "../results/key-figures.ts";
import { type Grouping, guardedFigures } from "./grouping.ts";

export interface TrackableMeasure {
  readonly id: KeyFigureId;
  readonly unit: Figure["unit"];
  readonly figureOf: (group: number) => Figure;
  /** Answers that a group's figure rests on at its thinnest: of an index, those to its least answered item. */
  readonly support: readonly number[];
  /** The same of the whole sample. */
  readonly total: number;
  readonly between: (group: number, other: number) => Difference;
  /** The group against everybody else in the grouping. */
  readonly againstRest: (group: number) => Difference;
}

export function trackableMeasures(
  run: Run,
  grouping: Grouping,
  index: ComputedIndex | null,
): readonly TrackableMeasure[] {
  const { overall, nps, ces } = run.plan.measures;
  return [
    ...(index === null ? [] : [indexMeasure(run, grouping, index), satisfiedCustomerMeasure(run, grouping, index)]),
    ...(overall === null ? [] : [overallMeasure(run, grouping, overall), boxMeasure(run, grouping, overall, "csat")]),
    ...(nps === null ? [] : [npsMeasure(run, grouping, nps)]),
    ...(ces === null ? [] : [boxMeasure(run, grouping, ces, "ces")]),
  ];
}

function indexMeasure(run: Run, grouping: Grouping, index: ComputedIndex): TrackableMeasure {
  const moments = indexMoments(index.columns.items, index.columns.weights, grouping.rows);
  const all = sumOfIndexMoments(moments);
  const estimates = moments.map((own) => indexEstimate(run, own, index.weights));
  const support = moments.map((own) => leastAnswered(own, index.weights));
  return {
    id: "csi",
    unit: "index",
    figureOf: (group) => indexFigureOf(run, estimates[group], grouping.filterOf(group)),
    support,
    // Each group has its own least answered item, so the total is counted from the groups, not from all respondents.
    total: support.reduce((sum, n) => sum + n, grouping.totals[0].others),
    between: (group, other) => differenceOfIndices(run, estimates[group], estimates[other]),
    againstRest: (group) =>
      differenceOfIndices(
        run,
        estimates[group],
        indexEstimate(run, indexMomentsWithout(all, moments[group]), index.weights),
      ),
  };
}

function leastAnswered({ itemN }: IndexMoments, weights: readonly number[]): number {
  return weights.reduce(
    (least, weight, j) => (weight > 0 ? Math.min(least, itemN[j]) : least),
    Number.POSITIVE_INFINITY,
  );
}

function differenceOfIndices(run: Run, a: IndexEstimate, b: IndexEstimate): Difference {
  if (a.kind === "estimated" && b.kind === "estimated") {
    return differenceOfStudentEstimates(a, b, run.plan.confidence);
  }
  return { kind: "too-few-answers", n: Math.min(a.n, b.n), required: 2 };
}

function satisfiedCustomerMeasure(run: Run, grouping: Grouping, index: ComputedIndex): TrackableMeasure {
  const satisfied = satisfiedCustomers(index.respondents, run.plan.satisfiedFrom);
  const groups = talliesOfMarks(run, grouping, satisfied, index.columns.weights);
  const origin = {
    measure: "satisfied-customer-rate",
    subject: indexSubject,
    unit: "share",
    conversion: null,
  } as const;
  const isSatisfied = (mark: number) => mark === 1;
  return talliedMeasure(
    "satisfied-customer-rate",
    "share",
    groups,
    satisfied.reduce((sum, mark) => (Number.isNaN(mark) ? sum : sum + 1), 0),
    (tally, group) => {
      const result = plain(shareEstimate(tally, isSatisfied, run.plan.confidence));
      return figure(run, { ...origin, filter: grouping.filterOf(group) }, result);
    },
    (a, b) => differenceOfShares(a, b, isSatisfied, run.plan.confidence),
  );
}

/** Marks 0 and 1, NaN for neither, counted in each group. */
function talliesOfMarks(
  run: Run,
  grouping: Grouping,
  marks: Float64Array,
  weights: Float64Array | null,
): readonly RatingTally[] {
  const tallies = grouping.groups.map(
    (): RatingTally => ({
      values: [0, 1],
      count: new Float64Array(2),
      weight: new Float64Array(2),
      squaredWeight: new Float64Array(2),
      weighting: weights === null ? "none" : "case-weights",
      designN: run.designN,
    }),
  );
  const { codes } = grouping.rows;
  for (let row = 0; row < marks.length; row++) {
    const w = weights === null ? 1 : weights[row];
    if (codes[row] < 0 || Number.isNaN(marks[row]) || w === 0) continue;
    const { count, weight, squaredWeight } = tallies[codes[row]];
    count[marks[row]] += 1;
    weight[marks[row]] += w;
    squaredWeight[marks[row]] += w * w;
  }
  return tallies;
}

/** A measure that follows from one tally a group. */
function talliedMeasure(
  id: KeyFigureId,
  unit: Figure["unit"],
  groups: readonly RatingTally[],
  total: number,
  figureOf: (tally: RatingTally, group: number) => Figure,
  compare: (a: RatingTally, b: RatingTally) => Difference,
): TrackableMeasure {
  const all = sumOf(groups);
  return {
    id,
    unit,
    figureOf: (group) => figureOf(groups[group], group),
    support: groups.map(answersOf),
    total,
    between: (group, other) => compare(groups[group], groups[other]),
    againstRest: (group) => compare(groups[group], restOf(all, groups[group])),
  };
}

function groupTallies(run: Run, grouping: Grouping, item: RatedItem): readonly RatingTally[] {
  const byAnswer = talliesByGroup(run, grouping.column, item);
  return grouping.answers.map((answer) => byAnswer[answer]);
}

function overallMeasure(run: Run, grouping: Grouping, item: RatedItem): TrackableMeasure {
  return talliedMeasure(
    "overall-index",
    "index",
    groupTallies(run, grouping, item),
    answersOf(tallyOfItem(run, item)),
    (tally, group) => indexFigure(run, item, tally, grouping.filterOf(group)),
    (a, b) => differenceOfMeans(indexSums(item, a), indexSums(item, b), run.plan.confidence),
  );
}

function boxMeasure(run: Run, grouping: Grouping, item: RatedItem, id: "csat" | "ces"): TrackableMeasure {
  return talliedMeasure(
    id,
    "share",
    groupTallies(run, grouping, item),
    answersOf(tallyOfItem(run, item)),
    (tally, group) => boxFigure(run, item, tally, "top-share", grouping.filterOf(group)),
    (a, b) => differenceOfShares(a, b, (value) => item.top.has(value), run.plan.confidence),
  );
}

function npsMeasure(run: Run, grouping: Grouping, item: RatedItem): TrackableMeasure {
  return talliedMeasure(
    "nps",
    "nps",
    groupTallies(run, grouping, item),
    answersOf(tallyOfItem(run, item)),
    (tally, group) => npsFigure(run, item, tally, grouping.filterOf(group)),
    (a, b) => differenceOfNps(a, b, run.plan.confidence),
  );
}

/** Index 0–100 of one item in each group as it may be shown, and the sums behind it. */
export function itemIndexByGroup(
  run: Run,
  grouping: Grouping,
  item: RatedItem,
): { readonly figures: readonly Figure[]; readonly sums: readonly Sums[] } {
  const tallies = groupTallies(run, grouping, item);
  const figures = tallies.map((tally, group) => indexFigure(run, item, tally, grouping.filterOf(group)));
  const total = answersOf(tallyOfItem(run, item));
  return {
    figures: guardedFigures(grouping, figures, tallies.map(answersOf), total),
    sums: tallies.map((tally) => indexSums(item, tally)),
  };
}
