/** The makeup of those who answered, beside that of the frame. */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import { normalTwoSided } from "@manyi/statistics/distribution/normal";
import { wilsonInterval } from "@manyi/statistics/scores/wilson";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { hiddenGroups } from "../../compare/shown-groups.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { codeLabels, placesOf } from "../reading/read-codes.ts";
import { labelOf } from "../reading/read-columns.ts";
import { readGroups } from "../reading/read-groups.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { bilingual, listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { rateTerms as own, responseWords as words } from "./words.ts";

type Frame = NonNullable<AnalysisOf<"response-rates">["frame"]>[number];

export function frameParts(context: AnalysisContext, frames: readonly Frame[]): readonly AnalysisPart[] {
  const compared = frames.map((frame) => comparedCategories(context, frame));
  const off: ReturnType<typeof bilingual>[] = [];
  const tables = frames.map((frame, f): AnalysisPart => {
    const categories = compared[f];
    const pValues = holm(categories.map(({ pValue }) => pValue).filter((p) => p !== null));
    let next = 0;
    return tablePart({
      caption: words.compared(bilingual(labelOf(context, frame.column))),
      n: null,
      columns: [
        nameColumn(own.category),
        ...[terms.n, own.returns, own.frame, terms.difference, terms.adjustedPValue].map(numberColumn),
        textColumn(terms.verdict),
      ],
      rows: categories.map(({ label: name, n, share, target, interval, pValue, hidden }) => {
        if (hidden !== null || share === null || interval === null) {
          const because = none(hidden ?? "too-few-answers");
          return row(label(name), because, because, number(target, "share"), because, because, because);
        }
        const adjusted = pValue === null ? null : pValues[next++];
        const isClear = adjusted !== null && adjusted < 1 - context.plan.confidence;
        if (isClear) off.push(bilingual(name));
        const verdict = share > target ? words.over : words.under;
        return row(
          label(name),
          number(n, "count"),
          estimate(share, interval, "share"),
          number(target, "share"),
          number(share - target, "share"),
          adjusted === null ? none("no-variation") : number(adjusted, "p-value"),
          label(isClear ? verdict : words.noEvidence),
        );
      }),
      notes: [words.unweighted],
    });
  });
  return [...tables, ...(off.length > 0 ? [caution(words.off(listed(off)))] : [])];
}

function comparedCategories(context: AnalysisContext, { column, targets }: Frame) {
  const codes = Object.keys(targets);
  const total = codes.reduce((sum, code) => sum + targets[code], 0);
  const labels = codeLabels(context, column, codes);
  const lists = codes.map((code) => [code]);
  const sizes = codes.map(() => 0);
  let others = 0;
  for (const place of placesOf(context, column, lists)) {
    if (place === -1) others++;
    else sizes[place]++;
  }
  const { groups } = readGroups(context, column);
  const here = hiddenGroups(sizes, context.plan.minimumGroup, [{ groups: codes.map((_, c) => c), others }]);
  const answered = sizes.reduce((a, b) => a + b, 0);
  return codes.map((code, c) => {
    const target = total > 0 ? targets[code] / total : 0;
    const hidden = groups.find((group) => group.code === code)?.hidden ?? here[c];
    const isKnown = answered > 0 && hidden === null;
    const share = isKnown ? sizes[c] / answered : null;
    const error = Math.sqrt((target * (1 - target)) / answered);
    return {
      label: labels[c],
      n: sizes[c],
      share,
      target,
      hidden,
      interval: share === null ? null : wilsonInterval(share, answered, context.plan.confidence),
      // The frame is known: the share is tested against it with the error that it has if the frame's holds.
      pValue: share === null || error === 0 ? null : normalTwoSided((share - target) / error),
    };
  });
}
