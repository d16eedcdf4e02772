/** Each feature's pairs of answers and what follows from them. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { columns } from "@manyi/dataset/query/columns";
import type { Variable } from "@manyi/dataset/query/variable";
import { type BetterWorse, betterWorse } from "@manyi/statistics/kano/better-worse";
import { classifyFeature, type KanoClassification } from "@manyi/statistics/kano/classification";
import { type ContinuousKano, continuousKano } from "@manyi/statistics/kano/continuous";
import type { KanoCategory } from "@manyi/statistics/kano/evaluation-table";
import { type FongTest, fongTest } from "@manyi/statistics/kano/fong-test";
import { type KanoCounts, kanoCounts } from "@manyi/statistics/kano/kano-answers";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { kanoWords } from "./words.ts";

export interface MeasuredFeature {
  /** From 1, in the order of the settings. */
  readonly number: number;
  readonly label: LocalText;
  readonly n: number;
  /** Better and worse, where enough people stand behind them; a point of the chart. */
  readonly point: { readonly better: number; readonly worse: number } | null;
  /** Null where nothing may be shown, or nobody answered both questions. */
  readonly shown: {
    readonly counts: KanoCounts;
    readonly classification: KanoClassification;
    /** By the rule of the analysis. */
    readonly category: KanoCategory;
    readonly coefficients: BetterWorse;
    readonly fong: FongTest;
    readonly continuous: ContinuousKano;
  } | null;
}

export function measuredFeatures(
  context: AnalysisContext,
  { features, answers, rule = "mode" }: AnalysisOf<"kano">,
): readonly MeasuredFeature[] {
  const { plan, filter, weight } = context;
  const variables = features.flatMap(({ functional, dysfunctional }) => [functional, dysfunctional]);
  const read = columns(
    plan.dataset,
    variables.map((column) => places(context, column, answers)),
    filter,
    weight,
  );
  return features.map(({ label }, i): MeasuredFeature => {
    const pair = {
      functional: read.variables[2 * i],
      dysfunctional: read.variables[2 * i + 1],
      caseWeights: read.weights,
    };
    const counts = kanoCounts(pair);
    const classification = classifyFeature(counts);
    const fong = fongTest(counts);
    const named = { number: i + 1, label: label ?? labelOfFeature(context, features[i].functional, i), n: counts.n };
    if (counts.n < plan.minimumGroup || classification.kind !== "classified" || fong.kind !== "tested")
      return { ...named, point: null, shown: null };
    const coefficients = betterWorse(pair, read.rows, plan.confidence);
    return {
      ...named,
      point: pointOf(coefficients, plan.minimumGroup),
      shown: {
        counts,
        classification,
        category: rule === "mode" ? classification.byMode : classification.byBlauth,
        coefficients,
        fong,
        continuous: continuousKano(pair, read.rows, plan.confidence),
      },
    };
  });
}

function pointOf({ better, worse }: BetterWorse, minimum: number): MeasuredFeature["point"] {
  if (better.kind !== "estimated" || worse.kind !== "estimated" || better.n < minimum) return null;
  return { better: better.value, worse: worse.value };
}

/** The question's own label, where the study has one. */
function labelOfFeature({ plan }: AnalysisContext, column: string, i: number): LocalText {
  return plan.definition.columns.find(({ name }) => name === column)?.label ?? kanoWords.feature(i + 1);
}

/** Answers as places 1–5, like to dislike; those that are none of the five as no answer. */
function places({ plan }: AnalysisContext, column: string, codes: readonly string[] | undefined): Variable {
  const { answers } = codedColumn(plan.dataset, column);
  const ordered = codes ?? answers.map(({ code }) => code).slice(0, 5);
  return {
    column,
    values: answers.map(({ code }) => {
      const place = ordered.indexOf(code);
      return place === -1 ? Number.NaN : place + 1;
    }),
  };
}
