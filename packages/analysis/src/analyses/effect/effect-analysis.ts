/** Did a measure help? The change with its interval, and a verdict that may be: no evidence. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisOutcome, ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { answeredIn } from "../reading/key-question.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot } from "../result/outcomes.ts";
import { beforeAfter } from "./before-after.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import { interruptedSeries } from "./interrupted-series.ts";
import { type TimedOutcome, timedOutcome } from "./read-times.ts";
import { type EffectKind, effectWords as words } from "./words.ts";

type Method = (context: AnalysisContext, analysis: AnalysisOf<"effect">, timed: TimedOutcome) => AnalysisOutcome;

const methods: Readonly<Record<EffectKind, Method>> = {
  "before-after": beforeAfter,
  "difference-in-differences": differenceInDifferences,
  "interrupted-series": interruptedSeries,
};

export function effectAnalysis(context: AnalysisContext, analysis: AnalysisOf<"effect">): FamilyAnswer {
  const timed = timedOutcome(context, analysis);
  const outcome =
    timed === null
      ? cannot("unsuitable", words.noQuestion)
      : (noAnswers(context, timed) ?? methods[analysis.kind](context, analysis, timed));
  return { title: words.titles[analysis.kind], method: words.methods[analysis.kind], outcome };
}

function noAnswers(context: AnalysisContext, { question, withheld }: TimedOutcome): ImpossibleAnalysis | null {
  const n = answeredIn(question.values);
  if (n === 0 && withheld.includes(true)) return cannot("suppressed", words.withheld(context.plan.minimumGroup));
  return tooSmallBase(context, n);
}
