/** Does a measure rise or fall from wave to wave, and is a wave out of the ordinary? */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { TrendOfEstimates } from "@manyi/statistics/trend/trend-of-estimates";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { fixed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { type AnalysedGroups, readGroups } from "../reading/read-groups.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { controlParts } from "./control-chart.ts";
import { lineOf, testsTable } from "./trend-tests.ts";
import { type FollowedQuestion, followedQuestion, type TrendAxis } from "./waves-of-question.ts";
import { wavesChart, wavesTable } from "./waves-table.ts";
import { trendTerms as own, trendWords as words } from "./words.ts";

const leastWaves = 3;

interface Judged {
  readonly question: FollowedQuestion;
  readonly line: TrendOfEstimates | null;
  readonly adjusted: number | null;
  readonly verdict: keyof typeof words.verdicts;
}

export function trendAnalysis(context: AnalysisContext, analysis: AnalysisOf<"trend">): FamilyAnswer {
  const { title, method, chartMethod } = words;
  return {
    title,
    method:
      analysis.chart === undefined ? method : { zh: method.zh + chartMethod.zh, en: `${method.en} ${chartMethod.en}` },
    outcome: outcomeOf(context, analysis),
  };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"trend">): AnalysisOutcome {
  const { measures, waves } = context.plan.definition;
  const over = analysis.over ?? waves?.column;
  const defaults = [measures?.overall, measures?.nps].filter((name) => name !== undefined);
  const names = analysis.questions ?? [...new Set(defaults)];
  if (over === undefined) return cannot("unsuitable", words.tooFewWaves(leastWaves));
  const groups = readGroups(context, over);
  const axis = axisOf(groups, over === waves?.column, analysis.times !== undefined);
  const asked = names
    .map((name) => followedQuestion(context, groups, axis, name, analysis.times ?? {}))
    .filter((question) => question !== null);
  const followed = asked.filter((question) => new Set(question.waves.map(({ time }) => time)).size >= leastWaves);
  if (followed.length === 0 && asked.some(({ hidden }) => hidden.some((because) => isWithheld(because))))
    return cannot("suppressed", words.withheldWaves(leastWaves, context.plan.minimumGroup));
  if (followed.length === 0) return cannot("too-few-answers", words.tooFewWaves(leastWaves));
  const judged = judge(followed, context.plan.confidence);
  return computed(
    judged.length > 1 ? tablePart(overviewTable(judged)) : null,
    ...judged.flatMap((each) => questionParts(each, analysis, context.plan.confidence)),
    axis.order === "scale" ? caution(words.orderOfScale(axis.label)) : null,
    caution(words.notCause),
  );
}

function axisOf({ label: column }: AnalysedGroups, isWaves: boolean, hasTimes: boolean): TrendAxis {
  return {
    label: isWaves ? words.wave : bilingual(column),
    order: isWaves || hasTimes ? "time" : "scale",
    perStep: hasTimes ? own.perUnit : isWaves ? own.perWave : own.perGroup,
  };
}

function isWithheld(because: FollowedQuestion["hidden"][number]): boolean {
  return because === "too-few" || because === "protects-others";
}

/** All measures are one family of tests. */
function judge(questions: readonly FollowedQuestion[], confidence: number): readonly Judged[] {
  const lines = questions.map((question) => lineOf(question, confidence));
  const corrected = holm(lines.flatMap((line) => (line === null ? [] : [line.pValue])));
  let next = 0;
  return questions.map((question, i) => {
    const line = lines[i];
    const adjusted = line === null ? null : corrected[next++];
    const isClear = line !== null && adjusted !== null && adjusted < 1 - confidence;
    return { question, line, adjusted, verdict: isClear ? (line.value > 0 ? "rising" : "falling") : "no-evidence" };
  });
}

function overviewTable(judged: readonly Judged[]): AnalysisTable {
  return {
    caption: words.overview,
    n: null,
    columns: [
      nameColumn(own.measure),
      ...[terms.n, judged[0].question.axis.perStep, terms.adjustedPValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: judged.map(({ question, line, adjusted, verdict }) =>
      row(
        label(question.label),
        number(
          question.waves.reduce((sum, wave) => sum + wave.estimate.n, 0),
          "count",
        ),
        line === null ? none("not-estimable") : estimate(line.value, line.interval, "points"),
        adjusted === null ? none("not-estimable") : number(adjusted, "p-value"),
        label(verdictOf(question, verdict)),
      ),
    ),
    notes: [],
  };
}

function questionParts(
  { question, line, verdict }: Judged,
  { chart }: AnalysisOf<"trend">,
  confidence: number,
): readonly AnalysisPart[] {
  const departure = line?.departure ?? null;
  const isBent = departure !== null && departure.pValue < 1 - confidence;
  return [
    chartPart(wavesChart(question, verdictOf(question, verdict))),
    tablePart(wavesTable(question)),
    tablePart(testsTable(question, line, confidence)),
    ...(isBent ? [caution(words.departure(question.label, pText(departure.pValue)))] : []),
    ...(chart === undefined ? [] : controlParts(question, chart.kind, chart.run ?? 8)),
  ];
}

function verdictOf({ axis }: FollowedQuestion, verdict: Judged["verdict"]) {
  return axis.order === "time" ? words.verdicts[verdict] : words.verdictsByScale[verdict];
}

function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : `= ${fixed(p, 3)}`;
}
