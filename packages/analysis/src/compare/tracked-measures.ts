/** The measures that are followed through groups and waves: each knows its figure in a group and how to compare two. */
import {
  type Difference,
  differenceOfEstimates,
  differenceOfMeans,
  differenceOfNps,
  differenceOfShares,
  differenceOfSharesFromSums,
} from "@manyi/statistics/comparison/difference";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { shareEstimateFromSums } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { type Sums, sumsOfColumn } from "@manyi/statistics/tally/sums";
import { type ComputedIndex, indexEstimates, indexFigureOf, indexSubject } from "../index/index-results.ts";
import { satisfiedCustomers } from "../key-figures/satisfied-shares.ts";
import { boxFigure, figure, indexFigure, indexSums, npsFigure, plain } from "../measure/rating-figures.ts";
import { restOf, sumOf, talliesByGroup } from "../measure/tallies.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Figure } from "../results/figure.ts";
import type { KeyFigureId } from "../results/key-figures.ts";
import type { Grouping } from "./grouping.ts";

export interface TrackableMeasure {
  readonly id: KeyFigureId;
  readonly unit: Figure["unit"];
  readonly figureOf: (group: number) => Figure;
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

/** Groups up to which each is compared with all others together; every comparison passes over the respondents. */
const mostComparedGroups = 60;

function indexMeasure(run: Run, grouping: Grouping, index: ComputedIndex): TrackableMeasure {
  const estimates = indexEstimates(run, index.columns, index.weights, grouping.rows);
  const required = { kind: "too-few-answers", n: 0, required: 2 } as const;
  const compare = (a: (typeof estimates)[number], b: (typeof estimates)[number]): Difference =>
    a.kind === "estimated" && b.kind === "estimated" ? differenceOfEstimates(a, b, run.plan.confidence) : required;
  return {
    id: "csi",
    unit: "index",
    figureOf: (group) => indexFigureOf(run, estimates[group], grouping.filterOf(group)),
    between: (group, other) => compare(estimates[group], estimates[other]),
    againstRest: (group) => {
      if (grouping.groups.length > mostComparedGroups) return required;
      const codes = grouping.rows.codes;
      const rest = Int32Array.from(codes, (code) => (code >= 0 && code !== group ? 0 : -1));
      return compare(estimates[group], indexEstimates(run, index.columns, index.weights, { codes: rest, count: 1 })[0]);
    },
  };
}

function satisfiedCustomerMeasure(run: Run, grouping: Grouping, index: ComputedIndex): TrackableMeasure {
  const satisfied = satisfiedCustomers(index.respondents, run.plan.satisfiedFrom);
  const { codes } = grouping.rows;
  const sumsWhere = (keep: (code: number) => boolean): Sums =>
    sumsOfColumn(
      satisfied.map((value, row) => (keep(codes[row]) ? value : Number.NaN)),
      index.columns.weights,
      run.designN,
    );
  const sums = grouping.groups.map((_, g) => sumsWhere((code) => code === g));
  const origin = {
    measure: "satisfied-customer-rate",
    subject: indexSubject,
    unit: "share",
    conversion: null,
  } as const;
  return {
    id: "satisfied-customer-rate",
    unit: "share",
    figureOf: (group) =>
      figure(
        run,
        { ...origin, filter: grouping.filterOf(group) },
        plain(shareEstimateFromSums(sums[group], run.plan.confidence)),
      ),
    between: (group, other) => differenceOfSharesFromSums(sums[group], sums[other], run.plan.confidence),
    againstRest: (group) =>
      differenceOfSharesFromSums(
        sums[group],
        sumsWhere((code) => code >= 0 && code !== group),
        run.plan.confidence,
      ),
  };
}

interface Tallies {
  readonly groups: readonly RatingTally[];
  readonly restOf: (group: number) => RatingTally;
}

function groupTallies(run: Run, grouping: Grouping, item: RatedItem): Tallies {
  const byAnswer = talliesByGroup(run, grouping.column, item);
  const groups = grouping.answers.map((answer) => byAnswer[answer]);
  const all = sumOf(groups);
  return { groups, restOf: (group) => restOf(all, groups[group]) };
}

function overallMeasure(run: Run, grouping: Grouping, item: RatedItem): TrackableMeasure {
  const tallies = groupTallies(run, grouping, item);
  const compare = (a: RatingTally, b: RatingTally) =>
    differenceOfMeans(indexSums(item, a), indexSums(item, b), run.plan.confidence);
  return {
    id: "overall-index",
    unit: "index",
    figureOf: (group) => indexFigure(run, item, tallies.groups[group], grouping.filterOf(group)),
    between: (group, other) => compare(tallies.groups[group], tallies.groups[other]),
    againstRest: (group) => compare(tallies.groups[group], tallies.restOf(group)),
  };
}

function boxMeasure(run: Run, grouping: Grouping, item: RatedItem, id: "csat" | "ces"): TrackableMeasure {
  const tallies = groupTallies(run, grouping, item);
  const compare = (a: RatingTally, b: RatingTally) =>
    differenceOfShares(a, b, (value) => item.top.has(value), run.plan.confidence);
  return {
    id,
    unit: "share",
    figureOf: (group) => boxFigure(run, item, tallies.groups[group], "top-share", grouping.filterOf(group)),
    between: (group, other) => compare(tallies.groups[group], tallies.groups[other]),
    againstRest: (group) => compare(tallies.groups[group], tallies.restOf(group)),
  };
}

function npsMeasure(run: Run, grouping: Grouping, item: RatedItem): TrackableMeasure {
  const tallies = groupTallies(run, grouping, item);
  return {
    id: "nps",
    unit: "nps",
    figureOf: (group) => npsFigure(run, item, tallies.groups[group], grouping.filterOf(group)),
    between: (group, other) => differenceOfNps(tallies.groups[group], tallies.groups[other], run.plan.confidence),
    againstRest: (group) => differenceOfNps(tallies.groups[group], tallies.restOf(group), run.plan.confidence),
  };
}

/** Index 0–100 of one item in each group, as means of its converted answers. */
export function itemIndexByGroup(
  run: Run,
  grouping: Grouping,
  item: RatedItem,
): readonly { figure: Figure; sums: Sums }[] {
  const tallies = groupTallies(run, grouping, item);
  return tallies.groups.map((tally, group) => {
    const sums = indexSums(item, tally);
    const origin = { measure: "index", subject: item.column, unit: "index", conversion: item.conversion } as const;
    const result = plain(meanEstimate(sums, run.plan.confidence));
    return { figure: figure(run, { ...origin, filter: grouping.filterOf(group) }, result), sums };
  });
}
