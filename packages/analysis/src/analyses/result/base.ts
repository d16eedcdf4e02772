import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { tooFewAnswers, tooFewToShow } from "./outcomes.ts";

/** Why nothing can be shown of so many answers; null where enough gave them.
 *  @param n respondents behind the numbers, unweighted
 *  @param required by the method */
export function tooSmallBase({ plan }: AnalysisContext, n: number, required = 2): ImpossibleAnalysis | null {
  // Nobody at all is nobody's secret.
  if (n > 0 && n < plan.minimumGroup) return tooFewToShow(plan.minimumGroup);
  return n < required ? tooFewAnswers(n, required) : null;
}
