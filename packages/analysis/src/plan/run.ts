import type { AnalysisPlan } from "./analysis-plan.ts";

/** One pass over the plan with one weighting. */
export interface Run {
  readonly plan: AnalysisPlan;
  /** Weight column, null: every respondent counts once. */
  readonly weight: string | null;
  /** Respondents of the whole sample. */
  readonly designN: number;
}
