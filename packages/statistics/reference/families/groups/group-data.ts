import { benjaminiHochberg, bonferroni, holm } from "../../../src/comparison/adjust-p-values.ts";
import { type Adjustment, unadjusted } from "../../../src/groups/pairwise.ts";
import { type RatingTally, tallyOf } from "../../../src/tally/rating-tally.ts";

export interface GroupData {
  /** NaN = no answer. */
  readonly outcome: Float64Array;
  /** Group of each row. */
  readonly labels: readonly string[];
  readonly levels: readonly string[];
}

export interface WeightedGroupData extends GroupData {
  readonly weights: Float64Array;
}

/** Answers of each level, in the order of the levels. */
export function answersByLevel({ outcome, labels, levels }: GroupData): readonly Float64Array[] {
  return levels.map((level) => outcome.filter((value, row) => labels[row] === level && !Number.isNaN(value)));
}

export function talliesByLevel(data: GroupData): readonly RatingTally[] {
  return answersByLevel(data).map((answers) => tallyOf(answers));
}

/** Weighted tallies of each level; the design is all rows. */
export function weightedTallies(data: WeightedGroupData): readonly RatingTally[] {
  const { outcome, labels, levels, weights } = data;
  const isIn = (level: string, row: number) => labels[row] === level && !Number.isNaN(outcome[row]);
  return levels.map((level) =>
    tallyOf(
      outcome.filter((_, row) => isIn(level, row)),
      weights.filter((_, row) => isIn(level, row)),
      outcome.length,
    ),
  );
}

/** Rows with an answer and a level, in their order. */
export function answeredRows({ outcome, labels, levels, weights }: WeightedGroupData) {
  const isIn = (row: number) => levels.includes(labels[row]) && !Number.isNaN(outcome[row]);
  return { values: outcome.filter((_, row) => isIn(row)), weights: weights.filter((_, row) => isIn(row)) };
}

export const adjustments: readonly (readonly [name: string, Adjustment])[] = [
  ["none", unadjusted],
  ["bonferroni", bonferroni],
  ["holm", holm],
  ["BH", benjaminiHochberg],
];
