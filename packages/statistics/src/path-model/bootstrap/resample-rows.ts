import { completeRows } from "../../moments/moments.ts";
import { answeredRows } from "../mean-replacement.ts";
import { itemColumns, type PathSample } from "../path-sample.ts";

/** Rows with a missing answer are left out; or missing answers become the mean of the resample's answers, which draws correlations to 0. */
export type MissingAnswers = "complete-cases" | "mean-replacement";

/** Small whole numbers take a byte each: they are read again for every resample, and should stay in the processor's cache. */
export type AnswerColumns =
  | { readonly kind: "bytes"; readonly values: readonly Uint8Array[] }
  | { readonly kind: "numbers"; readonly values: readonly Float64Array[] };

/** The rows that resamples are drawn from. Equal rows stand once. */
export interface ResampleRows {
  /** Rows in use. */
  readonly n: number;
  /** Σw and Σw² of them. */
  readonly weight: number;
  readonly squaredWeight: number;
  /** Of each row in use, its place among the distinct ones. */
  readonly distinctOf: Int32Array;
  /** Of each distinct row: how many there are of it. */
  readonly multiplicities: Uint32Array;
  /** Of each distinct row, or null. */
  readonly caseWeights: Float64Array | null;
  /** By distinct row: the items' answers less the item's offset, 0 where there is none; then, of items that some did not answer,
   *  1 where there is an answer and 0 where not. */
  readonly columns: AnswerColumns;
  readonly offsets: Float64Array;
  /** Of each item, the place of its column of ones and zeros; −1 where everybody answered. */
  readonly answered: Int32Array;
}

/**
 * @param items in the order of the model
 * @throws RangeError if an item has no column, lengths differ, or a weight is negative or not finite
 */
export function resampleRows(sample: PathSample, items: readonly string[], missing: MissingAnswers): ResampleRows {
  const columns = itemColumns(sample, items);
  const { caseWeights } = sample;
  const length = columns[0].length;
  requireWeights(caseWeights, length);
  const rows =
    missing === "complete-cases" ? completeRows(columns, caseWeights, length) : answeredRows(columns, caseWeights);
  const { distinctOf, firsts, multiplicities } = distinctRows(columns, caseWeights, rows);
  const weights = caseWeights === null ? null : Float64Array.from(firsts, (row) => caseWeights[row]);
  const shifted = columns.map((column) => shiftedColumn(column, firsts));
  const flags = shifted.flatMap(({ flag }) => (flag === null ? [] : [flag]));
  const answered = new Int32Array(items.length).fill(-1);
  let place = items.length;
  for (const [item, { flag }] of shifted.entries()) if (flag !== null) answered[item] = place++;
  return {
    n: rows.length,
    weight: sumOver(rows, (row) => (caseWeights === null ? 1 : caseWeights[row])),
    squaredWeight: sumOver(rows, (row) => (caseWeights === null ? 1 : caseWeights[row] ** 2)),
    distinctOf,
    multiplicities,
    caseWeights: weights,
    columns: answerColumns([...shifted.map(({ values }) => values), ...flags]),
    offsets: Float64Array.from(shifted, ({ offset }) => offset),
    answered,
  };
}

function answerColumns(values: readonly Float64Array[]): AnswerColumns {
  const fits = values.every((column) => column.every((value) => Number.isInteger(value) && value >= 0 && value < 256));
  if (!fits) return { kind: "numbers", values };
  return { kind: "bytes", values: values.map((column) => Uint8Array.from(column)) };
}

function sumOver(rows: Int32Array, of: (row: number) => number): number {
  let sum = 0;
  for (const row of rows) sum += of(row);
  return sum;
}

function distinctRows(columns: readonly Float64Array[], caseWeights: Float64Array | null, rows: Int32Array) {
  const places = new Map<string, number>();
  const firsts: number[] = [];
  const counts: number[] = [];
  const distinctOf = new Int32Array(rows.length);
  for (let used = 0; used < rows.length; used++) {
    const row = rows[used];
    let key = caseWeights === null ? "" : `${caseWeights[row]}`;
    for (const column of columns) key += `,${column[row]}`;
    let place = places.get(key);
    if (place === undefined) {
      place = firsts.length;
      places.set(key, place);
      firsts.push(row);
      counts.push(0);
    }
    counts[place] += 1;
    distinctOf[used] = place;
  }
  return { distinctOf, firsts, multiplicities: Uint32Array.from(counts) };
}

/** Whole numbers from their smallest, so that they stay whole; others from their mean, so that sums about a resample's mean lose no digits. */
function shiftedColumn(column: Float64Array, rows: readonly number[]) {
  const answers = rows.map((row) => column[row]).filter((answer) => !Number.isNaN(answer));
  const infinite = answers.find((answer) => !Number.isFinite(answer));
  if (infinite !== undefined) throw new RangeError(`answer ${infinite}`);
  const smallest = answers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const isWhole = answers.every((answer) => Number.isInteger(answer));
  const mean = answers.reduce((sum, answer) => sum + answer / answers.length, 0);
  const offset = answers.length === 0 ? 0 : isWhole ? smallest : mean;
  const values = Float64Array.from(rows, (row) => (Number.isNaN(column[row]) ? 0 : column[row] - offset));
  const complete = answers.length === rows.length;
  const flag = complete ? null : Float64Array.from(rows, (row) => (Number.isNaN(column[row]) ? 0 : 1));
  return { values, offset, flag };
}

function requireWeights(caseWeights: Float64Array | null, length: number): void {
  if (caseWeights === null) return;
  if (caseWeights.length !== length) throw new RangeError("one weight for each row is needed");
  for (const weight of caseWeights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weight}`);
  }
}
