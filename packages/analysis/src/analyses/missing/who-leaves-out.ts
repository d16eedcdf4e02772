/** Do those who left a question out differ in the key question? */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import { missingnessByMean } from "@manyi/statistics/missing/missingness-by-mean";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn, type KeyQuestion } from "../reading/key-question.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { MissingItems } from "./read-items.ts";
import { missingTerms as own, missingWords as words } from "./words.ts";

export function whoLeavesOutParts(
  { plan }: AnalysisContext,
  { names, labels, columns, weights }: MissingItems,
  question: KeyQuestion,
): readonly AnalysisPart[] {
  const { confidence, minimumGroup } = plan;
  const compared = names.map((name, i) => {
    const column = columns[i];
    const split = (isMissing: boolean) =>
      question.values.map((value, r) => (Number.isNaN(column[r]) === isMissing ? value : Number.NaN));
    const [left, gave] = [split(true), split(false)];
    const isShown = name !== question.column && answeredIn(left) >= minimumGroup && answeredIn(gave) >= minimumGroup;
    return {
      label: labels[i],
      name,
      n: answeredIn(left),
      means: [left, gave].map((values) => meanEstimate(sumsOfColumn(values, weights, values.length), confidence)),
      difference: isShown ? missingnessByMean(question.values, column, weights, confidence) : null,
    };
  });
  const rows = compared.filter(({ name, n }) => name !== question.column && n > 0);
  if (rows.length === 0) return [];
  const adjusted = holm(
    rows.flatMap(({ difference }) => (difference?.kind === "estimated" ? [difference.pValue] : [])),
  );
  let next = 0;
  const clear: ReturnType<typeof bilingual>[] = [];
  const table = tablePart({
    caption: words.whoLeaves(bilingual(question.label)),
    n: null,
    columns: [
      nameColumn(terms.item),
      ...[terms.n, own.left, own.gave, terms.difference, terms.adjustedPValue].map(numberColumn),
    ],
    rows: rows.map(({ label: name, n, means, difference }) => {
      if (difference === null) return row(label(name), ...Array(5).fill(none("too-few")));
      const cells = means.map((mean) =>
        mean.kind === "estimated" ? number(mean.value, question.format) : none("too-few-answers"),
      );
      if (difference.kind !== "estimated")
        return row(label(name), number(n, "count"), ...cells, none("no-variation"), none("no-variation"));
      const p = adjusted[next++];
      if (p < 1 - confidence) clear.push(bilingual(name));
      return row(
        label(name),
        number(n, "count"),
        ...cells,
        estimate(difference.value, difference.interval, "points"),
        number(p, "p-value"),
      );
    }),
    notes: [],
  });
  return [table, ...(clear.length > 0 ? [caution(words.differs(clear))] : [])];
}
