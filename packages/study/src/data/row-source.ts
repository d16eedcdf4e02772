/** Rows of cells, whatever file they come from. */
export interface RowBlock {
  readonly rows: readonly (readonly string[])[];
  /** 1-based line (CSV) or row (workbook) in the file, one a row. */
  readonly lines: Int32Array;
}

export interface RowSource {
  /** The first row of the file. */
  readonly header: readonly string[];
  /** The rows after it, block by block; blank lines are left out.
   *  @throws StudyError where the file turns out to be broken */
  readonly blocks: AsyncIterable<RowBlock>;
  /** Lets go of the file where the blocks are not read to their end. */
  readonly close?: () => void;
}
