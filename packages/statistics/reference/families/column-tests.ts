import { benjaminiHochberg, bonferroni, holm } from "../../src/comparison/adjust-p-values.ts";
import { columnLetter, columnProportions, unadjusted } from "../../src/crosstab/column-proportions.ts";
import type { CrossTable } from "../../src/crosstab/table.ts";
import type { ReferenceTree } from "../reference-value.ts";

/** The pairs of columns of each row, with the corrections that files carry; the letters stand at level `alpha`. */
export function columnTestsOf(table: CrossTable, rows: readonly string[], alpha: number): ReferenceTree {
  const plain = columnProportions(table, alpha, unadjusted);
  const bonferroniRows = columnProportions(table, alpha, bonferroni);
  const holmRows = columnProportions(table, alpha, holm);
  const discovery = columnProportions(table, alpha, benjaminiHochberg);
  return Object.fromEntries(
    rows.map((name, row) => [
      name,
      {
        pairs: plain[row].pairs.map(({ first, second }) => `${columnLetter(first)}-${columnLetter(second)}`),
        z: plain[row].pairs.map(({ statistic }) => statistic),
        p: plain[row].pairs.map(({ pValue }) => pValue),
        p_bonferroni: bonferroniRows[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        p_holm: holmRows[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        p_bh: discovery[row].pairs.map(({ adjustedPValue }) => adjustedPValue),
        letters_none: plain[row].letters,
        letters_bonferroni: bonferroniRows[row].letters,
        letters_holm: holmRows[row].letters,
      },
    ]),
  );
}
