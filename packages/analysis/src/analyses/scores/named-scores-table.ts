import { netPromoterScore } from "@manyi/statistics/scores/net-promoter-score";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { answersOf } from "../../measure/tallies.ts";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisCell, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { baseCell, estimateCell, isHidden } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { scoreOf } from "./question-scores.ts";
import type { AskedQuestion } from "./scores-table.ts";
import { scoreTerms as own, scoreWords as words } from "./words.ts";

/** Net Promoter Scores and the effort score, with the shares they are made of; null where neither was asked.
 *  @param recommendations columns that ask on 0–10 */
export function namedScoresTable(
  context: AnalysisContext,
  questions: readonly AskedQuestion[],
  recommendations: readonly string[],
): AnalysisTable | null {
  const { measures, confidence, minimumGroup } = context.plan;
  const rows = questions.flatMap(({ item, tally }) => {
    const isNps = recommendations.includes(item.column);
    if (!isNps && item.column !== measures.ces?.column) return [];
    const score = isNps ? netPromoterScore(tally, confidence) : scoreOf("mean", item, tally, confidence);
    return [
      row(
        label(item.label),
        label(isNps ? words.nps : words.ces),
        baseCell(answersOf(tally), minimumGroup),
        estimateCell(score, isNps ? "index" : "points", minimumGroup),
        ...shareCells(item, tally, minimumGroup),
      ),
    ];
  });
  if (rows.length === 0) return null;
  const numbers = [terms.n, own.score, own.favourable, own.neutral, own.adverse];
  return {
    caption: words.named,
    n: null,
    columns: [nameColumn(terms.item), textColumn(own.kind), ...numbers.map(numberColumn)],
    rows,
    notes: weightNotes(context),
  };
}

/** The three parts add up to one. */
function shareCells({ top, bottom }: RatedItem, tally: RatingTally, minimum: number): readonly AnalysisCell[] {
  const base = tally.weight.reduce((sum, weight) => sum + weight, 0);
  if (isHidden(answersOf(tally), minimum)) return Array<AnalysisCell>(3).fill(none("too-few"));
  if (base === 0) return Array<AnalysisCell>(3).fill(none("too-few-answers"));
  const shareOf = (isIn: (value: number) => boolean) =>
    tally.values.reduce((sum, value, cell) => sum + (isIn(value) ? tally.weight[cell] : 0), 0) / base;
  return [
    number(
      shareOf((value) => top.has(value)),
      "share",
    ),
    number(
      shareOf((value) => !top.has(value) && !bottom.has(value)),
      "share",
    ),
    number(
      shareOf((value) => bottom.has(value)),
      "share",
    ),
  ];
}
