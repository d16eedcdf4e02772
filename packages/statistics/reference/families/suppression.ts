import { complementaryCells } from "../../src/suppression/complementary-cells.ts";
import { type CountTable, rowsWithOneHidden, smallCells, usualMinimum } from "../../src/suppression/small-cells.ts";
import { codesOf, crossTableOf, levelsOf } from "../columns.ts";
import type { Family } from "../family.ts";
import { textsAt } from "../options.ts";
import { surveyTable } from "../survey-table.ts";

/** Stores by segments. `threshold` is the minimum asked for; `rows` and `cols` say the order of the levels. */
export const suppression: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const rows = levelsOf(survey.text("store"), textsAt(file.values, "rows"));
    const cols = levelsOf(survey.text("segment"), textsAt(file.values, "cols"));
    const size = { rows: rows.length, columns: cols.length };
    const codes = [codesOf(survey.text("store"), rows), codesOf(survey.text("segment"), cols)];
    const { counts } = crossTableOf(codes[0], codes[1], size);
    const table: CountTable = { ...size, counts };
    const threshold = typeof file.values.threshold === "number" ? file.values.threshold : usualMinimum;
    const primary = smallCells(table, threshold);
    const complement = complementaryCells(table, threshold);
    const byRow = <T>(cells: ArrayLike<T>) =>
      rows.map((_, row) => Array.from(cells).slice(row * cols.length, (row + 1) * cols.length));
    return {
      threshold,
      rows,
      cols,
      counts: byRow(counts),
      primary_suppressed: byRow(primary),
      n_primary: primary.filter(Boolean).length,
      rows_with_exactly_one_suppressed: rowsWithOneHidden(table, primary).map((row) => rows[row]),
      complementary_suppressed: byRow(complement),
      n_complementary: complement.filter(Boolean).length - primary.filter(Boolean).length,
    };
  },
};
