/** How sure the figures of this study are. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { type DesignEstimate, designMean } from "@manyi/statistics/design-variance/design-mean";
import type { NoDesignEstimate } from "@manyi/statistics/design-variance/domain";
import { surveyDesign } from "@manyi/statistics/design-variance/survey-design";
import { marginOfAnswers } from "@manyi/statistics/sampling/sample-size";
import { effectiveSampleSize } from "@manyi/statistics/scores/effective-sample-size";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart, AnalysisRow } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn, type KeyQuestion, keyQuestion } from "../reading/key-question.ts";
import { placesOf } from "../reading/read-codes.ts";
import { answeredValues, labelOf, ratingOf } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { samplingTerms as own, samplingWords as words } from "./words.ts";

interface Reached {
  readonly context: AnalysisContext;
  readonly n: number;
  readonly kishN: number;
  /** Infinity where nothing is known of it. */
  readonly population: number;
}

export function reachedParts(context: AnalysisContext, analysis: AnalysisOf<"sampling">): readonly AnalysisPart[] {
  const question = keyQuestion(context, analysis.question);
  if (question === null) return [];
  const n = answeredIn(question.values);
  const small = tooSmallBase(context, n);
  if (small !== null) return [reading(small.text)];
  const isBelow = analysis.population !== undefined && analysis.population < n;
  const reached: Reached = {
    context,
    n,
    kishN: kishOf(question),
    population: isBelow ? Number.POSITIVE_INFINITY : (analysis.population ?? Number.POSITIVE_INFINITY),
  };
  return [
    tablePart({
      caption: words.reached,
      n,
      columns: [
        nameColumn(own.result),
        ...[terms.value, terms.n, terms.effectiveN, own.designEffect, own.margin].map(numberColumn),
      ],
      rows: rowsOf(reached, question),
      notes: [words.reachedNote],
    }),
    ...(isBelow ? [caution(words.populationBelow)] : []),
  ];
}

function kishOf({ values, weights }: KeyQuestion): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = Number.isNaN(values[i]) ? 0 : (weights?.[i] ?? 1);
    sum += weight;
    squares += weight * weight;
  }
  return effectiveSampleSize(sum, squares);
}

function rowsOf(reached: Reached, question: KeyQuestion): readonly AnalysisRow[] {
  const { context, n, kishN, population } = reached;
  const name = bilingual(question.label);
  const clusters = clusterCodes(context);
  const by = bilingual(labelOf(context, context.plan.definition.analysis?.alsoClusteredBy ?? ""));
  const item = ratingOf(context, question.column);
  const raw = answeredValues(context, [question.column]).variables[0];
  const counted =
    item === null
      ? null
      : question.values.map((value, i) => (Number.isNaN(value) ? value : Number(item.top.has(raw[i]))));
  const results: readonly (readonly [Bilingual, Float64Array, "share" | "index" | "points"])[] = [
    ...(counted === null ? [] : ([[words.topShare(name), counted, "share"]] as const)),
    [question.format === "index" ? words.index(name) : name, question.values, question.format],
  ];
  const cautious =
    kishN > 0
      ? [
          row(
            label(words.cautious),
            none(),
            number(n, "count"),
            number(kishN, "weighted-count"),
            number(n / kishN, "statistic"),
            number(
              marginOfAnswers(n, 0.5, { confidence: context.plan.confidence, population, designEffect: n / kishN }),
              "share",
            ),
          ),
        ]
      : [];
  return [
    ...cautious,
    ...results.flatMap(([text, values, format]) => [
      resultRow(reached, text, estimateOf(reached, values, question.weights, null), format),
      ...(clusters === null
        ? []
        : [resultRow(reached, words.clustered(by), estimateOf(reached, values, question.weights, clusters), format)]),
    ]),
  ];
}

function estimateOf({ context }: Reached, values: Float64Array, weights: Float64Array | null, psus: Int32Array | null) {
  const design = surveyDesign({
    weights: weights ?? new Float64Array(values.length).fill(1),
    strata: null,
    psus,
    psusInPopulation: null,
    lonelyPsu: "adjust",
  });
  return designMean(design, values, context.plan.confidence);
}

function resultRow(
  { context, population }: Reached,
  text: Bilingual,
  estimate: DesignEstimate | NoDesignEstimate,
  format: "share" | "index" | "points",
): AnalysisRow {
  if (estimate.kind !== "estimated") return row(label(text), ...Array(5).fill(none("too-few-answers")));
  const { value, n, effectiveN, designEffect, standardError } = estimate;
  // The variance of one answer, from that of their mean: SE² = deff S²/n.
  const isKnown = designEffect !== null && designEffect > 0;
  const spread = isKnown ? standardError * Math.sqrt(n / designEffect) : 0;
  const margin = isKnown
    ? marginOfAnswers(n, spread, { confidence: context.plan.confidence, population, designEffect })
    : null;
  return row(
    label(text),
    number(value, format),
    number(n, "count"),
    number(effectiveN, "weighted-count"),
    designEffect === null ? none("no-variation") : number(designEffect, "statistic"),
    margin === null ? none("not-estimable") : number(margin, format),
  );
}

/** The clusters the study names, where every respondent is in one; otherwise null. */
function clusterCodes(context: AnalysisContext): Int32Array | null {
  const column = context.plan.definition.analysis?.alsoClusteredBy;
  if (column === undefined) return null;
  const codes = codedColumn(context.plan.dataset, column).answers.map(({ code }) => [code]);
  const places = placesOf(context, column, codes);
  return places.some((place) => place === -1) ? null : places;
}
