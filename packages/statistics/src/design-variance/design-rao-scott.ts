import type { RaoScott } from "../crosstab/rao-scott.ts";
import { testOfShares } from "../crosstab/rao-scott.ts";
import type { NotTestable } from "../crosstab/table.ts";
import { filledPart } from "../crosstab/table.ts";
import { covarianceOfInfluences, type LonelyStrata } from "./design-covariance.ts";
import type { NoDegreesOfFreedom } from "./domain.ts";
import { degreesOfFreedomOf } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

export interface CodedTable {
  readonly rows: number;
  readonly columns: number;
  /** Row of the table for each row of the design; −1 = no answer, or outside the domain. */
  readonly rowCodes: Int32Array;
  readonly columnCodes: Int32Array;
}

/**
 * Rao and Scott's test of independence under a full design: strata, PSUs, correction, calibrated weights.
 * `raoScottTest` and `raoScottClusteredTest` are the same for weights alone and clusters alone, from sums instead of rows.
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody, or their shares do not vary; a variant where the
 *   design carries no error
 * @throws RangeError if lengths differ or a code is outside the table
 * Source: Rao & Scott 1984; R's `survey::svychisq`. Golden values: api_survey (svychisq_schwide_stype_strat)
 */
export function designRaoScottTest(
  design: SurveyDesign,
  table: CodedTable,
): RaoScott | NotTestable | LonelyStrata | NoDegreesOfFreedom {
  const { weights, rows } = design;
  const cellOf = cellsOf(design, table);
  const size = table.rows * table.columns;
  const counts = new Float64Array(size);
  const cellWeights = new Float64Array(size);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    if (cellOf[row] < 0) continue;
    counts[cellOf[row]] += 1;
    cellWeights[cellOf[row]] += weights[row];
    total += weights[row];
  }
  const filled = filledPart({ rows: table.rows, columns: table.columns, counts });
  if (filled.kind === "not-testable") return filled;
  if (!(total > 0)) return { kind: "not-testable", reason: "no-answers" };
  const isIn = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) isIn[row] = cellOf[row] >= 0 ? 1 : 0;
  const designDegreesOfFreedom = degreesOfFreedomOf(design, isIn);
  if (typeof designDegreesOfFreedom !== "number") return designDegreesOfFreedom;
  const cells = filled.rows.flatMap((row) => filled.columns.map((column) => row * table.columns + column));
  const shares = Float64Array.from(cells, (cell) => cellWeights[cell] / total);
  if (shares.some((share) => share < 0)) return { kind: "not-testable", reason: "no-variation" };
  const found = covarianceOfInfluences(design, cells.length, (column, into) => {
    const [inCell, outside] = [(1 - shares[column]) / total, -shares[column] / total];
    const own = cells[column];
    for (let row = 0; row < rows; row++) {
      if (cellOf[row] >= 0) into[row] = weights[row] * (cellOf[row] === own ? inCell : outside);
    }
  });
  if (found.kind !== "estimated") return found;
  return testOfShares({
    rows: filled.rows.length,
    columns: filled.columns.length,
    shares,
    covariance: found.matrix,
    n: counts.reduce((sum, count) => sum + count, 0),
    designDegreesOfFreedom,
  });
}

/** Row of the design → cell of the table; −1 without a weight or an answer. */
function cellsOf({ rows, weights }: SurveyDesign, table: CodedTable): Int32Array {
  const { rowCodes, columnCodes } = table;
  if (rowCodes.length !== rows || columnCodes.length !== rows)
    throw new RangeError("two codes for each row are needed");
  const cellOf = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    const [i, j] = [rowCodes[row], columnCodes[row]];
    if (i < -1 || i >= table.rows || j < -1 || j >= table.columns)
      throw new RangeError(`codes ${i}, ${j} in row ${row}`);
    if (i >= 0 && j >= 0 && weights[row] !== 0) cellOf[row] = i * table.columns + j;
  }
  return cellOf;
}
