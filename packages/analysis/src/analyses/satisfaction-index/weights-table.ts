import type { AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { Weighting } from "./weightings.ts";
import { weightingHeading, indexWords as words } from "./words.ts";

/** What each indicator counts for under each weighting. */
export function weightsTable({ plan }: AnalysisContext, weightings: readonly Weighting[]): AnalysisTable {
  return {
    caption: words.weights,
    n: null,
    columns: [
      nameColumn(terms.item),
      ...weightings.map(({ code, name }) => numberColumn({ code, heading: weightingHeading(name) })),
    ],
    rows: [
      ...plan.index.map(({ item }, i) =>
        row(label(item.label), ...weightings.map(({ weights }) => number(weights[i], "share"))),
      ),
      totalRow(label(words.basedOn), ...weightings.map(({ n }) => (n === null ? none() : number(n, "count")))),
    ],
    notes: [],
  };
}
