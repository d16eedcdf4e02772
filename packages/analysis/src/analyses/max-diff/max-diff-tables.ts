import type { BestWorstLogit } from "@manyi/statistics/max-diff/best-worst-logit";
import type { BestWorstScores } from "@manyi/statistics/max-diff/best-worst-scores";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { maxDiffTerms as own, maxDiffWords as words } from "./words.ts";

/** The scores with their labels, and which of them may be shown. */
export interface LabelledScores {
  readonly result: BestWorstScores;
  readonly labels: readonly LocalText[];
  /** Whether fewer people than may be shown saw the item. */
  readonly hidden: readonly boolean[];
}

/** Places of the items that may be shown, the one that matters most first. */
export function shownByScore({ result: { scores }, hidden }: LabelledScores): readonly number[] {
  const places = scores.map((_, item) => item).filter((item) => !hidden[item]);
  return places.toSorted((a, b) => scores[b].value - scores[a].value);
}

export function scoresTable({ weight }: AnalysisContext, of: LabelledScores): AnalysisTable {
  const { result, labels, hidden } = of;
  const few = labels.filter((_, item) => hidden[item]);
  return {
    caption: words.scores,
    n: result.respondents,
    columns: [nameColumn(terms.item), ...[own.shown, own.best, own.worst, own.score].map(numberColumn)],
    rows: [
      ...shownByScore(of).map((item) => {
        const { shown, best, worst, value, interval } = result.scores[item];
        return row(
          label(labels[item]),
          number(shown, "count"),
          number(best, "count"),
          number(worst, "count"),
          estimate(value, interval, "points"),
        );
      }),
      ...few.map((name) => row(label(name), ...Array<AnalysisCell>(4).fill(none("too-few")))),
    ],
    notes: weight === null ? [] : [words.scoresNote],
  };
}

export function sharesTable(logit: BestWorstLogit, of: LabelledScores): AnalysisTable {
  return {
    caption: words.shares,
    n: logit.respondents,
    columns: [nameColumn(terms.item), ...[own.utility, own.share].map(numberColumn)],
    rows: shownByScore(of).map((item) => {
      const { utility, interval, share, shareInterval } = logit.utilities[item];
      return row(
        label(of.labels[item]),
        estimate(utility, interval, "points"),
        estimate(share, shareInterval, "share"),
      );
    }),
    notes: [words.sharesNote],
  };
}

/** Null where fewer than two items can be shown. */
export function scoresChart(of: LabelledScores): IntervalsChart | null {
  const { result, labels } = of;
  const order = shownByScore(of);
  if (order.length < 2) return null;
  return {
    kind: "intervals",
    title: words.chart(bilingual(labels[order[0]]), bilingual(labels[order[order.length - 1]])),
    measure: words.chartMeasure,
    format: "points",
    rows: order.map((item) => {
      const { value, interval } = result.scores[item];
      return { label: labels[item], n: null, point: { value, lower: interval.lower, upper: interval.upper } };
    }),
    reference: { value: 0, label: words.balanced },
  };
}
