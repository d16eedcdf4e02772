/** Intervals that allow for how respondents were drawn. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { AnalysisOutcome } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { type DesignedQuestion, designedScore, designedShare, designTable } from "./design-table.ts";
import { readDesign } from "./read-design.ts";
import { designWords as words } from "./words.ts";

/** Above it intervals that ignore the design are a fifth too narrow and more. */
const notableDesignEffect = 1.5;

/** Below so many degrees of freedom the error is uncertain itself (Korn & Graubard 1999). */
const fewDegrees = 10;

export function designVarianceAnalysis(
  context: AnalysisContext,
  analysis: AnalysisOf<"design-variance">,
): FamilyAnswer {
  const { title, method } = words;
  return { title, method, outcome: outcomeOf(context, analysis) };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"design-variance">): AnalysisOutcome {
  const read = readDesign(context, analysis);
  if (read.kind !== "read") return read;
  const small = tooSmallBase(context, read.design.rows, 1);
  if (small !== null) return small;
  const { measures, indicators = [] } = context.plan.definition;
  const overall = measures?.overall === undefined ? [] : [measures.overall];
  const questions = analysis.questions ?? [
    ...new Set([...overall, ...leavesOf(indicators).map(({ question }) => question)]),
  ];
  const scores = questions.map((column) => designedScore(context, read, column)).filter((each) => each !== null);
  const shares = questions.map((column) => designedShare(context, read, column)).filter((each) => each !== null);
  const costly = scores.filter((each) => (estimatedOf(each)?.designEffect ?? 0) > notableDesignEffect);
  const isFew = scores.some((each) => (estimatedOf(each)?.degreesOfFreedom ?? fewDegrees) < fewDegrees);
  const by = read.clusters === null ? null : labelOf(context, read.clusters);
  return computed(
    reading(words.units(read.strata, read.units, by)),
    scores.length > 0 ? tablePart(designTable(words.scores, scores)) : null,
    shares.length > 0 ? tablePart(designTable(words.shares, shares)) : null,
    read.hasLonely ? caution(words.lonely(analysis.lonelyPsu ?? "adjust")) : null,
    read.isCut ? caution(words.cut) : null,
    read.withoutSize.length > 0 ? caution(words.noStratumSize(listed(read.withoutSize))) : null,
    costly.length > 0 ? caution(words.wider(listed(costly.map(({ label }) => label)))) : null,
    isFew ? caution(words.few) : null,
  );
}

function estimatedOf({ design }: DesignedQuestion) {
  return design?.kind === "estimated" ? design : null;
}
