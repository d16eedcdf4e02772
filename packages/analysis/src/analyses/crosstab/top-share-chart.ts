import { shareEstimate } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { ratingOf } from "../reading/read-columns.ts";
import type { CrossedQuestion } from "./crossed-question.ts";
import { crosstabWords as words } from "./words.ts";

/** Of a rating: who chose its best answers, by group, with the share of all as a line. */
export function topShareChart(
  context: AnalysisContext,
  question: CrossedQuestion,
  by: LocalText,
): IntervalsChart | null {
  const rating = ratingOf(context, question.column);
  if (rating === null) return null;
  // Its shares are sums of cells, some of which may be hidden.
  if (question.protection?.some((because) => because !== null)) return null;
  const { confidence, dataset } = context.plan;
  const isTop = (value: number) => rating.top.has(value);
  const columns = question.groups.map((_, c) => c);
  const ofAll = shareEstimate(tallyOf(question, columns, dataset.rows), isTop, confidence);
  return {
    kind: "intervals",
    title: words.topTitle(question.label, rating.top.size, by),
    measure: words.topShare(question.label, rating.top.size),
    format: "share",
    rows: question.groups.map(({ label }, c) => {
      const share = shareEstimate(tallyOf(question, [c], dataset.rows), isTop, confidence);
      if (share.kind !== "estimated") return { label, n: share.n, point: null };
      const { lower, upper } = share.interval;
      return { label, n: share.n, point: { value: share.value, lower, upper } };
    }),
    reference: ofAll.kind === "estimated" ? { value: ofAll.value, label: words.allGroups } : null,
  };
}

/** Answers of some columns of the table together. */
function tallyOf({ table, answers }: CrossedQuestion, columns: readonly number[], designN: number): RatingTally {
  const sum = (cells: Float64Array) =>
    Float64Array.from(answers, (_, r) => columns.reduce((total, c) => total + cells[r * table.columns + c], 0));
  const count = sum(table.counts);
  return {
    values: answers.map(({ value }) => value),
    count,
    weight: table.weights === undefined ? count : sum(table.weights),
    squaredWeight: table.squaredWeights === undefined ? count : sum(table.squaredWeights),
    weighting: table.weights === undefined ? "none" : "case-weights",
    designN,
  };
}
