/** What all kinds of effect say alike: the verdict, and what to mind. */
import type { ChangeQuestion, Verdict } from "@manyi/statistics/effect/change-verdict";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { fixed, signed } from "../../format/number.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import type { KeyQuestion } from "../reading/key-question.ts";
import { caution, reading } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { effectWords as words } from "./words.ts";

export function changeQuestion(
  { plan }: AnalysisContext,
  { worthwhile = 0, direction }: AnalysisOf<"effect">,
  { format }: KeyQuestion,
): ChangeQuestion {
  return {
    confidence: plan.confidence,
    relevantChange: worthwhile,
    direction: format === "index" ? "higher-is-better" : (direction ?? "higher-is-better"),
  };
}

export function verdictParts(
  analysis: AnalysisOf<"effect">,
  { label }: KeyQuestion,
  found: {
    readonly value: number;
    readonly interval: { readonly lower: number; readonly upper: number };
    readonly verdict: Verdict;
  },
): readonly AnalysisPart[] {
  const { value, interval, verdict } = found;
  const { worthwhile = 0, kind } = analysis;
  const range = `${signed(interval.lower, 2)} – ${signed(interval.upper, 2)}`;
  return [
    reading(words.reading(bilingual(label), verdict, signed(value, 2), range)),
    ...(worthwhile > 0 ? [reading(words.worthwhile(fixed(worthwhile, 2)))] : []),
    ...(verdict === "no-evidence" ? [reading(words.noEvidence)] : []),
    caution(words.cause[kind]),
  ];
}
