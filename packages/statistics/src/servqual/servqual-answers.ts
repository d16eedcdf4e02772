/**
 * SERVQUAL measures service quality as perception less expectation, item by item, in dimensions. Expectations tend to the top of the
 * scale, so gaps are mostly negative and the perceptions carry most of the information: Cronin and Taylor (1992) leave the
 * expectations out (SERVPERF). Source: Parasuraman, Zeithaml & Berry 1988, 1991.
 */

import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { deviationFrom } from "../tally/sums.ts";

export interface ServqualDimension {
  readonly name: string;
  /** Places of its items, from 0. */
  readonly items: readonly number[];
}

/** The 22 items in their published order; with the initials in another order, RATER. */
export const raterDimensions: readonly ServqualDimension[] = [
  { name: "Tangibles", items: [0, 1, 2, 3] },
  { name: "Reliability", items: [4, 5, 6, 7, 8] },
  { name: "Responsiveness", items: [9, 10, 11, 12] },
  { name: "Assurance", items: [13, 14, 15, 16] },
  { name: "Empathy", items: [17, 18, 19, 20, 21] },
];

export interface ServqualAnswers {
  /** One column an item, all on one scale and of one length; NaN = no answer. */
  readonly perceptions: readonly Float64Array[];
  readonly expectations: readonly Float64Array[];
  /** One a row, or null; a weight of 0 leaves the row out. */
  readonly caseWeights: Float64Array | null;
  /** Rows of the whole sample; missing answers do not reduce it. */
  readonly designN: number;
}

/** @throws RangeError without items, or if columns differ in number or length */
export function requireAnswers({ perceptions, expectations, caseWeights }: ServqualAnswers): void {
  if (perceptions.length === 0 || perceptions.length !== expectations.length) {
    throw new RangeError(`${perceptions.length} perceptions do not fit ${expectations.length} expectations`);
  }
  const length = perceptions[0].length;
  if ([...perceptions, ...expectations].some((column) => column.length !== length)) {
    throw new RangeError("items differ in length");
  }
  if (caseWeights !== null && caseWeights.length !== length)
    throw new RangeError("one case weight for each row is needed");
}

/** Perception less expectation of each item; NaN where either is missing. @throws RangeError as `requireAnswers` */
export function gapColumns(answers: ServqualAnswers): readonly Float64Array[] {
  requireAnswers(answers);
  return answers.perceptions.map((perception, item) =>
    perception.map((value, row) => deviationFrom(answers.expectations[item][row], value, 0)),
  );
}

/**
 * Each respondent's mean over the items of each dimension.
 * @param columns one an item; NaN = no answer
 * @param leastShare of a dimension's items, 0–1, that must be answered
 * @returns rows × dimensions; NaN (no answer) where too few items were answered
 * @throws RangeError if a dimension has no items or names one that is not there, or the share is outside (0, 1]
 */
export function dimensionMeans(
  columns: readonly Float64Array[],
  dimensions: readonly ServqualDimension[],
  leastShare: number,
): Matrix {
  if (!(leastShare > 0 && leastShare <= 1)) throw new RangeError(`a share must lie in (0, 1], got ${leastShare}`);
  for (const { name, items } of dimensions) {
    if (items.length === 0 || items.some((item) => columns[item] === undefined))
      throw new RangeError(`items of ${name}`);
  }
  const means = zeroMatrix(columns[0].length, dimensions.length);
  for (let row = 0; row < means.rows; row++) {
    dimensions.forEach(({ items }, place) => {
      const answered = items.filter((item) => !Number.isNaN(columns[item][row]));
      const isEnough = answered.length >= leastShare * items.length;
      means.values[row * dimensions.length + place] = isEnough ? meanOf(answered, columns, row) : Number.NaN;
    });
  }
  return means;
}

/** 0 where the answers cancel out but for rounding. */
function meanOf(items: readonly number[], columns: readonly Float64Array[], row: number): number {
  let sum = 0;
  let size = 0;
  for (const item of items) {
    sum += columns[item][row];
    size += Math.abs(columns[item][row]);
  }
  return Math.abs(sum) <= 1e-14 * size ? 0 : sum / items.length;
}

export function columnOf({ rows, columns, values }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]);
}
