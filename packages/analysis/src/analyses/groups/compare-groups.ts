/** Outcomes compared between groups, by whichever way of comparing. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { type AnalysedGroups, readGroups } from "../reading/read-groups.ts";
import { adjustedTogether, type Correction, correctionNamed } from "../result/corrections.ts";
import { cannot, caution, chartPart, computed, reading, tablePart } from "../result/outcomes.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { pText } from "../words/p-text.ts";
import { terms } from "../words/terms.ts";
import { type ComparedOutcome, comparedOutcome } from "./compared-outcome.ts";
import type { Comparator, Comparison } from "./comparison.ts";
import { groupTable, meansChart, pairTable } from "./group-tables.ts";
import { type TestedOutcome, testsTable } from "./tests-table.ts";
import { groupsWords as words } from "./words.ts";

type Groups = AnalysisOf<"groups">;

/** More charts than this nobody looks at. */
const mostCharts = 6;
const mostNamed = 3;

export function compareGroups(
  context: AnalysisContext,
  analysis: Groups,
  groups: AnalysedGroups,
  comparator: Comparator,
): AnalysisOutcome {
  const { confidence, minimumGroup } = context.plan;
  const correction = correctionNamed(analysis.correction);
  const clusters = analysis.clusters === undefined ? null : readGroups(context, analysis.clusters).rows;
  const outcomes = (analysis.outcomes ?? []).map((column) => comparedOutcome(context, groups, column, clusters));
  const comparable = outcomes.filter((outcome) => outcome.groups.length > 1);
  const left = outcomes
    .filter((outcome) => outcome.groups.length < 2)
    .map((one) => words.tooFewGroups(one.label, minimumGroup));
  if (comparable.length === 0) {
    const isHidden = outcomes.some(({ hidden }) => hidden.some(({ because }) => because !== "too-few-answers"));
    return cannot(isHidden ? "suppressed" : "too-few-answers", left[0]);
  }
  const tested = testedTogether(comparable, comparator, correction, confidence);
  const isDrawn = comparator.groupColumns[0] === terms.mean && tested.length <= mostCharts;
  return computed(
    ...(tested.some(({ comparison }) => comparison.tests.length > 0)
      ? [tablePart(testsTable(tested, comparator, correction))]
      : []),
    ...tested.flatMap((one) =>
      outcomeParts(context, one, { comparator, correction, isDrawn, outcomes: tested.length }),
    ),
    ...left.map(caution),
    caution(words.sizes),
    caution(words.association),
    analysis.clusters === undefined ? clusterCaution(context) : null,
  );
}

function testedTogether(
  outcomes: readonly ComparedOutcome[],
  comparator: Comparator,
  correction: Correction,
  confidence: number,
): readonly TestedOutcome[] {
  const comparisons = outcomes.map((outcome) => comparator.compare(outcome, correction, confidence));
  const adjusted = adjustedTogether(
    comparisons.map(({ tests }) => tests[0]?.pValue ?? null),
    correction,
  );
  return outcomes.map((outcome, i) => {
    const { tests, pairs } = comparisons[i];
    // The one pair of two groups is the test of all.
    const own = outcome.groups.length === 2 ? pairs.map((pair) => ({ ...pair, adjustedPValue: adjusted[i] })) : pairs;
    return { outcome, comparison: { tests, pairs: own }, adjusted: adjusted[i] };
  });
}

interface Shown {
  readonly comparator: Comparator;
  readonly correction: Correction;
  readonly isDrawn: boolean;
  /** Tested together. */
  readonly outcomes: number;
}

function outcomeParts(
  { plan }: AnalysisContext,
  { outcome, comparison, adjusted }: TestedOutcome,
  { comparator, correction, isDrawn, outcomes }: Shown,
): readonly AnalysisPart[] {
  const { confidence, minimumGroup } = plan;
  const table = groupTable(outcome, comparator, confidence, minimumGroup);
  const isClear = adjusted !== null && adjusted < 1 - confidence;
  const hasClearPair = comparison.pairs.some(({ adjustedPValue }) => (adjustedPValue ?? 1) < 1 - confidence);
  const [deciding] = comparison.tests;
  return [
    deciding === undefined || adjusted === null
      ? caution(words.notTested(outcome.label))
      : reading(verdict(outcome, comparison, { test: deciding.name, adjusted, confidence })),
    ...(isDrawn ? [chartPart(meansChart(outcome, table, isClear ? "differ" : "no-evidence", confidence))] : []),
    tablePart(table),
    ...(comparison.pairs.length > 0
      ? [tablePart(pairTable(outcome, comparison, comparator, correction, outcomes))]
      : []),
    ...(adjusted !== null && !isClear && hasClearPair ? [caution(words.trustJoint(outcome.label))] : []),
  ];
}

function verdict(
  { label: name, groups }: ComparedOutcome,
  { pairs }: Comparison,
  { test, adjusted, confidence }: { readonly test: LocalText; readonly adjusted: number; readonly confidence: number },
): Bilingual {
  const alpha = 1 - confidence;
  if (!(adjusted < alpha)) return words.noEvidence(name, test, pText(adjusted));
  const clear = pairs
    .filter(({ adjustedPValue }) => adjustedPValue !== null && adjustedPValue < alpha)
    .map(({ first, second, value }) =>
      value > 0
        ? words.higher(groups[first].label, groups[second].label)
        : words.higher(groups[second].label, groups[first].label),
    );
  return words.differ(name, test, pText(adjusted), clear.length === 0 ? null : some(clear));
}

/** The first few, and how many there are. */
function some(all: readonly Bilingual[]): Bilingual {
  const first = listed(all.slice(0, mostNamed));
  if (all.length <= mostNamed) return first;
  const more = words.more(all.length);
  return { zh: `${first.zh}${more.zh}`, en: `${first.en} ${more.en}` };
}
