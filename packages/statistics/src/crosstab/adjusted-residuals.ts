import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, marginsOf } from "./table.ts";

export interface AdjustedResiduals {
  readonly kind: "estimated";
  /** Cell by cell, row by row; null in an empty row or column. About standard normal under independence. */
  readonly values: readonly (number | null)[];
}

/**
 * Adjusted standardised residuals (O − E)/√(E (1 − row share)(1 − column share)): which cells make the association.
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody
 * @throws RangeError if the cells do not fit or a count is negative
 * Source: Haberman 1973; R's `chisq.test()$stdres`. Golden values: golden/example/expected/synth_public_crosstab.json
 */
export function adjustedResiduals(table: CrossTable): AdjustedResiduals | NotTestable {
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rowTotals, columnTotals, total } = marginsOf(table.rows, table.columns, table.counts);
  const values = Array.from(table.counts, (observed, cell) => {
    const ofRow = rowTotals[Math.floor(cell / table.columns)] / total;
    const ofColumn = columnTotals[cell % table.columns] / total;
    const expected = ofRow * ofColumn * total;
    const spread = Math.sqrt(expected * (1 - ofRow) * (1 - ofColumn));
    return spread > 0 ? (observed - expected) / spread : null;
  });
  return { kind: "estimated", values };
}
