/** Which of several filters may stand beside each other. */
import { type Filter, filterMask } from "@manyi/dataset/query/filter";
import { filterDifference } from "@manyi/statistics/suppression/filter-difference";
import type { AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { filterWords } from "../words/filter-words.ts";
import { terms } from "../words/terms.ts";
import { suppressionTerms as own, suppressionWords as words } from "./words.ts";

export function filtersTable(context: AnalysisContext, filters: readonly Filter[], minimum: number): AnalysisTable {
  const { plan, filter } = context;
  const { rows } = plan.dataset;
  const everybody = filterMask(plan.dataset, filter) ?? new Uint8Array(rows).fill(1);
  const shown: Uint8Array[] = [everybody];
  return {
    caption: words.filters,
    n: null,
    columns: [nameColumn(own.filter), numberColumn(terms.n), textColumn(terms.verdict)],
    rows: filters.map((conditions) => {
      const mask = filterMask(plan.dataset, [...filter, ...conditions]) ?? everybody;
      const text = label(filterWords({ ...context, filter: conditions }) ?? words.fine);
      const n = mask.reduce((sum, taken) => sum + taken, 0);
      if (n < minimum) return row(text, none("too-few"), label(words.tooFew));
      const revealed = filterDifference(shown, mask, minimum);
      if (revealed !== null)
        return row(text, none("protects-others"), label(revealed.kind === "revealed" ? words.tells : words.unchecked));
      shown.push(mask);
      return row(text, number(n, "count"), label(words.fine));
    }),
    notes: [words.filtersNote],
  };
}
