import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";
import { correctionOf } from "./correction.ts";

export const CrosstabAnalysis = analysisSchema(
  "crosstab",
  {
    rows: columnsOf(
      ["choice", "rating"],
      { minItems: 1, maxItems: 30 },
      "Questions whose answers stand in the rows, one table each.",
    ),
    by: columnOf(["choice", "rating"], "Groups that stand in the columns: region, wave, customer type."),
    correction: correctionOf("Of the pairs of columns within a row, and of the tests of several tables."),
  },
  "Do groups answer differently? Counts, shares of each column with letters, adjusted residuals, tests of independence and measures of association; with weights the test of Rao and Scott.",
);
