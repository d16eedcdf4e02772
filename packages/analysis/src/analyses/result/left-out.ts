import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { tooFewToShow } from "./outcomes.ts";

/** Whether figures of some, held against the report's figures of all, would tell of the few who are left out.
 *  @param all who answered, @param taken of them by the analysis */
export function tooFewLeftOut({ plan }: AnalysisContext, all: number, taken: number): ImpossibleAnalysis | null {
  const others = all - taken;
  return others > 0 && others < plan.minimumGroup ? tooFewToShow(plan.minimumGroup) : null;
}
