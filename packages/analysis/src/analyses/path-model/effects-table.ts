import { indirectEffects } from "@manyi/statistics/path-model/criteria/effects";
import type { AnalysisPart } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import type { FittedModel } from "./fitted-model.ts";
import { arrow } from "./paths-table.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

/** Direct ways, ways through other constructs, and both together; null where no way leads through another. */
export function effectsTable({ asked, fit, found }: FittedModel): AnalysisPart | null {
  const names = fit.model.constructs.map(({ name }) => name);
  const indirect = indirectEffects(fit);
  const isPath = (from: string, to: string) => fit.model.paths.some((path) => path.from === from && path.to === to);
  const rows = names.flatMap((from, i) =>
    names.flatMap((to, j) => {
      const total = found({ kind: "total-effect", from, to });
      const place = i * names.length + j;
      const through = indirect.values[place];
      // Where no way leads through others the two are equal to the bit: nothing was added.
      if (total === null || through === 0) return [];
      return [
        row(
          label(arrow(asked, { from, to })),
          isPath(from, to) ? number(fit.paths.values[place], "coefficient") : none(),
          number(through, "coefficient"),
          estimate(total.value, total.interval, "coefficient"),
        ),
      ];
    }),
  );
  if (rows.length === 0) return null;
  return tablePart({
    caption: words.effects,
    n: fit.n,
    columns: [nameColumn(own.path), ...[own.direct, own.indirect, own.total].map(numberColumn)],
    rows,
    notes: [words.effectsNote],
  });
}
