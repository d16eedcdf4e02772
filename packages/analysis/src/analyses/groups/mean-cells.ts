import { meanEstimate } from "@manyi/statistics/scores/mean";
import { standardDeviation } from "@manyi/statistics/scores/standard-deviation";
import type { AnalysisCell } from "../../results/analyses.ts";
import { estimate, none, number, type Term } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";

export const meanColumns: readonly Term[] = [terms.mean, terms.standardDeviation];

/** Mean with its interval and spread, one list a group. */
export function meanCells({ groups }: ComparedOutcome, confidence: number): readonly (readonly AnalysisCell[])[] {
  return groups.map(({ sums }) => {
    const mean = meanEstimate(sums, confidence);
    return [
      mean.kind === "estimated" ? estimate(mean.value, mean.interval, "points") : none("too-few-answers"),
      spreadCell(sums),
    ];
  });
}

export function spreadCell(sums: ComparedOutcome["sums"]): AnalysisCell {
  const spread = standardDeviation(sums);
  return spread.kind === "estimated" ? number(spread.value, "points") : none("too-few-answers");
}
