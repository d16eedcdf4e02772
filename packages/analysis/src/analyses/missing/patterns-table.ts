/** What is missing together, without patterns of a few people. */
import { missingAnswers } from "@manyi/statistics/missing/missing-patterns";
import type { AnalysisTable } from "../../results/analyses.ts";
import { label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { MissingItems } from "./read-items.ts";
import { missingTerms as own, missingWords as words } from "./words.ts";

/** @param most patterns shown, @param minimum people of one that is shown; null where there is nobody */
export function patternsTable(
  { names, labels, columns, weights, n }: MissingItems,
  most: number,
  minimum: number,
): AnalysisTable | null {
  const found = missingAnswers({ variables: names, columns }, weights);
  if (found.kind !== "described") return null;
  const large = found.patterns.filter(({ rows }) => rows >= minimum).slice(0, most);
  const others = found.patterns.length - large.length;
  const rest = n - large.reduce((sum, { rows }) => sum + rows, 0);
  return {
    caption: words.patterns,
    n,
    columns: [nameColumn(own.pattern), ...[own.respondents, terms.share].map(numberColumn)],
    rows: [
      ...large.map(({ missing, rows }) =>
        row(
          label(missing.length === 0 ? words.complete : listed(missing.map((name) => labels[names.indexOf(name)]))),
          number(rows, "count"),
          number(rows / n, "share"),
        ),
      ),
      ...(others > 0
        ? [row(label(words.otherPatterns(others)), number(rest, "count"), number(rest / n, "share"))]
        : []),
    ],
    notes: [],
  };
}
