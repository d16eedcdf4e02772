import type { Estimated } from "@manyi/statistics/estimate/estimate";
import type { AnalysisCell, NumberFormat } from "../../results/analyses.ts";
import { estimate, none, number } from "./cells.ts";

/** What cells take of an estimate; the other kinds say why there is none. */
type Shown =
  | ({ readonly kind: "estimated" } & Pick<Estimated, "value" | "n" | "interval">)
  | { readonly kind: "too-few-answers"; readonly n: number };

/** An estimate with its interval, or why there is none. What rests on fewer people than may be shown is not shown.
 *  @param minimum people that anything is shown of */
export function estimateCell(result: Shown, format: NumberFormat, minimum: number): AnalysisCell {
  if (isHidden(result.n, minimum)) return none("too-few");
  return result.kind === "estimated" ? estimate(result.value, result.interval, format) : none("too-few-answers");
}

/** Respondents behind a row. */
export function baseCell(n: number, minimum: number): AnalysisCell {
  return isHidden(n, minimum) ? none("too-few") : number(n, "count");
}

/** Nobody at all is nobody's secret. */
export function isHidden(n: number, minimum: number): boolean {
  return n > 0 && n < minimum;
}
