import type { NamedColumns } from "../moments/moments.ts";

/** Rows to estimate a path model from, or to compute its scores for. */
export interface PathSample extends NamedColumns {
  /** One a row, or null. */
  readonly caseWeights: Float64Array | null;
}

/** Columns of these items, in their order. @throws RangeError where one is not among the variables, or lengths differ */
export function itemColumns({ variables, columns }: NamedColumns, items: readonly string[]): readonly Float64Array[] {
  if (variables.length !== columns.length) throw new RangeError("one name for each column is needed");
  if (columns.some((column) => column.length !== columns[0].length)) throw new RangeError("columns differ in length");
  return items.map((item) => {
    const place = variables.indexOf(item);
    if (place < 0) throw new RangeError(`no column ${item}`);
    return columns[place];
  });
}
