import { type FlagColumn, flagColumn } from "./flags.ts";

export interface ExactDuplicates extends FlagColumn {
  /** Rows that are equal to each other, two or more in each group; groups and rows ascending. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * Responses that are equal in all given columns: a file imported twice, a form sent twice, or an interviewer who copies. Flags all but
 * the first of each group. Leave out identifiers and times; with few questions honest respondents agree in all of them too.
 * @param columns answers as numbers (NaN = no answer, equal to each other) or texts
 * @throws RangeError without a column, or if columns differ in length
 * Golden values: golden/second/expected/survey_quality.json
 */
export function exactDuplicates(columns: readonly (Float64Array | readonly string[])[]): ExactDuplicates {
  if (columns.length === 0) throw new RangeError("at least one column is needed");
  const rows = columns[0].length;
  if (columns.some((column) => column.length !== rows)) throw new RangeError("columns differ in length");
  const groupOf = equalRows(columns, rows);
  const members = new Map<number, number[]>();
  groupOf.forEach((group, row) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [row]);
    else known.push(row);
  });
  const groups = [...members.values()].filter((group) => group.length > 1);
  const repeated = new Set(groups.flatMap((group) => group.slice(1)));
  return { ...flagColumn("exact-duplicate", rows, (row) => repeated.has(row)), groups };
}

/** A number for each row, the same for equal rows: refined column by column, so that no text of a whole row is made. */
function equalRows(columns: readonly (Float64Array | readonly string[])[], rows: number): Float64Array {
  let groups = new Float64Array(rows);
  for (const column of columns) {
    const codes = new Map<number | string, number>();
    const pairs = new Map<number, number>();
    const refined = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const code = codeOf(codes, column[row]);
      // Codes and groups are below 2²⁶ each, so their pair is an exact integer.
      refined[row] = codeOf(pairs, groups[row] * 2 ** 26 + code);
    }
    groups = refined;
  }
  return groups;
}

/** A place in the order of first appearance; Map takes NaN for equal to NaN, and 0 to −0. */
function codeOf<K>(codes: Map<K, number>, value: K): number {
  const known = codes.get(value);
  if (known !== undefined) return known;
  codes.set(value, codes.size);
  return codes.size - 1;
}
