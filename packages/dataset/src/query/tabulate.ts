/**
 * The first primitive: respondents counted by the answers of one or more coded columns. Every cell has its count,
 * Σw and Σw², from which shares, means, the NPS, crosstabs and their tests follow, weighted or not.
 */
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { type MissingState, missingStates } from "@manyi/study/definition/scale";
import type { ScaleAnswer } from "@manyi/study/definition/scale-answers";
import { type CodedColumn, codedColumn, type Dataset } from "../columns/column.ts";
import { type Filter, filterMask } from "./filter.ts";
import { caseWeights } from "./weight.ts";

export interface Dimension {
  readonly column: string;
  readonly answers: readonly ScaleAnswer[];
  /** States and answers: cells along this dimension. */
  readonly size: number;
}

/** Cells in row-major order over the dimensions; along each, the states first, then the answers. */
export interface CellCounts {
  readonly dimensions: readonly Dimension[];
  readonly count: Float64Array;
  readonly weight: Float64Array;
  readonly squaredWeight: Float64Array;
}

/** Cells that a table may have. */
const mostCells = 20_000_000;

/** @param by coded columns
 *  @throws RangeError if a column is not coded, or the table would have more cells than `mostCells` */
export function tabulate(dataset: Dataset, by: readonly string[], filter: Filter, weight: string | null): CellCounts {
  const columns = by.map((name) => codedColumn(dataset, name));
  const dimensions = columns.map((c) => ({
    column: c.name,
    answers: c.answers,
    size: firstAnswerCode + c.answers.length,
  }));
  const cells = dimensions.reduce((product, d) => product * d.size, 1);
  if (cells > mostCells) throw new RangeError(`a table of ${by.join(" × ")} would have ${cells} cells`);
  const mask = filterMask(dataset, filter);
  const weights = caseWeights(dataset, weight);
  const index = cellIndex(columns, dimensions, dataset.rows);
  const count = new Float64Array(cells);
  if (weights === null) {
    countRows(index, mask, count);
    return { dimensions, count, weight: count, squaredWeight: count };
  }
  const sums = { count, weight: new Float64Array(cells), squaredWeight: new Float64Array(cells) };
  sumWeights(index, mask, weights, sums);
  return { dimensions, ...sums };
}

function countRows(index: ArrayLike<number>, mask: Uint8Array | null, count: Float64Array): void {
  if (mask === null) for (let row = 0; row < index.length; row++) count[index[row]]++;
  else for (let row = 0; row < index.length; row++) count[index[row]] += mask[row];
}

/** A respondent of weight 0 stands for nobody and is not counted either. */
function sumWeights(
  index: ArrayLike<number>,
  mask: Uint8Array | null,
  weights: Float64Array,
  sums: { readonly count: Float64Array; readonly weight: Float64Array; readonly squaredWeight: Float64Array },
): void {
  for (let row = 0; row < index.length; row++) {
    const w = mask === null ? weights[row] : weights[row] * mask[row];
    if (w === 0) continue;
    sums.count[index[row]]++;
    sums.weight[index[row]] += w;
    sums.squaredWeight[index[row]] += w * w;
  }
}

/** The cell of each respondent. A table of one column needs no index of its own: the codes are it. */
function cellIndex(columns: readonly CodedColumn[], dimensions: readonly Dimension[], rows: number): ArrayLike<number> {
  if (columns.length === 1) return columns[0].codes;
  const index = new Uint32Array(rows);
  columns.forEach(({ codes }, d) => {
    const { size } = dimensions[d];
    for (let row = 0; row < rows; row++) index[row] = index[row] * size + codes[row];
  });
  return index;
}

/** Position of an answer along its dimension. */
export function answerPosition(answer: number): number {
  return firstAnswerCode + answer;
}

/** Position of a missing state along a dimension. */
export function statePosition(state: MissingState): number {
  return missingStates.indexOf(state);
}
