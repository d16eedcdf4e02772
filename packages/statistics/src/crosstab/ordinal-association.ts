import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, marginsOf } from "./table.ts";

export interface OrdinalAssociation {
  readonly kind: "estimated";
  /** Pairs of respondents ordered alike, and oppositely, on both variables. */
  readonly concordant: number;
  readonly discordant: number;
  /** Goodman and Kruskal's γ; null where every pair is tied on a variable. */
  readonly gamma: number | null;
  /** Kendall's τ-b and Stuart's τ-c. */
  readonly tauB: number;
  readonly tauC: number;
  /** Somers' d with the row variable, and with the column variable, as the dependent one. */
  readonly somersRowDependent: number;
  readonly somersColumnDependent: number;
  /** M² = (n − 1) r² with scores 1, 2, 3 …; χ² with one degree of freedom. */
  readonly linearByLinear: number;
  readonly linearByLinearPValue: number;
}

/**
 * Association of two ordered variables, whose levels stand in order in rows and columns; −1 … 1 except M². Empty rows
 * and columns change nothing but the scores of M², which stay those of the levels' places.
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody
 * @throws RangeError if the cells do not fit or a count is negative
 * Source: Agresti 2010, Analysis of Ordinal Categorical Data, 7. Golden values: golden/example/expected/synth_public_crosstab.json
 */
export function ordinalAssociation(table: CrossTable): OrdinalAssociation | NotTestable {
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rowTotals, columnTotals, total } = marginsOf(table.rows, table.columns, table.counts);
  const { concordant, discordant } = orderedPairs(table);
  const surplus = concordant - discordant;
  const untied = concordant + discordant;
  const pairs = (total * (total - 1)) / 2;
  const untiedOnRows = pairs - tiedPairs(rowTotals);
  const untiedOnColumns = pairs - tiedPairs(columnTotals);
  const levels = Math.min(filled.rows.length, filled.columns.length);
  const linearByLinear = (total - 1) * scoreCorrelation(table, rowTotals, columnTotals, total) ** 2;
  return {
    kind: "estimated",
    concordant,
    discordant,
    gamma: untied > 0 ? surplus / untied : null,
    tauB: surplus / Math.sqrt(untiedOnRows * untiedOnColumns),
    tauC: (2 * levels * surplus) / (total * total * (levels - 1)),
    somersRowDependent: surplus / untiedOnColumns,
    somersColumnDependent: surplus / untiedOnRows,
    linearByLinear,
    linearByLinearPValue: chiSquareUpper(linearByLinear, 1),
  };
}

/** Running column sums of the rows above make this one pass over the table. */
function orderedPairs({ rows, columns, counts }: CrossTable): { concordant: number; discordant: number } {
  const above = new Float64Array(columns);
  let concordant = 0;
  let discordant = 0;
  for (let row = 0; row < rows; row++) {
    let left = 0;
    let right = above.reduce((sum, value) => sum + value, 0);
    for (let column = 0; column < columns; column++) {
      const count = counts[row * columns + column];
      right -= above[column];
      concordant += count * left;
      discordant += count * right;
      left += above[column];
    }
    for (let column = 0; column < columns; column++) above[column] += counts[row * columns + column];
  }
  return { concordant, discordant };
}

function tiedPairs(totals: Float64Array): number {
  return totals.reduce((sum, total) => sum + (total * (total - 1)) / 2, 0);
}

function scoreCorrelation(
  { columns, counts }: CrossTable,
  rowTotals: Float64Array,
  columnTotals: Float64Array,
  total: number,
): number {
  const meanOf = (totals: Float64Array) => totals.reduce((sum, count, score) => sum + count * score, 0) / total;
  const rowMean = meanOf(rowTotals);
  const columnMean = meanOf(columnTotals);
  const squares = (totals: Float64Array, mean: number) =>
    totals.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0);
  const products = counts.reduce(
    (sum, count, cell) => sum + count * (Math.floor(cell / columns) - rowMean) * ((cell % columns) - columnMean),
    0,
  );
  return products / Math.sqrt(squares(rowTotals, rowMean) * squares(columnTotals, columnMean));
}
