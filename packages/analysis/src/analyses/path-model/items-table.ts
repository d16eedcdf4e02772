import { importancePerformance } from "@manyi/statistics/path-model/importance-performance";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { detailRow, estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import type { FittedModel } from "./fitted-model.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

/** Each question under its construct: how well it stands for it, where it stands, and what a point more of it is worth. */
export function itemsTable({ asked, fit, found }: FittedModel, context: AnalysisContext): AnalysisPart {
  const map = importancePerformance(fit, asked.target, asked.scales);
  const worth = new Map(map.kind === "estimated" ? map.items.map((item) => [item.item, item]) : []);
  const cellsOf = (item: string, i: number, isAlone: boolean) => {
    const { minimum, maximum } = asked.scales[i];
    const loading = found({ kind: "loading", item });
    return detailRow(
      label(labelOf(context, item)),
      // A single item is its construct: 1, without uncertainty.
      estimate(fit.loadings[i], isAlone ? null : (loading?.interval ?? null), "coefficient"),
      number(fit.weights[i], "coefficient"),
      number((100 * (fit.means[i] - minimum)) / (maximum - minimum), "index"),
      worth.has(item) ? number(worth.get(item)?.importance, "points") : none("not-estimable"),
    );
  };
  return tablePart({
    caption: words.items,
    n: fit.n,
    columns: [
      nameColumn(terms.item),
      ...[own.loading, own.weight, own.itemIndex, own.effectOn(asked.nameOf(asked.target))].map(numberColumn),
    ],
    rows: fit.model.constructs.flatMap(({ name }, j) => {
      const [start, end] = [fit.layout.starts[j], fit.layout.starts[j + 1]];
      return [
        row(label(asked.nameOf(name)), none(), none(), none(), none()),
        ...fit.layout.items.slice(start, end).map((item, k) => cellsOf(item, start + k, end - start === 1)),
      ];
    }),
    notes: [words.itemsNote],
  });
}
