/** How much of each question is missing, and why. */
import { statePosition, tabulate } from "@manyi/dataset/query/tabulate";
import { type MissingState, missingStates } from "@manyi/study/definition/scale";
import type { AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn } from "../reading/key-question.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { MissingItems } from "./read-items.ts";
import { missingTerms as own, stateTerms, missingWords as words } from "./words.ts";

export function byItemTable(context: AnalysisContext, items: MissingItems): AnalysisTable {
  const counted = items.names.map((name) => statesOf(context, name));
  const states = missingStates.filter((state) => counted.some((each) => (each?.get(state) ?? 0) > 0));
  return {
    caption: words.byItem,
    n: items.n,
    columns: [
      nameColumn(terms.item),
      ...[own.answered, own.missing, ...states.map((state) => stateTerms[state])].map(numberColumn),
    ],
    rows: items.names.map((_, i) => {
      const answered = answeredIn(items.columns[i]);
      return row(
        label(items.labels[i]),
        number(answered, "count"),
        number((items.n - answered) / items.n, "share"),
        ...states.map((state) => {
          const states = counted[i];
          return states === null ? none() : number((states.get(state) ?? 0) / items.n, "share");
        }),
      );
    }),
    notes: [words.byItemNote],
  };
}

/** People by why there is no answer; null for numbers, of which no reason is kept. */
function statesOf({ plan, filter, weight }: AnalysisContext, name: string): ReadonlyMap<MissingState, number> | null {
  if (plan.dataset.columns.get(name)?.kind !== "coded") return null;
  const { count } = tabulate(plan.dataset, [name], filter, weight);
  return new Map(missingStates.map((state) => [state, count[statePosition(state)]]));
}
