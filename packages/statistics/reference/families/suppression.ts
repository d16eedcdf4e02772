import { complementaryCells } from "../../src/suppression/complementary-cells.ts";
import { type CountTable, rowsWithOneHidden, smallCells, usualMinimum } from "../../src/suppression/small-cells.ts";
import { codesOf, crossTableOf, levelsOf } from "../columns.ts";
import type { Family } from "../family.ts";
import { textsAt } from "../options.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";

/** Two columns, known by the levels in `rows` and `cols`: stores by segments. `threshold` is the minimum asked for; `rows` and `cols` say the order of the levels. */
export const suppression: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const [down, across] = ["rows", "cols"].map((key) => columnWith(survey, textsAt(file.values, key)));
    const rows = levelsOf(down, textsAt(file.values, "rows"));
    const cols = levelsOf(across, textsAt(file.values, "cols"));
    const size = { rows: rows.length, columns: cols.length };
    const { counts } = crossTableOf(codesOf(down, rows), codesOf(across, cols), size);
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

/** @throws Error where no column has these levels and no others */
function columnWith(survey: SurveyTable, levels: readonly string[]): readonly string[] {
  const hasThese = (texts: readonly string[]) => levelsOf(texts, levels).join("\n") === levels.join("\n");
  const column = survey.names.map(survey.text).find(hasThese);
  if (column === undefined) throw new Error(`no column has the levels ${levels.join(", ")}`);
  return column;
}
