/** What the tests of a trend say of one question. */
import { proportionTrend } from "@manyi/statistics/crosstab/proportion-trend";
import { jonckheere } from "@manyi/statistics/trend/jonckheere";
import { mannKendall } from "@manyi/statistics/trend/mann-kendall";
import { senSlope } from "@manyi/statistics/trend/sen-slope";
import { type TrendOfEstimates, trendOfEstimates } from "@manyi/statistics/trend/trend-of-estimates";
import { fixed } from "../../format/number.ts";
import type { AnalysisCell, AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { unweighted } from "./unweighted.ts";
import type { FollowedQuestion } from "./waves-of-question.ts";
import { trendTerms as own, trendWords as words } from "./words.ts";

/** Up to so many waves the order alone can hardly show a trend. */
const fewForOrder = 5;

/** Null where the waves carry no line. */
export function lineOf({ waves }: FollowedQuestion, confidence: number): TrendOfEstimates | null {
  const line = trendOfEstimates(
    waves.map(({ time }) => time),
    waves.map((wave) => wave.estimate),
    confidence,
  );
  return line.kind === "estimated" ? line : null;
}

export function testsTable(
  question: FollowedQuestion,
  line: TrendOfEstimates | null,
  confidence: number,
): AnalysisTable {
  return {
    caption: words.tests(question.label),
    n: question.waves.reduce((sum, wave) => sum + wave.estimate.n, 0),
    columns: [
      nameColumn(own.method),
      ...[question.axis.perStep, terms.statistic, terms.degreesOfFreedom, terms.pValue].map(numberColumn),
    ],
    rows: [
      lineRow(line),
      kendallRow(question),
      senRow(question, confidence),
      jonckheereRow(question),
      armitageRow(question),
    ],
    notes: [words.testsNote, ...exactNote(question)],
  };
}

function lineRow(line: TrendOfEstimates | null): AnalysisRow {
  if (line === null) return withoutNumbers(words.line);
  return row(
    label(words.line),
    estimate(line.value, line.interval, "points"),
    number(line.statistic, "statistic"),
    number(line.degreesOfFreedom, "degrees"),
    number(line.pValue, "p-value"),
  );
}

/** Few waves have few orders: p has a floor of two in all of them. */
function exactNote({ waves }: FollowedQuestion): readonly Bilingual[] {
  const found = mannKendall(...seriesOf(waves));
  if (found.kind !== "tested" || found.exactPValue === null || found.waves > fewForOrder) return [];
  const orders = Array.from({ length: found.waves }, (_, i) => i + 1).reduce((product, i) => product * i, 1);
  return [words.exactNote(found.waves, fixed(2 / orders, 2))];
}

function kendallRow({ waves }: FollowedQuestion): AnalysisRow {
  const found = mannKendall(...seriesOf(waves));
  if (found.kind !== "tested") return withoutNumbers(words.kendall);
  return row(
    label(words.kendall),
    none(),
    number(found.tau, "statistic"),
    none(),
    number(found.exactPValue ?? found.pValue, "p-value"),
  );
}

function senRow({ waves }: FollowedQuestion, confidence: number): AnalysisRow {
  const found = senSlope(...seriesOf(waves), confidence);
  if (found.kind !== "estimated") return withoutNumbers(words.sen);
  const { interval } = found;
  const bounds = "lower" in interval ? interval : null;
  return row(label(words.sen), estimate(found.value, bounds, "points"), none(), none(), none());
}

function jonckheereRow({ waves }: FollowedQuestion): AnalysisRow {
  const found = jonckheere(waves.map(({ tally }) => unweighted(tally)));
  if (found.kind !== "tested") return withoutNumbers(words.jonckheere);
  return row(label(words.jonckheere), none(), number(found.z, "statistic"), none(), number(found.pValue, "p-value"));
}

function armitageRow({ waves, isTop }: FollowedQuestion): AnalysisRow {
  const people = waves.map(({ tally }) => tally.count.reduce((a, b) => a + b, 0));
  const satisfied = waves.map(({ tally }) =>
    tally.values.reduce((sum, value, i) => sum + (isTop(value) ? tally.count[i] : 0), 0),
  );
  const found =
    waves.length < 2
      ? null
      : proportionTrend(
          satisfied,
          people,
          waves.map(({ time }) => time),
        );
  if (found?.kind !== "tested") return withoutNumbers(words.armitage);
  return row(
    label(words.armitage),
    none(),
    number(found.statistic, "statistic"),
    number(1, "degrees"),
    number(found.pValue, "p-value"),
  );
}

function seriesOf(waves: FollowedQuestion["waves"]): [number[], number[]] {
  return [waves.map(({ time }) => time), waves.map((wave) => wave.estimate.value)];
}

function withoutNumbers(name: { readonly zh: string; readonly en: string }): AnalysisRow {
  const because: AnalysisCell = none("not-estimable");
  return row(label(name), because, because, because, because);
}
