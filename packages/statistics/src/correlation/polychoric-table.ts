import type { CrossTable } from "../crosstab/table.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { NamedColumns } from "../moments/moments.ts";
import { type CorrelationTable, correlationTable } from "./correlation-table.ts";
import { requireAnswers, requireWeights } from "./paired-answers.ts";
import { polychoricCorrelation } from "./polychoric.ts";
import { distinctValues, placeOf } from "./rank-levels.ts";

/** Levels up to which a variable counts as ordinal; a table of more cells than people says nothing. */
const maximumLevels = 50;

/**
 * Two-step polychoric correlation of each pair of ordinal variables, over the rows that answered both; give complete rows alone for one
 * group of respondents and thresholds that are the same in all pairs. Rows are read once a pair and then
 * only tables: 22 items of 10,000 people take about a tenth of a second.
 * @param columns levels as ascending numbers, at most 50 different ones; NaN = no answer
 * @param weights one for each row, or null
 * @throws RangeError if lengths differ, a weight is negative, a variable has more than 50 levels, or confidence is outside (0, 1)
 * Golden values: golden/second/expected/mobile_polychoric.json
 */
export function polychoricCorrelations(
  { variables, columns }: NamedColumns,
  weights: Float64Array | null,
  confidence: number,
): CorrelationTable {
  requireConfidence(confidence);
  if (variables.length !== columns.length) throw new RangeError("one name for each column is needed");
  const length = columns.length === 0 ? 0 : columns[0].length;
  if (columns.some((column) => column.length !== length)) throw new RangeError("columns differ in length");
  requireWeights(weights, length);
  const coded = columns.map((column, index) => levelCodes(column, variables[index]));
  return correlationTable(variables, (i, j) =>
    polychoricCorrelation(tabulated(coded[i], coded[j], weights), confidence),
  );
}

/**
 * Cross table of two ordinal variables over the rows that answered both.
 * @param x, y levels as ascending numbers, at most 50 different ones; NaN = no answer
 * @throws RangeError if lengths differ, a weight is negative, or a variable has more than 50 levels
 */
export function tableOfLevels(x: Float64Array, y: Float64Array, weights: Float64Array | null): CrossTable {
  if (x.length !== y.length) throw new RangeError("columns differ in length");
  requireWeights(weights, x.length);
  return tabulated(levelCodes(x, "the row variable"), levelCodes(y, "the column variable"), weights);
}

interface CodedColumn {
  /** 0 for the lowest level, `levels` for no answer. */
  readonly codes: Uint8Array;
  readonly levels: number;
}

function levelCodes(column: Float64Array, name: string): CodedColumn {
  requireAnswers(column);
  const distinct = distinctValues(column.filter((answer) => !Number.isNaN(answer)));
  const levels = distinct.length;
  if (levels > maximumLevels) throw new RangeError(`${name} has ${levels} levels, more than ${maximumLevels}`);
  const codes = Uint8Array.from(column, (answer) => (Number.isNaN(answer) ? levels : placeOf(distinct, answer)));
  return { codes, levels };
}

/** Cells are counted with a last row and column for no answer, which then stay behind: no question is asked a row. */
function tabulated(first: CodedColumn, second: CodedColumn, weights: Float64Array | null): CrossTable {
  const [rows, columns] = [first.levels, second.levels];
  const width = columns + 1;
  const cells = (amount: (row: number) => number) => {
    const sums = new Float64Array((rows + 1) * width);
    for (let row = 0; row < first.codes.length; row++) {
      sums[first.codes[row] * width + second.codes[row]] += amount(row);
    }
    return answeredPart(sums, rows, columns);
  };
  if (weights === null) return { rows, columns, counts: cells(() => 1) };
  return {
    rows,
    columns,
    counts: cells((row) => (weights[row] > 0 ? 1 : 0)),
    weights: cells((row) => weights[row]),
    squaredWeights: cells((row) => weights[row] * weights[row]),
  };
}

function answeredPart(sums: Float64Array, rows: number, columns: number): Float64Array {
  const part = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    part.set(sums.subarray(row * (columns + 1), row * (columns + 1) + columns), row * columns);
  }
  return part;
}
