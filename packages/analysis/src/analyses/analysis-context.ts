import type { Filter } from "@manyi/dataset/query/filter";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisPlan } from "../plan/analysis-plan.ts";
import type { AnalysisOutcome } from "../results/analyses.ts";

/** Of whom, with which weight and how sure: what an analysis of the list is computed under. */
export interface AnalysisContext {
  readonly plan: AnalysisPlan;
  /** Weight column, null: every respondent counts once. */
  readonly weight: string | null;
  readonly filter: Filter;
}

/** What a family answers; the frame adds who asked and under what. */
export interface FamilyAnswer {
  /** Used where the study gave none. */
  readonly title: LocalText;
  readonly method: LocalText;
  readonly outcome: AnalysisOutcome;
}
