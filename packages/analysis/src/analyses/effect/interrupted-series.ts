import { interruptedSeries as fit, type InterruptedSeries } from "@manyi/statistics/effect/interrupted-series";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisChart, AnalysisOutcome, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { valuesByGroup } from "../reading/read-groups.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { changeQuestion, verdictParts } from "./change-parts.ts";
import type { TimedOutcome } from "./read-times.ts";
import { effectTerms as own, effectWords as words } from "./words.ts";

/** On each side, for intervals that can be relied on. */
const enoughWaves = 8;

interface Point {
  readonly label: LocalText;
  readonly mean: Extract<ReturnType<typeof meanEstimate>, { kind: "estimated" }>;
  readonly isAfter: boolean;
}

/** Waves before and after, each as one point. */
export function interruptedSeries(
  context: AnalysisContext,
  analysis: AnalysisOf<"effect">,
  timed: TimedOutcome,
): AnalysisOutcome {
  const points = pointsOf(context, timed);
  const first = points.findIndex(({ isAfter }) => isAfter);
  const before = first === -1 ? points.length : first;
  if (before < 3 || points.length - before < 3) {
    const because = timed.withheld.includes(true) ? "suppressed" : "too-few-answers";
    return cannot(because, words.tooFewPoints(before, points.length - before));
  }
  const { question } = timed;
  const found = fit(
    {
      times: points.map((_, i) => i),
      values: points.map(({ mean }) => mean.value),
      precisions: points.map(({ mean }) => mean.effectiveN),
    },
    before,
    changeQuestion(context, analysis, question),
  );
  if (found.kind === "no-variation") return cannot("no-variation", words.onLines);
  if (found.kind !== "estimated") return cannot("too-few-answers", words.tooFewPoints(found.before, found.after));
  const name = bilingual(question.label);
  return computed(
    chartPart(seriesChart(points, before, found, name)),
    tablePart(
      termsTable(
        name,
        found,
        points.reduce((sum, { mean }) => sum + mean.n, 0),
      ),
    ),
    tablePart(wavesTable(name, points, question.format)),
    ...verdictParts(analysis, question, found.effectAtEnd),
    Math.min(before, points.length - before) < enoughWaves ? caution(words.fewPoints(points.length)) : null,
    analysis.clusters === undefined ? null : caution(words.clustersUnused),
  );
}

function termsTable(name: Bilingual, found: InterruptedSeries, n: number): AnalysisTable {
  return {
    caption: words.effects(name),
    n,
    columns: [
      nameColumn(own.part),
      ...[terms.estimate, terms.statistic, terms.degreesOfFreedom, terms.pValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: (["levelBefore", "slopeBefore", "levelChange", "slopeChange", "effectAtEnd"] as const).map((part) => {
      const term = found[part];
      return row(
        label(words[part]),
        estimate(term.value, term.interval, "points"),
        part === "levelBefore" ? none() : number(term.statistic, "statistic"),
        number(term.degreesOfFreedom, "degrees"),
        part === "levelBefore" ? none() : number(term.pValue, "p-value"),
        "verdict" in term ? label(words.verdicts[term.verdict]) : none(),
      );
    }),
    notes: [],
  };
}

function wavesTable(name: Bilingual, points: readonly Point[], format: "index" | "points"): AnalysisTable {
  return {
    caption: words.means(name),
    n: null,
    columns: [nameColumn(terms.wave), textColumn(own.when), ...[terms.n, terms.mean].map(numberColumn)],
    rows: points.map(({ label: wave, mean, isAfter }) =>
      row(
        label(wave),
        label(isAfter ? words.after : words.before),
        number(mean.n, "count"),
        estimate(mean.value, mean.interval, format),
      ),
    ),
    notes: [],
  };
}

function pointsOf({ plan }: AnalysisContext, { question, groups, waves }: TimedOutcome): readonly Point[] {
  const split = valuesByGroup(
    groups,
    question.values,
    question.weights,
    waves.map(({ group }) => group),
  );
  return waves.flatMap(({ label: wave, isAfter }, i): readonly Point[] => {
    const { values, weights } = split[i];
    const mean = meanEstimate(sumsOfColumn(values, weights, values.length), plan.confidence);
    return mean.kind === "estimated" ? [{ label: wave, mean, isAfter }] : [];
  });
}

function seriesChart(
  points: readonly Point[],
  before: number,
  found: InterruptedSeries,
  name: Bilingual,
): AnalysisChart {
  const line = (x: number) => found.levelBefore.value + found.slopeBefore.value * (x - before);
  const fitted = (x: number) =>
    x < before ? line(x) : line(x) + found.levelChange.value + found.slopeChange.value * (x - before);
  const plainPoint = (x: number, y: number) => ({ x, y, band: null, mark: false });
  return {
    kind: "curves",
    title: words.seriesTitle(name, found.effectAtEnd.verdict),
    shape: "lines",
    x: { label: words.wave, format: "statistic", names: points.map(({ label: wave }) => wave) },
    y: { label: name, format: "index" },
    curves: [
      {
        label: words.observed,
        points: points.map(({ mean }, x) => ({
          x,
          y: mean.value,
          band: { lower: mean.interval.lower, upper: mean.interval.upper },
          mark: false,
        })),
      },
      { label: words.fitted, points: points.map((_, x) => plainPoint(x, fitted(x))) },
      {
        label: words.continued,
        points: points.flatMap((_, x) => (x >= before ? [plainPoint(x, line(x))] : [])),
      },
    ],
    limits: [],
  };
}
