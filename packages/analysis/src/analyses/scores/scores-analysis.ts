/** Scores of single questions, of everybody and by group. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { answersOf, tallyOfItem } from "../../measure/tallies.ts";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { askedQuestions } from "../reading/asked-questions.ts";
import { runOf } from "../reading/run-of.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot, caution, chartPart, computed, reading, tablePart } from "../result/outcomes.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { type QuestionByGroup, type ScoresByGroup, scoresByGroup } from "./group-scores.ts";
import { groupScoresChart } from "./group-scores-chart.ts";
import { groupScoresTable } from "./group-scores-table.ts";
import { namedScoresTable } from "./named-scores-table.ts";
import { type AskedQuestion, scoresTable } from "./scores-table.ts";
import { scoreWords as words } from "./words.ts";

/** Rows of a table that are read; beyond it, the clearest questions only. */
const mostRows = 60;
const mostCharts = 4;

export function scoresAnalysis(context: AnalysisContext, analysis: AnalysisOf<"scores">): FamilyAnswer {
  const { title } = words;
  const method = analysis.by === undefined ? words.method : joined(words.method, words.methodByGroup);
  const recommendations = analysis.nps ?? [context.plan.measures.nps?.column ?? ""];
  const run = runOf(context);
  const questions = askedQuestions(context, analysis.questions, recommendations).map((item) => ({
    item,
    tally: tallyOfItem(run, item),
  }));
  const answered = Math.max(0, ...questions.map(({ tally }) => answersOf(tally)));
  if (answered === 0) return { title, method, outcome: cannot("too-few-answers", words.nothing) };
  const tooSmall = tooSmallBase(context, answered);
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const named = namedScoresTable(context, questions, recommendations);
  const outcome = computed(
    tablePart(scoresTable(context, questions)),
    named === null ? null : tablePart(named),
    ...(analysis.by === undefined ? [] : groupParts(context, analysis, analysis.by, questions, recommendations)),
    clusterCaution(context),
  );
  return { title, method, outcome };
}

function groupParts(
  context: AnalysisContext,
  { compare = "mean" }: AnalysisOf<"scores">,
  by: string,
  questions: readonly AskedQuestion[],
  recommendations: readonly string[],
): readonly AnalysisPart[] {
  const scoreOfItem = ({ column }: RatedItem) => (recommendations.includes(column) ? "nps" : compare);
  const result = scoresByGroup(context, by, questions, scoreOfItem);
  const shown = clearest(result.questions, Math.max(1, Math.floor(mostRows / (result.groups.groups.length + 1))));
  const drawn = clearest(result.questions, mostCharts);
  const charts = drawn.flatMap((question) => groupScoresChart(question) ?? []);
  const isHiddenWhole = result.questions.every(({ groups }) => groups.every(({ score }) => score === null));
  if (isHiddenWhole) return [testsRead(result)];
  return [
    tablePart(groupScoresTable(context, result, shown, compare)),
    ...(shown.length < questions.length ? [caution(words.rowsLeftOut(shown.length, questions.length))] : []),
    ...charts.map(chartPart),
    ...(drawn.length < questions.length && charts.length > 0
      ? [reading(words.chartsLeftOut(charts.length, questions.length))]
      : []),
    testsRead(result),
  ];
}

/** What the tests found, all of them together. */
function testsRead({ tests, questions, groups }: ScoresByGroup): AnalysisPart {
  if (tests === 0) return caution(words.oneGroup(bilingual(groups.label)));
  const found = questions.reduce((sum, question) => {
    const significant = question.groups.filter(({ evidence }) => evidence !== "none").length;
    const isOneTest = question.groups.filter(({ difference }) => difference !== null).length === 2;
    return sum + (isOneTest ? Math.min(1, significant) : significant);
  }, 0);
  if (tests === 1) return reading(found === 0 ? words.onlyNone : words.onlyFound);
  return reading(found === 0 ? words.foundNone(tests) : words.found(tests, found));
}

/** The questions whose groups differ most clearly, in the order in which they were asked for. */
function clearest(questions: readonly QuestionByGroup[], most: number): readonly QuestionByGroup[] {
  const first = new Set(questions.toSorted((a, b) => a.clearest - b.clearest).slice(0, most));
  return questions.filter((question) => first.has(question));
}

function joined(first: Bilingual, second: Bilingual): Bilingual {
  return { zh: `${first.zh}${second.zh}`, en: `${first.en} ${second.en}` };
}
