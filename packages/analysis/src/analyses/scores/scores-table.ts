import { medianEstimate } from "@manyi/statistics/scores/median";
import { standardDeviation } from "@manyi/statistics/scores/standard-deviation";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { sumsOfTally } from "@manyi/statistics/tally/sums";
import { answersOf } from "../../measure/tallies.ts";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { baseCell, estimateCell, isHidden } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { boxNote } from "./boxes.ts";
import { scoreOf } from "./question-scores.ts";
import { scoreTerms as own, scoreWords as words } from "./words.ts";

/** A question with its answers. */
export interface AskedQuestion {
  readonly item: RatedItem;
  readonly tally: RatingTally;
}

/** Mean, spread, median and boxes of each question. */
export function scoresTable(context: AnalysisContext, questions: readonly AskedQuestion[]): AnalysisTable {
  const columns = [terms.n, terms.mean, terms.standardDeviation, terms.median, own.topShare, own.bottomShare];
  return {
    caption: words.scores,
    n: null,
    columns: [nameColumn(terms.item), ...columns.map(numberColumn)],
    rows: questions.map((question) => scoresRow(context, question)),
    notes: [boxNote(questions.map(({ item }) => item)), ...weightNotes(context)],
  };
}

function scoresRow({ plan }: AnalysisContext, { item, tally }: AskedQuestion): AnalysisRow {
  const { confidence, minimumGroup } = plan;
  const n = answersOf(tally);
  const deviation = standardDeviation(sumsOfTally(tally));
  const median = medianEstimate(tally, confidence);
  const hidden = isHidden(n, minimumGroup);
  const bottom = { ...item, top: item.bottom };
  return row(
    label(item.label),
    baseCell(n, minimumGroup),
    estimateCell(scoreOf("mean", item, tally, confidence), "points", minimumGroup),
    hidden
      ? none("too-few")
      : deviation.kind === "estimated"
        ? number(deviation.value, "points")
        : none("too-few-answers"),
    // Woodruff's interval of a short scale is mostly one answer wide and says little.
    hidden ? none("too-few") : median.kind === "estimated" ? number(median.value, "points") : none("too-few-answers"),
    estimateCell(scoreOf("top-share", item, tally, confidence), "share", minimumGroup),
    estimateCell(scoreOf("top-share", bottom, tally, confidence), "share", minimumGroup),
  );
}
