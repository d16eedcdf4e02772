/** Each question by group: the scores that may be shown, and each group against all the others together. */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { Difference } from "@manyi/statistics/comparison/difference";
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { answersOf, restOf, sumOf, talliesByGroup } from "../../measure/tallies.ts";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { HiddenBecause } from "../../results/figure.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredValues } from "../reading/read-columns.ts";
import { type AnalysedGroup, type AnalysedGroups, groupsToShow, readGroups } from "../reading/read-groups.ts";
import { runOf } from "../reading/run-of.ts";
import { type ComparedScore, differenceOf, scoreOf } from "./question-scores.ts";
import type { AskedQuestion } from "./scores-table.ts";

export interface QuestionByGroup {
  readonly item: RatedItem;
  readonly score: ComparedScore;
  readonly total: Estimate;
  readonly groups: readonly ScoredGroup[];
  /** Smallest corrected p; 1 where nothing was tested. */
  readonly clearest: number;
}

export interface ScoredGroup {
  readonly group: AnalysedGroup;
  readonly hidden: HiddenBecause | null;
  readonly n: number;
  /** Null where nothing may be shown. */
  readonly score: Estimate | null;
  /** Against all other groups that are shown; null where there are none. */
  readonly difference: Difference | null;
  readonly adjustedPValue: number | null;
  readonly evidence: "higher" | "lower" | "none";
}

export interface ScoresByGroup {
  readonly groups: AnalysedGroups;
  readonly questions: readonly QuestionByGroup[];
  /** Comparisons that were corrected together. */
  readonly tests: number;
}

export function scoresByGroup(
  context: AnalysisContext,
  by: string,
  questions: readonly AskedQuestion[],
  scoreOfItem: (item: RatedItem) => ComparedScore,
): ScoresByGroup {
  const groups = readGroups(context, by);
  const untested = questions.map((question) => untestedQuestion(context, groups, question, scoreOfItem(question.item)));
  const pValues = untested.map(testsOf);
  const adjusted = holm(pValues.flat());
  let next = 0;
  const tested = untested.map((question, q) => {
    const own = pValues[q].map(() => adjusted[next++]);
    return withTests(question, own, 1 - context.plan.confidence);
  });
  return { groups, questions: tested, tests: adjusted.length };
}

function untestedQuestion(
  context: AnalysisContext,
  groups: AnalysedGroups,
  { item, tally }: AskedQuestion,
  score: ComparedScore,
): QuestionByGroup {
  const { confidence } = context.plan;
  const { hidden, shown } = groupsToShow(groups, countedValues(context, item.column));
  const byAnswer = talliesByGroup(runOf(context), groups.column, item);
  const tallies = groups.grouping.answers.map((answer) => byAnswer[answer]);
  const all = shown.length === 0 ? null : sumOf(shown.map((g) => tallies[g]));
  const differenceFrom = (own: RatingTally) =>
    all === null || shown.length < 2 ? null : differenceOf(score, item, [own, restOf(all, own)], confidence);
  return {
    item,
    score,
    total: scoreOf(score, item, tally, confidence),
    clearest: 1,
    groups: groups.groups.map((group, g) => {
      const isShown = shown.includes(g);
      return {
        group,
        hidden: hidden[g],
        n: isShown ? answersOf(tallies[g]) : 0,
        score: isShown ? scoreOf(score, item, tallies[g], confidence) : null,
        difference: isShown ? differenceFrom(tallies[g]) : null,
        adjustedPValue: null,
        evidence: "none",
      };
    }),
  };
}

/** Answers of those who count: a respondent of weight 0 stands for nobody. */
function countedValues(context: AnalysisContext, column: string): Float64Array {
  const { variables, weights } = answeredValues(context, [column]);
  return weights === null ? variables[0] : variables[0].map((value, row) => (weights[row] === 0 ? Number.NaN : value));
}

/** One a test. Of two groups the one against the other is the other against the one. */
function testsOf({ groups }: QuestionByGroup): readonly number[] {
  const pValues = groups.flatMap(({ difference }) => (difference?.kind === "estimated" ? [difference.pValue] : []));
  return isOneTest(groups) ? pValues.slice(0, 1) : pValues;
}

function isOneTest(groups: readonly ScoredGroup[]): boolean {
  return groups.filter(({ difference }) => difference !== null).length === 2;
}

function withTests(question: QuestionByGroup, adjusted: readonly number[], level: number): QuestionByGroup {
  let next = 0;
  const single = isOneTest(question.groups);
  const groups = question.groups.map((scored): ScoredGroup => {
    const { difference } = scored;
    if (difference?.kind !== "estimated") return scored;
    const adjustedPValue = single ? adjusted[0] : adjusted[next++];
    const evidence = adjustedPValue >= level ? "none" : difference.value > 0 ? "higher" : "lower";
    return { ...scored, adjustedPValue, evidence };
  });
  return { ...question, groups, clearest: Math.min(1, ...adjusted) };
}
