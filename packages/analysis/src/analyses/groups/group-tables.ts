import { meanEstimate } from "@manyi/statistics/scores/mean";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import type { Correction } from "../result/corrections.ts";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import type { Comparator, Comparison, TestOfPair } from "./comparison.ts";
import { groupTerms as own, groupsWords as words } from "./words.ts";

/** Longer tables are cut to the pairs with most evidence. */
const mostPairs = 60;
const listedPairs = 20;

export function groupTable(
  outcome: ComparedOutcome,
  { groupColumns, groupCells }: Comparator,
  confidence: number,
  minimum: number,
): AnalysisTable {
  const cells = groupCells(outcome, confidence);
  return {
    caption: words.groupsOf(outcome.label),
    n: outcome.n,
    columns: [nameColumn(terms.group), numberColumn(terms.n), ...groupColumns.map(numberColumn)],
    rows: [
      ...outcome.groups.map((group, place) => row(label(group.label), number(group.n, "count"), ...cells[place])),
      ...outcome.hidden.map((group) =>
        row(label(group.label), ...Array(groupColumns.length + 1).fill(none(group.because))),
      ),
    ],
    notes: outcome.hidden.some(({ because }) => because !== "too-few-answers") ? [words.hiddenNote(minimum)] : [],
  };
}

export function pairTable(
  outcome: ComparedOutcome,
  { pairs }: Comparison,
  comparator: Comparator,
  correction: Correction,
  /** Tested together. */
  outcomes: number,
): AnalysisTable {
  const { difference, effect } = comparator;
  const isCut = pairs.length > mostPairs;
  const listed = isCut ? byEvidence(pairs).slice(0, listedPairs) : pairs;
  const left = pairs.length - listed.length;
  const isSingle = outcome.groups.length === 2;
  const together = outcomes > 1 ? [words.correctedOverOutcomes(correction.label)] : [];
  const within = [comparator.pairNote(correction), ...(outcomes > 1 ? [words.withinOutcome] : [])];
  const format = difference === own.placeDifference ? "coefficient" : "points";
  return {
    caption: words.pairsOf(outcome.label),
    n: outcome.n,
    columns: [
      nameColumn(terms.pair),
      ...[difference, terms.adjustedPValue, ...(effect === null ? [] : [effect])].map(numberColumn),
    ],
    rows: listed.map((pair) => {
      const name = words.pairOf(outcome.groups[pair.first].label, outcome.groups[pair.second].label);
      const size = pair.effect;
      return row(
        label(name),
        estimate(pair.value, pair.interval, format),
        pair.adjustedPValue === null ? none("no-variation") : number(pair.adjustedPValue, "p-value"),
        ...(effect === null
          ? []
          : [size === null ? none("not-estimable") : estimate(size.value, size.interval, "points")]),
      );
    }),
    notes: [...(isSingle ? together : within), ...(left > 0 ? [words.leftOut(listedPairs, left)] : [])],
  };
}

function byEvidence(pairs: readonly TestOfPair[]): readonly TestOfPair[] {
  return pairs.toSorted(
    (a, b) => (a.adjustedPValue ?? 1) - (b.adjustedPValue ?? 1) || Math.abs(b.value) - Math.abs(a.value),
  );
}

/** Means with their intervals, and that of all the groups shown as a line. */
export function meansChart(
  outcome: ComparedOutcome,
  table: AnalysisTable,
  verdict: "differ" | "no-evidence",
  confidence: number,
): IntervalsChart {
  const all = meanEstimate(outcome.sums, confidence);
  return {
    kind: "intervals",
    title: verdict === "differ" ? rangeOf(outcome) : words.chartNoEvidence(outcome.label),
    measure: words.chartMeans(outcome.label),
    format: "points",
    rows: outcome.groups.map(({ label: name, n }, place) => {
      const cell = table.rows[place].cells[2];
      const point = cell.kind === "number" && cell.interval !== null ? { value: cell.value, ...cell.interval } : null;
      return { label: name, n, point };
    }),
    reference: all.kind === "estimated" ? { value: all.value, label: words.all } : null,
  };
}

/** From the lowest mean to the highest. */
function rangeOf({ label: name, groups }: ComparedOutcome): LocalText {
  const means = groups
    .map((group) => ({ label: group.label, mean: group.sums.centre + group.sums.x / group.sums.weight }))
    .toSorted((a, b) => a.mean - b.mean);
  const [lowest, highest] = [means[0], means[means.length - 1]];
  return words.chartDiffer(
    name,
    words.valued(lowest.label, fixed(lowest.mean, 2)),
    words.valued(highest.label, fixed(highest.mean, 2)),
  );
}
