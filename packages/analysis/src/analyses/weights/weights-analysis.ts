/** Weights that make the respondents agree with the population: what they are, cost and change. */
import { calibratedDesign } from "@manyi/statistics/design-variance/calibrated-design";
import { designMean } from "@manyi/statistics/design-variance/design-mean";
import { type SurveyDesign, weightedRows } from "@manyi/statistics/design-variance/survey-design";
import { weightSummary } from "@manyi/statistics/weights/weight-summary";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import { count, signed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { answeredIn, keyQuestion, ofPeopleWithWeight } from "../reading/key-question.ts";
import { answeredValues } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { tooFewLeftOut } from "../result/left-out.ts";
import { caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { costTable } from "./cost-table.ts";
import { type FittedWeights, fittedWeights } from "./fitted-weights.ts";
import { makeupTable } from "./makeup-table.ts";
import { populationMargins } from "./population-cells.ts";
import { weightsTerms as own, weightsWords as words } from "./words.ts";

/** Above it more than half of the precision is gone. */
const costlyDesignEffect = 2;

export function weightsAnalysis(context: AnalysisContext, analysis: AnalysisOf<"weights">): FamilyAnswer {
  const isRaked = (analysis.margins?.length ?? 0) > 1;
  const method = words.methodOf(isRaked ? "raked" : "post-stratified");
  return { title: words.title, method, outcome: outcomeOf(context, analysis) };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"weights">): AnalysisOutcome {
  const { weights, rows } = answeredValues(context, []);
  const margins = populationMargins(context, analysis);
  const everybody = answeredIn(ofPeopleWithWeight(new Float64Array(rows), weights));
  const known = answeredIn(
    ofPeopleWithWeight(
      Float64Array.from({ length: rows }, (_, row) =>
        margins.every(({ margin }) => margin.codes[row] !== -1) ? 1 : Number.NaN,
      ),
      weights,
    ),
  );
  const small = tooSmallBase(context, known, 1);
  if (small !== null) return small;
  const fitted = fittedWeights(margins, weights, analysis.trim);
  if (fitted.kind !== "fitted") return fitted;
  const summary = weightSummary(fitted.trimmed ?? fitted.adjusted);
  const isCostly = summary.kind === "summarised" && summary.designEffect > costlyDesignEffect;
  return computed(
    tablePart(makeupTable(fitted)),
    tablePart(costTable(fitted)),
    ...changeParts(context, analysis, fitted),
    // How many are left out tells of their number alone.
    everybody > known ? reading(words.leftOut(count(everybody - known))) : null,
    isCostly ? caution(words.costly) : null,
    fitted.isTrimTooNarrow ? caution(words.tooNarrow) : null,
    fitted.trimmed === null ? null : reading(words.trimMoves),
    caution(words.notCause),
  );
}

/** The key question under each set of weights, of the same people. */
function changeParts(
  context: AnalysisContext,
  analysis: AnalysisOf<"weights">,
  { counts, base, trimmed, step }: FittedWeights,
): readonly AnalysisPart[] {
  const question = keyQuestion(context, analysis.question);
  if (question === null) return [];
  const values = question.values.map((value, i) => (counts[i] === 0 ? Number.NaN : value));
  const n = answeredIn(values);
  const because = tooSmallBase(context, n) ?? tooFewLeftOut(context, answeredIn(question.values), n);
  if (because !== null) return [reading(because.text)];
  const designs: readonly (readonly [LocalText, SurveyDesign])[] = [
    [words.none, weightedRows(counts)],
    [words.base, weightedRows(base)],
    [words.adjusted, calibratedDesign(weightedRows(base), step)],
    ...(trimmed === null ? [] : ([[words.trimmed, weightedRows(trimmed)]] as const)),
  ];
  const means = designs.map(([name, design]) => ({ name, mean: designMean(design, values, context.plan.confidence) }));
  const [, before, after] = means.map(({ mean }) => (mean.kind === "estimated" ? mean.value : null));
  const name = bilingual(question.label);
  return [
    tablePart({
      caption: words.changes(name),
      n,
      columns: [nameColumn(own.weights), ...[own.estimate, terms.standardError, terms.effectiveN].map(numberColumn)],
      rows: means.map((each) => {
        if (each.mean.kind !== "estimated") return row(label(each.name), ...Array(3).fill(none("too-few-answers")));
        const { value, interval, standardError, effectiveN } = each.mean;
        return row(
          label(each.name),
          estimate(value, interval, question.format),
          number(standardError, "points"),
          number(effectiveN, "weighted-count"),
        );
      }),
      notes: [words.changesNote],
    }),
    ...(before === null || after === null ? [] : [reading(words.shift(signed(after - before, 1), name))]),
  ];
}
