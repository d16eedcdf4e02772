/** Two answers of the same people: paired t and signed ranks. */
import { pairedTTest } from "@manyi/statistics/groups/paired-t-test";
import { wilcoxonSignedRank } from "@manyi/statistics/groups/wilcoxon-signed-rank";
import { completeRows } from "@manyi/statistics/moments/moments";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisCell, AnalysisOutcome, AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredValues, labelOf } from "../reading/read-columns.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { adjustedTogether, type Correction, correctionNamed } from "../result/corrections.ts";
import { baseCell, isHidden } from "../result/estimate-cell.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { groupTerms as own, groupsWords as words } from "./words.ts";

interface ComparedPair {
  readonly label: Bilingual;
  readonly n: number;
  readonly means: readonly (number | null)[];
  readonly difference: ReturnType<typeof pairedTTest>;
  readonly ranks: ReturnType<typeof wilcoxonSignedRank>;
}

export function comparePairs(context: AnalysisContext, analysis: AnalysisOf<"groups">): AnalysisOutcome {
  const { minimumGroup, confidence } = context.plan;
  const correction = correctionNamed(analysis.correction);
  const pairs = (analysis.pairs ?? []).map(({ first, second }) => comparedPair(context, first, second));
  const tested = pairs.filter((pair) => pair.difference.kind === "estimated" && !isHidden(pair.n, minimumGroup));
  if (tested.length === 0) return cannot("too-few-answers", words.noPair);
  const adjusted = adjustedTogether(
    pairs.map((pair) =>
      tested.includes(pair) && pair.difference.kind === "estimated" ? pair.difference.pValue : null,
    ),
    correction,
  );
  const table = { pairs, adjusted, correction, minimum: minimumGroup };
  return computed(
    chartPart(differencesChart(pairs, adjusted, confidence)),
    tablePart(differencesTable(table)),
    tablePart(signedRanksTable(table)),
    caution(words.sizes),
    clusterCaution(context),
  );
}

function comparedPair(context: AnalysisContext, first: string, second: string): ComparedPair {
  const { confidence, dataset } = context.plan;
  const { variables, weights, rows } = answeredValues(context, [first, second]);
  const complete = completeRows(variables, weights, rows);
  const pick = (values: Float64Array) => Float64Array.from(complete, (each) => values[each]);
  const [a, b] = variables.map(pick);
  const w = weights === null ? null : pick(weights);
  return {
    label: words.pairOf(labelOf(context, first), labelOf(context, second)),
    n: complete.length,
    means: [a, b].map((values) => {
      const mean = meanEstimate(sumsOfColumn(values, w, dataset.rows), confidence);
      return mean.kind === "estimated" ? mean.value : null;
    }),
    difference: pairedTTest(a, b, w, confidence, dataset.rows),
    ranks: wilcoxonSignedRank(a, b),
  };
}

interface PairTable {
  readonly pairs: readonly ComparedPair[];
  readonly adjusted: readonly (number | null)[];
  readonly correction: Correction;
  readonly minimum: number;
}

function differencesTable({ pairs, adjusted, correction, minimum }: PairTable): AnalysisTable {
  return {
    caption: words.pairedTable,
    n: null,
    columns: [
      nameColumn(own.pair),
      ...[
        terms.n,
        own.firstMean,
        own.secondMean,
        terms.difference,
        terms.pValue,
        terms.adjustedPValue,
        own.standardised,
      ].map(numberColumn),
    ],
    rows: pairs.map((pair, i) =>
      isHidden(pair.n, minimum)
        ? row(label(pair.label), ...Array(7).fill(none("too-few")))
        : row(
            label(pair.label),
            baseCell(pair.n, minimum),
            ...pair.means.map((mean) => (mean === null ? none("too-few-answers") : number(mean, "points"))),
            ...differenceCells(pair.difference, adjusted[i]),
          ),
    ),
    notes: [words.corrected(correction.label)],
  };
}

function differenceCells(difference: ComparedPair["difference"], adjusted: number | null): readonly AnalysisCell[] {
  if (difference.kind === "too-few-answers") return Array(4).fill(none("too-few-answers"));
  if (difference.kind === "no-variation")
    return [number(difference.value, "points"), ...Array(3).fill(none("no-variation"))];
  return [
    estimate(difference.value, difference.interval, "points"),
    number(difference.pValue, "p-value"),
    number(adjusted, "p-value"),
    difference.standardised === null ? none() : number(difference.standardised, "points"),
  ];
}

function signedRanksTable({ pairs, correction, minimum }: PairTable): AnalysisTable {
  const adjusted = adjustedTogether(
    pairs.map(({ ranks, n }) => (ranks.kind === "tested" && !isHidden(n, minimum) ? ranks.pValue : null)),
    correction,
  );
  return {
    caption: words.signedRanks,
    n: null,
    columns: [
      nameColumn(own.pair),
      ...[terms.n, own.changed, terms.statistic, own.rankBiserial, terms.pValue, terms.adjustedPValue].map(
        numberColumn,
      ),
    ],
    rows: pairs.map(({ label: name, n, ranks }, i) => {
      if (isHidden(n, minimum)) return row(label(name), ...Array(6).fill(none("too-few")));
      if (ranks.kind !== "tested") return row(label(name), baseCell(n, minimum), ...Array(5).fill(none(ranks.kind)));
      return row(
        label(name),
        number(ranks.n, "count"),
        number(ranks.changed, "count"),
        number(ranks.statistic, "weighted-count"),
        number(ranks.rankBiserial, "coefficient"),
        number(ranks.pValue, "p-value"),
        number(adjusted[i], "p-value"),
      );
    }),
    notes: [words.signedRanksNote(correction.label)],
  };
}

function differencesChart(
  pairs: readonly ComparedPair[],
  adjusted: readonly (number | null)[],
  confidence: number,
): IntervalsChart {
  const clear = pairs.filter((_, i) => (adjusted[i] ?? 1) < 1 - confidence).map((pair) => pair.label);
  return {
    kind: "intervals",
    title: words.pairedChart(clear.length === 0 ? null : listed(clear)),
    measure: terms.difference.heading,
    format: "points",
    rows: pairs.flatMap(({ label: name, n, difference }, i) => {
      if (adjusted[i] === null || difference.kind !== "estimated") return [];
      const { lower, upper } = difference.interval;
      return [{ label: name, n, point: { value: difference.value, lower, upper } }];
    }),
    reference: { value: 0, label: { zh: "无差异", en: "No difference" } },
  };
}
