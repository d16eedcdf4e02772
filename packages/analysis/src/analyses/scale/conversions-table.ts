import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { sumsOfMappedTally } from "@manyi/statistics/tally/sums";
import { answersOf } from "../../measure/tallies.ts";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { baseCell, estimateCell, isHidden } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { conversionsOf } from "./conversions.ts";
import { scaleTerms as own, scaleWords as words } from "./words.ts";

/** A question with its answers and what they come to by each conversion. */
export interface ConvertedQuestion {
  readonly item: RatedItem;
  readonly tally: RatingTally;
  readonly n: number;
  readonly range: Estimate;
  readonly maximum: Estimate | null;
  readonly marks: Estimate | null;
  /** Maximum less range, 0–100; null where one of them is missing or may not be shown. */
  readonly excess: number | null;
  /** What everybody's worst answer comes to by the maximum; null where the scale has no such conversion. */
  readonly lowest: number | null;
}

export function convertedQuestion({ plan }: AnalysisContext, item: RatedItem, tally: RatingTally): ConvertedQuestion {
  const { range, maximum, marks } = conversionsOf(item);
  const meanBy = (indexOf: (value: number) => number) =>
    meanEstimate(sumsOfMappedTally(tally, indexOf), plan.confidence);
  const [byRange, byMaximum] = [meanBy(range), maximum === null ? null : meanBy(maximum)];
  const n = answersOf(tally);
  const isShown = !isHidden(n, plan.minimumGroup) && byRange.kind === "estimated" && byMaximum?.kind === "estimated";
  const worst = item.best === "highest" ? item.answers[0] : item.answers[item.answers.length - 1];
  return {
    item,
    tally,
    n,
    range: byRange,
    maximum: byMaximum,
    marks: marks === null ? null : meanBy(marks),
    excess: isShown ? byMaximum.value - byRange.value : null,
    lowest: maximum === null ? null : maximum(worst.value),
  };
}

export function conversionsTable(context: AnalysisContext, questions: readonly ConvertedQuestion[]): AnalysisTable {
  const { minimumGroup } = context.plan;
  const cell = (estimate: Estimate | null) =>
    estimate === null ? none() : estimateCell(estimate, "index", minimumGroup);
  return {
    caption: words.conversions,
    n: null,
    columns: [
      nameColumn(terms.item),
      ...[terms.n, own.range, own.maximum, own.marks, own.excess].map(numberColumn),
      textColumn(own.used),
    ],
    rows: questions.map(({ item, n, range, maximum, marks, excess }) =>
      row(
        label(item.label),
        baseCell(n, minimumGroup),
        cell(range),
        cell(maximum),
        cell(marks),
        excess === null ? none(isHidden(n, minimumGroup) ? "too-few" : "not-applicable") : number(excess, "index"),
        label(words.kinds[item.conversion]),
      ),
    ),
    notes: [
      ...(questions.some(({ item, marks }) => marks !== null && item.conversion !== "marks") ? [words.marksNote] : []),
      ...weightNotes(context),
    ],
  };
}
