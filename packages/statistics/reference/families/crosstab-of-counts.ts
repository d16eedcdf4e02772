import { chiSquareTest } from "../../src/crosstab/chi-square-test.ts";
import { cramersV } from "../../src/crosstab/cramers-v.ts";
import { tested } from "../../test-support/variants.ts";
import { codesOf, crossTableOf, levelsOf } from "../columns.ts";
import type { DataTable } from "../data-table.ts";
import type { ReferenceFile } from "../reference-file.ts";
import type { ReferenceTree } from "../reference-value.ts";

/** Keys `ROW_by_COLUMN` over a CSV whose column `Freq` says how many people a row stands for; names in any case. */
export function columnsOfCounts(file: ReferenceFile): ReferenceTree {
  const table = file.data(file.dataset);
  const frequency = table.numbers("Freq");
  return Object.fromEntries(
    Object.keys(file.values).map((key) => {
      const [rows, columns] = key.split("_by_").map((name) => table.text(columnNamed(table, name)));
      const [rowLevels, columnLevels] = [levelsOf(rows), levelsOf(columns)];
      const size = { rows: rowLevels.length, columns: columnLevels.length };
      const found = crossTableOf(codesOf(rows, rowLevels), codesOf(columns, columnLevels), size, frequency);
      const test = tested(chiSquareTest({ ...size, counts: found.weights }));
      return [key, { chi2: test.statistic, df: test.degreesOfFreedom, p: test.pValue, cramers_v: cramersV(test) }];
    }),
  );
}

function columnNamed(table: DataTable, name: string): string {
  return table.names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}
