import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { codedColumn, type Dataset } from "../columns/column.ts";

/** A column as numbers: a numeric column as it is, a coded one by its scale values or by other values per answer. */
export interface Variable {
  readonly column: string;
  /** One a answer, in the order of the column's answers; left out: the scale values. */
  readonly values?: readonly number[];
}

/** The number of each respondent, NaN where there is none; a view of the column where it is numeric.
 *  @throws RangeError if there is no such column, or `values` does not fit its answers */
export function variableValues(dataset: Dataset, variable: Variable): Float64Array {
  const column = dataset.columns.get(variable.column);
  if (column?.kind === "numeric" && variable.values === undefined) return column.values;
  const { codes, answers } = codedColumn(dataset, variable.column);
  const values = variable.values ?? answers.map((answer) => answer.value);
  if (values.length !== answers.length)
    throw new RangeError(`${variable.column} has ${answers.length} answers, not ${values.length}`);
  const byCode = new Float64Array(firstAnswerCode + answers.length).fill(Number.NaN);
  byCode.set(values, firstAnswerCode);
  const result = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) result[row] = byCode[codes[row]];
  return result;
}
