/** How long customers stay, whether groups differ in it, and what goes with leaving. */
import { logRankTest } from "@manyi/statistics/retention/log-rank";
import { survivalAt } from "@manyi/statistics/retention/survival-at";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { count, fixed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { groupsToShow, readGroups } from "../reading/read-groups.ts";
import { tooSmallBase } from "../result/base.ts";
import { label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { caution, chartPart, computed, reading, tablePart, tooFewAnswers } from "../result/outcomes.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { curveOf, type NamedCurve, overviewTable, retentionChart, timeText, usualTimes } from "./curves.ts";
import { coxParts, logitParts } from "./models.ts";
import { type ReadDurations, readDurations } from "./read-durations.ts";
import { retentionTerms as own, type RetentionUnit, retentionWords as words } from "./words.ts";

export function retentionAnalysis(context: AnalysisContext, analysis: AnalysisOf<"retention">): FamilyAnswer {
  const methods: readonly Bilingual[] = [
    words.method,
    ...(analysis.by === undefined ? [] : [words.methodTests]),
    ...(analysis.covariates === undefined ? [] : [words.methodCox]),
    ...(analysis.propensity === undefined ? [] : [words.methodLogit]),
  ];
  return {
    title: words.title,
    method: { zh: methods.map(({ zh }) => zh).join(""), en: methods.map(({ en }) => en).join(" ") },
    outcome: outcomeOf(context, analysis),
  };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"retention">): AnalysisOutcome {
  const durations = readDurations(context, analysis);
  const small = tooSmallBase(context, durations.n);
  if (small !== null) return small;
  const { confidence } = context.plan;
  const { unit = "months", by, covariates, propensity } = analysis;
  const all = curveOf(durations, words.everybody, () => true, confidence);
  if (all.curve === null) return tooFewAnswers(durations.n, 2);
  const times = [...(analysis.times ?? usualTimes(all.curve))].sort((a, b) => a - b);
  const groups = by === undefined ? null : groupCurves(context, durations, by);
  return computed(
    chartPart(retentionChart([all], chartTitle(all, times, unit), unit)),
    tablePart(overviewTable([all, ...(groups?.curves ?? [])], times, unit)),
    ...(groups === null || by === undefined ? [] : groupParts(durations, groups, unit, confidence)),
    ...(covariates === undefined ? [] : coxParts(context, durations, covariates)),
    ...(propensity === undefined ? [] : logitParts(context, durations, propensity)),
    durations.all > durations.n ? reading(words.leftOut(count(durations.all - durations.n))) : null,
  );
}

/** Retention at the last of the times that was observed. */
function chartTitle({ curve, label: text }: NamedCurve, times: readonly number[], unit: RetentionUnit) {
  const observed = times.flatMap((time) => {
    const found = curve === null ? null : survivalAt(curve, time);
    return found?.kind === "estimated" ? [{ time, value: found.value }] : [];
  });
  const last = observed.at(Math.floor(observed.length / 2));
  return last === undefined ? text : words.chart(`${fixed(100 * last.value, 0)}%`, timeText(last.time), unit);
}

interface GroupCurves {
  readonly name: Bilingual;
  readonly curves: readonly NamedCurve[];
  readonly shown: readonly { readonly label: Bilingual }[];
  /** Place of each respondent among the shown groups, −1 for none. */
  readonly codes: Int32Array;
}

function groupCurves(context: AnalysisContext, durations: ReadDurations, by: string): GroupCurves {
  const groups = readGroups(context, by);
  const { shown, hidden } = groupsToShow(groups, durations.times);
  return {
    name: bilingual(groups.label),
    curves: groups.groups.map(({ label: text }, g) =>
      shown.includes(g)
        ? curveOf(durations, text, (i) => groups.rows.codes[i] === g, context.plan.confidence)
        : { label: text, hidden: hidden[g], curve: null },
    ),
    shown: shown.map((g) => ({ label: bilingual(groups.groups[g].label) })),
    codes: Int32Array.from(groups.rows.codes, (group) => shown.indexOf(group)),
  };
}

/** Curves of more groups than four are not told apart in one picture. */
const mostCurves = 4;

function groupParts(
  durations: ReadDurations,
  { name, curves, shown, codes }: GroupCurves,
  unit: RetentionUnit,
  confidence: number,
): readonly AnalysisPart[] {
  const drawn = curves.filter(({ curve }) => curve !== null);
  const chart =
    drawn.length > 0 && drawn.length <= mostCurves
      ? [chartPart(retentionChart(drawn, words.chartGroups(name), unit))]
      : [];
  const isIn = (i: number) => durations.weights === null || durations.weights[i] > 0;
  const test = logRankTest(
    durations,
    codes.map((code, i) => (isIn(i) ? code : -1)),
    shown.length,
  );
  if (test.kind !== "tested") return chart;
  const isClear = test.pValue < 1 - confidence;
  const p = test.pValue < 0.001 ? "< 0.001" : `= ${fixed(test.pValue, 3)}`;
  return [
    ...chart,
    tablePart({
      caption: words.test(name),
      n: test.n,
      columns: [nameColumn(terms.group), ...[terms.n, own.observed, own.expected].map(numberColumn)],
      rows: test.groups.map((group, g) =>
        row(
          label(shown[g].label),
          number(group.n, "count"),
          number(group.observed, "count"),
          number(group.expected, "weighted-count"),
        ),
      ),
      notes: [words.testReading(fixed(test.statistic, 2), test.degreesOfFreedom, p)],
    }),
    reading(isClear ? words.groupsDiffer : words.groupsAlike),
    ...(durations.weights === null ? [] : [caution(words.testUnweighted)]),
  ];
}
