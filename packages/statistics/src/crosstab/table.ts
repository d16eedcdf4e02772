/**
 * A contingency table. Tests run on people, not on weighted people: `counts` are unweighted; where the answers have case
 * weights, their sums stand beside the counts and the weighted methods (Rao–Scott, effective n) use those.
 */
export interface CrossTable {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns, row by row. */
  readonly counts: Float64Array;
  /** Σw in each cell. */
  readonly weights?: Float64Array | undefined;
  /** Σw² in each cell. */
  readonly squaredWeights?: Float64Array | undefined;
}

/** Why a table carries no test. */
export interface NotTestable {
  readonly kind: "not-testable";
  readonly reason: "fewer-than-two-rows" | "fewer-than-two-columns" | "no-answers" | "no-variation" | "too-large";
}

export interface Margins {
  readonly rowTotals: Float64Array;
  readonly columnTotals: Float64Array;
  readonly total: number;
}

/** Totals of `cells`, given row by row. */
export function marginsOf(rows: number, columns: number, cells: Float64Array): Margins {
  const rowTotals = new Float64Array(rows);
  const columnTotals = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = cells[row * columns + column];
      rowTotals[row] += cell;
      columnTotals[column] += cell;
      total += cell;
    }
  }
  return { rowTotals, columnTotals, total };
}

/** Rows and columns that hold anybody; a test leaves the empty ones out. */
export interface FilledPart {
  readonly kind: "filled";
  readonly table: CrossTable;
  /** Places in the original table. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The table without empty rows and columns.
 * @returns not-testable where fewer than 2 × 2 are left
 * @throws RangeError if the cells do not fit or a count is negative or not finite
 */
export function filledPart(table: CrossTable): FilledPart | NotTestable {
  requireCells(table);
  const margins = marginsOf(table.rows, table.columns, table.counts);
  if (margins.total === 0) return { kind: "not-testable", reason: "no-answers" };
  const rows = placesAboveZero(margins.rowTotals);
  const columns = placesAboveZero(margins.columnTotals);
  if (rows.length < 2) return { kind: "not-testable", reason: "fewer-than-two-rows" };
  if (columns.length < 2) return { kind: "not-testable", reason: "fewer-than-two-columns" };
  const pick = (cells: Float64Array) =>
    Float64Array.from(rows.flatMap((row) => columns.map((column) => cells[row * table.columns + column])));
  const picked = {
    rows: rows.length,
    columns: columns.length,
    counts: pick(table.counts),
    weights: table.weights && pick(table.weights),
    squaredWeights: table.squaredWeights && pick(table.squaredWeights),
  };
  return { kind: "filled", table: picked, rows, columns };
}

/** @throws RangeError if cells do not fit the table's size, or one is negative or not finite */
export function requireCells({ rows, columns, counts, weights, squaredWeights }: CrossTable): void {
  for (const cells of [counts, weights, squaredWeights]) {
    if (cells === undefined) continue;
    if (cells.length !== rows * columns) throw new RangeError(`${cells.length} cells do not fit ${rows} × ${columns}`);
    if (!cells.every((cell) => cell >= 0 && Number.isFinite(cell))) throw new RangeError("cells must not be negative");
  }
}

/** The four cells of a 2 × 2 table. @throws RangeError if the table has another size */
export function fourCells(table: CrossTable): readonly [number, number, number, number] {
  requireCells(table);
  if (table.rows !== 2 || table.columns !== 2)
    throw new RangeError(`2 × 2 is needed, got ${table.rows} × ${table.columns}`);
  const [a, b, c, d] = table.counts;
  return [a, b, c, d];
}

function placesAboveZero(totals: Float64Array): number[] {
  return Array.from(totals.keys()).filter((index) => totals[index] > 0);
}
