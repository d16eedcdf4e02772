/** From the dataset's counted cells to the tallies that the estimators take. */
import { type CellCounts, tabulate } from "@manyi/dataset/query/tabulate";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";

/** The whole sample's answers to one question. */
export function tallyOfItem(run: Run, item: RatedItem): RatingTally {
  return tallyOfCells(run, tabulate(run.plan.dataset, [item.column], [], run.weight), 0, item);
}

/** A tally for each answer of a grouping column, in the order of its answers. */
export function talliesByGroup(run: Run, group: string, item: RatedItem): readonly RatingTally[] {
  const cells = tabulate(run.plan.dataset, [group, item.column], [], run.weight);
  return cells.dimensions[0].answers.map((_, g) => tallyOfCells(run, cells, firstAnswerCode + g, item));
}

/** @param row position along the first of two dimensions; 0 where there is one */
export function tallyOfCells(run: Run, cells: CellCounts, row: number, item: RatedItem): RatingTally {
  const { size } = cells.dimensions[cells.dimensions.length - 1];
  const from = row * size + firstAnswerCode;
  const to = from + item.answers.length;
  return {
    values: item.answers.map((answer) => answer.value),
    count: cells.count.subarray(from, to),
    weight: cells.weight.subarray(from, to),
    squaredWeight: cells.squaredWeight.subarray(from, to),
    weighting: run.weight === null ? "none" : "case-weights",
    designN: run.designN,
  };
}

/** Everybody in `all` who is not in `part`. */
export function restOf(all: RatingTally, part: RatingTally): RatingTally {
  const less = (a: Float64Array, b: Float64Array) => a.map((value, i) => Math.max(0, value - b[i]));
  return {
    ...all,
    count: less(all.count, part.count),
    weight: less(all.weight, part.weight),
    squaredWeight: less(all.squaredWeight, part.squaredWeight),
  };
}

/** All tallies together; at least one is needed. */
export function sumOf(tallies: readonly RatingTally[]): RatingTally {
  const [first] = tallies;
  const sum = (cellsOf: (tally: RatingTally) => Float64Array) =>
    cellsOf(first).map((_, cell) => tallies.reduce((total, tally) => total + cellsOf(tally)[cell], 0));
  return {
    ...first,
    count: sum((tally) => tally.count),
    weight: sum((tally) => tally.weight),
    squaredWeight: sum((tally) => tally.squaredWeight),
  };
}

/** Respondents who gave a rating, unweighted. */
export function answersOf(tally: RatingTally): number {
  return tally.count.reduce((sum, count) => sum + count, 0);
}
