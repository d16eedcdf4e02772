import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { KanoCategory } from "@manyi/statistics/kano/evaluation-table";
import { categoriesByFrequency } from "@manyi/statistics/kano/kano-answers";
import type { AnalysisCell, AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { detailRow, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { estimateCell } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import type { MeasuredFeature } from "./measured-features.ts";
import { categoryNames, kanoTerms as own, kanoWords as words } from "./words.ts";

/** As they are usually printed: what is wanted first. */
const printed: readonly KanoCategory[] = ["M", "O", "A", "I", "R", "Q"];

/** Shares, and under them the respondents. */
export function countsTable(context: AnalysisContext, features: readonly MeasuredFeature[]): AnalysisTable {
  return {
    caption: words.counts,
    n: null,
    columns: [
      nameColumn(own.feature),
      numberColumn(terms.n),
      ...printed.map((category) => numberColumn({ code: category, heading: categoryNames[category] })),
    ],
    rows: features.flatMap((feature): readonly AnalysisRow[] => {
      const { shown } = feature;
      if (shown === null) return [row(label(feature.label), ...hiddenCells(feature, 7))];
      const { counts, weights, weightedBase, n } = shown.counts;
      return [
        row(
          label(feature.label),
          number(n, "count"),
          ...printed.map((category) => number(weights[category] / weightedBase, "share")),
        ),
        detailRow(label(words.people), none(), ...printed.map((category) => number(counts[category], "count"))),
      ];
    }),
    notes: weightNotes(context),
  };
}

/** Category with better and worse, numbered as in the chart. */
export function categoriesTable(context: AnalysisContext, features: readonly MeasuredFeature[]): AnalysisTable {
  const { minimumGroup } = context.plan;
  return {
    caption: words.categories,
    n: null,
    columns: [
      nameColumn(own.feature),
      ...[own.number, terms.n].map(numberColumn),
      textColumn(own.category),
      ...[own.better, own.worse].map(numberColumn),
    ],
    rows: features.map((feature) => {
      const { shown } = feature;
      if (shown === null) return row(label(feature.label), number(feature.number, "count"), ...hiddenCells(feature, 4));
      const { better, worse } = shown.coefficients;
      return row(
        label(feature.label),
        number(feature.number, "count"),
        number(feature.n, "count"),
        label(categoryNames[shown.category]),
        estimateCell(better, "points", minimumGroup),
        estimateCell(worse, "points", minimumGroup),
      );
    }),
    notes: [words.betterNote, ...weightNotes(context)],
  };
}

export function fongTable(context: AnalysisContext, features: readonly MeasuredFeature[]): AnalysisTable {
  const level = 1 - context.plan.confidence;
  const adjusted = holm(features.flatMap(({ shown }) => (shown === null ? [] : [shown.fong.pValue])));
  let next = 0;
  const columns = [own.difference, own.threshold, terms.adjustedPValue];
  return {
    caption: words.fong,
    n: null,
    columns: [
      nameColumn(own.feature),
      numberColumn(terms.n),
      ...[own.first, own.second].map(textColumn),
      ...columns.map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: features.map((feature) => {
      const { shown } = feature;
      if (shown === null) return row(label(feature.label), ...hiddenCells(feature, 7));
      const { fong, counts } = shown;
      const [first, second] = categoriesByFrequency(counts.weights);
      const pValue = adjusted[next++];
      const isDistinct = fong.verdict === "distinct" && pValue < level;
      return row(
        label(feature.label),
        number(feature.n, "count"),
        label(categoryNames[first]),
        counts.weights[second] > 0 ? label(categoryNames[second]) : none(),
        number(fong.difference, "statistic"),
        number(fong.threshold, "statistic"),
        number(pValue, "p-value"),
        label(isDistinct ? words.distinct : words.notDistinct),
      );
    }),
    notes: [words.fongNote, ...(context.weight === null ? [] : [words.effectiveNote])],
  };
}

export function continuousTable(context: AnalysisContext, features: readonly MeasuredFeature[]): AnalysisTable {
  const { minimumGroup } = context.plan;
  return {
    caption: words.continuous,
    n: null,
    columns: [nameColumn(own.feature), ...[terms.n, own.functional, own.dysfunctional].map(numberColumn)],
    rows: features.map((feature) => {
      const { shown } = feature;
      if (shown === null) return row(label(feature.label), ...hiddenCells(feature, 3));
      const { functional, dysfunctional } = shown.continuous;
      return row(
        label(feature.label),
        number(feature.n, "count"),
        estimateCell(functional.mean, "points", minimumGroup),
        estimateCell(dysfunctional.mean, "points", minimumGroup),
      );
    }),
    notes: [words.continuousNote, ...weightNotes(context)],
  };
}

function hiddenCells({ n }: MeasuredFeature, count: number): readonly AnalysisCell[] {
  return Array<AnalysisCell>(count).fill(none(n === 0 ? "too-few-answers" : "too-few"));
}
