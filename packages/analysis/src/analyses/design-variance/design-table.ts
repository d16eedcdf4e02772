/** Estimates by the design beside the simple ones. */
import { type DesignEstimate, designMean } from "@manyi/statistics/design-variance/design-mean";
import { designShare } from "@manyi/statistics/design-variance/design-share";
import type { NoDesignEstimate } from "@manyi/statistics/design-variance/domain";
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { shareEstimateFromSums } from "@manyi/statistics/scores/share";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn, keyQuestion } from "../reading/key-question.ts";
import { answeredValues, ratingOf } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { tooFewLeftOut } from "../result/left-out.ts";
import { terms } from "../words/terms.ts";
import type { ReadDesign } from "./read-design.ts";
import { designTerms as own } from "./words.ts";

export interface DesignedQuestion {
  readonly label: LocalText;
  readonly format: "index" | "points" | "share";
  readonly n: number;
  /** Null where nothing may be shown, or nothing can be estimated. */
  readonly simple: Estimate | null;
  readonly design: DesignEstimate | NoDesignEstimate | null;
}

/** @returns the question on 0–100; null where the study has no such question */
export function designedScore(context: AnalysisContext, read: ReadDesign, column: string): DesignedQuestion | null {
  const question = keyQuestion(context, column);
  if (question === null) return null;
  const { label: text, format, values } = question;
  return designed(context, read, { label: text, format, values });
}

/** @returns the share of the best answers; null for a number, which has none */
export function designedShare(context: AnalysisContext, read: ReadDesign, column: string): DesignedQuestion | null {
  const item = ratingOf(context, column);
  if (item === null) return null;
  const raw = answeredValues(context, [column]).variables[0];
  const values = raw.map((value) => (Number.isNaN(value) ? value : Number(item.top.has(value))));
  return designed(context, read, { label: item.label, format: "share", values });
}

function designed(
  context: AnalysisContext,
  { design, isIn }: ReadDesign,
  { label: text, format, values }: Pick<DesignedQuestion, "label" | "format"> & { readonly values: Float64Array },
): DesignedQuestion {
  const { confidence } = context.plan;
  const { weights } = answeredValues(context, []);
  const kept = values.filter((_, i) => isIn[i] === 1);
  const n = answeredIn(kept);
  const isWeightless = (i: number) => weights !== null && weights[i] === 0;
  const all = answeredIn(values.map((value, i) => (isWeightless(i) ? Number.NaN : value)));
  if (tooSmallBase(context, n, 0) !== null || tooFewLeftOut(context, all, n) !== null)
    return { label: text, format, n: 0, simple: null, design: null };
  const sums = sumsOfColumn(kept, weights === null ? null : design.weights, kept.length);
  const isShare = format === "share";
  return {
    label: text,
    format,
    n,
    simple: isShare ? shareEstimateFromSums(sums, confidence) : meanEstimate(sums, confidence),
    design: (isShare ? designShare : designMean)(design, kept, confidence),
  };
}

export function designTable(caption: LocalText, questions: readonly DesignedQuestion[]): AnalysisTable {
  return {
    caption,
    n: null,
    columns: [
      nameColumn(terms.item),
      ...[
        terms.n,
        own.simple,
        own.design,
        terms.standardError,
        own.designEffect,
        terms.effectiveN,
        terms.degreesOfFreedom,
      ].map(numberColumn),
    ],
    rows: questions.map(questionRow),
    notes: [],
  };
}

function questionRow({ label: text, n, simple, design, format }: DesignedQuestion): AnalysisRow {
  if (simple === null || design === null) return row(label(text), ...Array(7).fill(none("too-few")));
  return row(
    label(text),
    number(n, "count"),
    simple.kind === "estimated" ? estimate(simple.value, simple.interval, format) : none("too-few-answers"),
    ...designCells(design, format),
  );
}

function designCells(design: DesignEstimate | NoDesignEstimate, format: DesignedQuestion["format"]): AnalysisCell[] {
  if (design.kind !== "estimated")
    return Array(5).fill(none(design.kind === "too-few-answers" ? "too-few-answers" : "not-estimable"));
  const { value, interval, standardError, designEffect, effectiveN, degreesOfFreedom } = design;
  return [
    estimate(value, interval, format),
    format === "share" ? number(standardError, "share") : number(standardError, "points"),
    designEffect === null ? none("no-variation") : number(designEffect, "statistic"),
    number(effectiveN, "weighted-count"),
    number(degreesOfFreedom, "degrees"),
  ];
}
