import { changeOfMeans } from "@manyi/statistics/effect/before-after";
import type { JudgedChange } from "@manyi/statistics/effect/change-verdict";
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisChart, AnalysisOutcome, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import type { KeyQuestion } from "../reading/key-question.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { cannot, caution, chartPart, computed, noVariation, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { changeQuestion, verdictParts } from "./change-parts.ts";
import type { TimedOutcome } from "./read-times.ts";
import { effectTerms as own, effectWords as words } from "./words.ts";

/** Means before and after, of different people. */
export function beforeAfter(
  context: AnalysisContext,
  analysis: AnalysisOf<"effect">,
  { question, after, withheld }: TimedOutcome,
): AnalysisOutcome {
  const { values, weights } = question;
  const sides = [0, 1].map((side) =>
    sumsOfColumn(
      values.map((value, i) => (after[i] === side ? value : Number.NaN)),
      weights,
      values.length,
    ),
  );
  if (sides.some(({ n }, side) => n === 0 && withheld[side]))
    return cannot("suppressed", words.withheld(context.plan.minimumGroup));
  const least = Math.min(sides[0].n, sides[1].n);
  if (least === 0) return cannot("too-few-answers", words.emptySide(0, 2));
  const small = tooSmallBase(context, sides[0].n) ?? tooSmallBase(context, sides[1].n);
  if (small !== null) return small;
  const found = changeOfMeans(sides[0], sides[1], changeQuestion(context, analysis, question));
  if (found.kind === "too-few-answers") return cannot("too-few-answers", words.emptySide(least, found.required));
  if (found.kind !== "estimated") return noVariation(question.label);
  const means = sides.map((sums) => meanEstimate(sums, context.plan.confidence));
  const compared: Compared = { question, means, found };
  return computed(
    tablePart(changeTable(compared)),
    chartPart(meansChart(compared)),
    ...verdictParts(analysis, question, found),
    analysis.clusters === undefined ? null : caution(words.clustersUnused),
  );
}

interface Compared {
  readonly question: KeyQuestion;
  /** Before, after. */
  readonly means: readonly Estimate[];
  readonly found: JudgedChange;
}

const labels = [words.before, words.after];

function changeTable({ question, means, found }: Compared): AnalysisTable {
  return {
    caption: words.effects(bilingual(question.label)),
    n: null,
    columns: [
      nameColumn(own.when),
      ...[terms.n, terms.mean, terms.pValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: [
      ...means.map((mean, i) =>
        row(
          label(labels[i]),
          number(mean.n, "count"),
          mean.kind === "estimated" ? estimate(mean.value, mean.interval, question.format) : none("too-few-answers"),
          none(),
          none(),
        ),
      ),
      row(
        label(words.change),
        none(),
        estimate(found.value, found.interval, "points"),
        number(found.pValue, "p-value"),
        label(words.verdicts[found.verdict]),
      ),
    ],
    notes: [],
  };
}

function meansChart({ question, means, found }: Compared): AnalysisChart {
  const name = bilingual(question.label);
  return {
    kind: "intervals",
    title: words.seriesTitle(name, found.verdict),
    measure: words.means(name),
    format: question.format,
    rows: means.map((mean, i) => ({
      label: labels[i],
      n: mean.n,
      point:
        mean.kind === "estimated"
          ? { value: mean.value, lower: mean.interval.lower, upper: mean.interval.upper }
          : null,
    })),
    reference: null,
  };
}
