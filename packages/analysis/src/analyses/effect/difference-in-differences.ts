import {
  type DifferenceInDifferences,
  differenceInDifferences as estimateOf,
} from "@manyi/statistics/effect/difference-in-differences";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisChart, AnalysisOutcome, AnalysisTable, ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import type { KeyQuestion } from "../reading/key-question.ts";
import { groupsToShow, readGroups } from "../reading/read-groups.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { cannot, caution, chartPart, computed, noVariation, reading, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { changeQuestion, verdictParts } from "./change-parts.ts";
import type { TimedOutcome } from "./read-times.ts";
import { effectTerms as own, effectWords as words } from "./words.ts";

/** How much more those with the measure changed than those without. */
export function differenceInDifferences(
  context: AnalysisContext,
  analysis: AnalysisOf<"effect">,
  { question, after, withheld }: TimedOutcome,
): AnalysisOutcome {
  const { treated } = analysis;
  if (treated === undefined) return cannot("unsuitable", words.noQuestion);
  const groups = readGroups(context, treated.column);
  const { shown, hidden } = groupsToShow(groups, question.values);
  const armOf = (group: number) => (treated.codes.includes(groups.groups[group].code) ? 1 : 0);
  const mark = new Map(shown.map((group) => [group, armOf(group)]));
  const clusters = analysis.clusters === undefined ? null : readGroups(context, analysis.clusters);
  const hasMeasure = Int8Array.from(groups.rows.codes, (group) => mark.get(group) ?? -1);
  const outcome = question.values.map((value, i) =>
    hasMeasure[i] === -1 || (clusters !== null && clusters.rows.codes[i] === -1) ? Number.NaN : value,
  );
  const isArmWithheld = [0, 1].map((arm) => hidden.some((reason, group) => reason !== null && armOf(group) === arm));
  const small = smallCell(context, { all: question.values, outcome, after, hasMeasure }, isArmWithheld, withheld);
  if (small !== null) return small;
  const found = estimateOf(
    { outcome, treated: hasMeasure, after, weights: question.weights, clusters: clusters?.rows ?? null },
    changeQuestion(context, analysis, question),
  );
  if (found.kind === "too-few-answers") return cannot("too-few-answers", words.emptySide(found.n, found.required));
  if (found.kind === "no-variation") return noVariation(question.label);
  if (found.kind !== "estimated") return cannot("too-few-answers", words.tooFewClusters);
  return computed(
    tablePart(cellsTable(question, found)),
    tablePart(changesTable(question, found)),
    chartPart(cellsChart(question, found)),
    ...verdictParts(analysis, question, found),
    found.clusters === null ? caution(words.notClustered) : reading(words.clustered(found.clusters)),
  );
}

function cellsTable({ label: name, format }: KeyQuestion, { n, cells }: DifferenceInDifferences): AnalysisTable {
  const cellNames = [words.without, words.with].flatMap((who) => [
    words.joined(who, words.before),
    words.joined(who, words.after),
  ]);
  return {
    caption: words.means(bilingual(name)),
    n,
    columns: [nameColumn(terms.group), ...[terms.n, terms.weightedBase, terms.mean].map(numberColumn)],
    rows: cells.map((cell, c) =>
      row(
        label(cellNames[c]),
        number(cell.n, "count"),
        number(cell.weightedBase, "weighted-count"),
        number(cell.mean, format),
      ),
    ),
    notes: [],
  };
}

function changesTable({ label: name }: KeyQuestion, found: DifferenceInDifferences): AnalysisTable {
  return {
    caption: words.effects(bilingual(name)),
    n: found.n,
    columns: [
      nameColumn(own.part),
      ...[terms.estimate, terms.degreesOfFreedom, terms.pValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: [
      row(label(words.changeWithout), number(found.changeWithout, "points"), none(), none(), none()),
      row(label(words.changeWith), number(found.changeWith, "points"), none(), none(), none()),
      row(
        label(words.did),
        estimate(found.value, found.interval, "points"),
        number(found.degreesOfFreedom, "degrees"),
        number(found.pValue, "p-value"),
        label(words.verdicts[found.verdict]),
      ),
    ],
    notes: [],
  };
}

function cellsChart({ label: name, format }: KeyQuestion, { verdict, cells }: DifferenceInDifferences): AnalysisChart {
  return {
    kind: "curves",
    title: words.seriesTitle(bilingual(name), verdict),
    shape: "lines",
    x: { label: own.when.heading, format: "statistic", names: [words.before, words.after] },
    y: { label: name, format },
    curves: [words.without, words.with].map((who, w) => ({
      label: who,
      points: [0, 1].map((x) => ({ x, y: cells[2 * w + x].mean, band: null, mark: false })),
    })),
    limits: [],
  };
}

interface CellRows {
  readonly all: Float64Array;
  readonly outcome: Float64Array;
  readonly after: Int8Array;
  readonly hasMeasure: Int8Array;
}

/** Four cells, and at each time those who are in none, must be nobody or enough people. A cell that is empty because its groups or
 *  waves are withheld has not too few answers: they may not be shown. */
function smallCell(
  { plan }: AnalysisContext,
  { all, outcome, after, hasMeasure }: CellRows,
  isArmWithheld: readonly boolean[],
  isTimeWithheld: readonly boolean[],
): ImpossibleAnalysis | null {
  const cells = [0, 0, 0, 0];
  const left = [0, 0];
  for (let i = 0; i < all.length; i++) {
    if (Number.isNaN(all[i]) || after[i] === -1) continue;
    if (Number.isNaN(outcome[i])) left[after[i]] += 1;
    else cells[2 * hasMeasure[i] + after[i]] += 1;
  }
  const isFew = (n: number) => n > 0 && n < plan.minimumGroup;
  const isHiddenAltogether = cells.every((n) => n === 0) && left.some((n) => n > 0);
  const isWithheld = cells.some((n, c) => n === 0 && (isArmWithheld[Math.floor(c / 2)] || isTimeWithheld[c % 2]));
  return isHiddenAltogether || isWithheld || cells.some(isFew) || left.some(isFew)
    ? cannot("suppressed", words.withheld(plan.minimumGroup))
    : null;
}
