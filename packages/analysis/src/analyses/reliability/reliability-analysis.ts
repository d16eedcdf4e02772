/** Do the items of each scale measure one thing? */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { cannot, caution, computed, tablePart } from "../result/outcomes.ts";
import { bilingual, listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { type MeasuredScale, measuredScale, scalesOf } from "./measured-scale.ts";
import { reliabilityTerms as own, reliabilityWords as words } from "./words.ts";

/** Below it a common score is doubtful (Nunnally 1978). */
const weakAlpha = 0.7;

/** Below it an item measures something else (Nunnally & Bernstein 1994). */
const weakItem = 0.3;

export function reliabilityAnalysis(context: AnalysisContext, analysis: AnalysisOf<"reliability">): FamilyAnswer {
  const scales = scalesOf(context, analysis).map((scale) => measuredScale(context, scale));
  const { title, method } = words;
  if (!scales.some(({ items }) => items.length > 0))
    return { title, method, outcome: cannot("too-few-answers", words.noScale) };
  const outcome = computed(tablePart(scalesTable(scales)), ...scales.flatMap((scale) => scaleParts(context, scale)));
  return { title, method, outcome };
}

function scalesTable(scales: readonly MeasuredScale[]): AnalysisTable {
  return {
    caption: words.scales,
    n: null,
    columns: [
      nameColumn(own.scale),
      ...[
        terms.n,
        own.items,
        own.alpha,
        own.omega,
        own.averageVariance,
        own.splitHalf,
        own.adequacy,
        own.sphericity,
      ].map(numberColumn),
    ],
    rows: scales.map((scale) => scale.row),
    notes: [],
  };
}

/** Its items, and what to mind about them. */
function scaleParts(context: AnalysisContext, { scale, n, alpha, items }: MeasuredScale): readonly AnalysisPart[] {
  if (items.length === 0) return [];
  const name = bilingual(scale.label);
  const misfits = items
    .filter(({ correctedItemTotal }) => correctedItemTotal !== null && correctedItemTotal < weakItem)
    .map(({ item }) => labelOf(context, item));
  return [
    tablePart({
      caption: words.itemsOf(name),
      n,
      columns: [
        nameColumn(terms.item),
        ...[terms.mean, terms.standardDeviation, own.itemTotal, own.alphaWithout].map(numberColumn),
      ],
      rows: items.map((item) =>
        row(
          label(labelOf(context, item.item)),
          number(item.mean, "points"),
          number(item.standardDeviation, "points"),
          number(item.correctedItemTotal, "coefficient"),
          items.length > 2 ? number(item.alphaIfDeleted, "coefficient") : none(),
        ),
      ),
      notes: [],
    }),
    ...(alpha !== null && alpha < weakAlpha ? [caution(words.weak(name))] : []),
    ...(misfits.length > 0 ? [caution(words.misfit(listed(misfits)))] : []),
  ];
}
