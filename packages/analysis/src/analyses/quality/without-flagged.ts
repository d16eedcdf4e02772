/** The key question with and without flagged respondents. */
import { differenceOfMeans } from "@manyi/statistics/comparison/difference";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisPart, AnalysisRow } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn, type KeyQuestion, keyQuestion } from "../reading/key-question.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { qualityWords as words } from "./words.ts";

export function withoutFlaggedParts(
  context: AnalysisContext,
  analysis: AnalysisOf<"quality">,
  counts: Uint8Array,
): readonly AnalysisPart[] {
  const question = keyQuestion(context, analysis.question);
  if (question === null) return [];
  const least = analysis.flagsToLeaveOut ?? 2;
  const side = (isFlagged: boolean) =>
    question.values.map((value, i) => (counts[i] >= least === isFlagged ? value : Number.NaN));
  const [flagged, rest] = [side(true), side(false)];
  const [few, many] = [answeredIn(flagged), answeredIn(rest)];
  const { minimumGroup } = context.plan;
  if (few === 0) return [reading(words.nobodyFlagged(least))];
  if (few < minimumGroup || many < minimumGroup) return [reading(words.tooFewFlagged(least))];
  return comparison(context, question, { least, flagged, rest });
}

function comparison(
  { plan: { confidence } }: AnalysisContext,
  { values, weights, format, label: name }: KeyQuestion,
  { least, flagged, rest }: { readonly least: number; readonly flagged: Float64Array; readonly rest: Float64Array },
): readonly AnalysisPart[] {
  const sums = [values, rest, flagged].map((column) => sumsOfColumn(column, weights, column.length));
  const means = sums.map((each) => meanEstimate(each, confidence));
  const [all, without] = means;
  const difference = differenceOfMeans(sums[2], sums[1], confidence);
  const meanRow = (text: LocalText, i: number): AnalysisRow => {
    const mean = means[i];
    return row(
      label(text),
      number(sums[i].n, "count"),
      mean.kind === "estimated" ? estimate(mean.value, mean.interval, format) : none("too-few-answers"),
      none(),
    );
  };
  // Mean of all less that of the rest = share of the flagged × their difference.
  const part = sums[0].weight > 0 ? sums[2].weight / sums[0].weight : 0;
  const isTested = difference.kind === "estimated" && all.kind === "estimated" && without.kind === "estimated";
  const isClear = isTested && difference.interval.lower * difference.interval.upper > 0;
  return [
    tablePart({
      caption: words.without(bilingual(name), least),
      n: null,
      columns: [nameColumn(terms.group), ...[terms.n, terms.mean, terms.pValue].map(numberColumn)],
      rows: [
        meanRow(words.everybody, 0),
        meanRow(words.rest, 1),
        meanRow(words.flaggedAlone, 2),
        ...(isTested
          ? [
              row(
                label(words.flaggedLess),
                none(),
                estimate(difference.value, difference.interval, "points"),
                number(difference.pValue, "p-value"),
              ),
              row(
                label(words.change),
                none(),
                estimate(
                  without.value - all.value,
                  { lower: -part * difference.interval.upper, upper: -part * difference.interval.lower },
                  "points",
                ),
                none(),
              ),
            ]
          : []),
      ],
      notes: [words.changeNote],
    }),
    isClear ? caution(words.changes) : reading(words.noChange),
  ];
}
