/** How sure importance is that was derived: intervals of correlations with the overall satisfaction. */
import { type PairResult, pairAt } from "@manyi/statistics/correlation/correlation-table";
import { partialCorrelations } from "@manyi/statistics/correlation/partial";
import { pearsonCorrelation } from "@manyi/statistics/correlation/pearson";
import { completeCases } from "../../explain/complete-cases.ts";
import { driverMoments, outcomeOf } from "../../index/item-weights.ts";
import type { Run } from "../../plan/run.ts";
import type { ImportancePerformance } from "../../results/explain.ts";

type Limits = { readonly lower: number; readonly upper: number };

/** By the item's column; none where the correlation has no interval. */
export function derivedIntervals(run: Run, kind: ImportancePerformance["importance"]): ReadonlyMap<string, Limits> {
  const outcome = outcomeOf(run);
  if (outcome === null || kind === "stated") return new Map();
  const { index } = run.plan;
  const correlations = kind === "derived-correlation" ? simple(run) : partial(run);
  return new Map(
    index.flatMap(({ item }, i) => {
      const found = correlations?.[i];
      return found?.kind === "estimated" ? [[item.column, found.interval] as const] : [];
    }),
  );
}

/** Respondents who answered every item and the outcome; 0 where nobody was asked for it. */
export function derivedBase(run: Run): number {
  const outcome = outcomeOf(run);
  return outcome === null ? 0 : driverMoments(run, outcome).n;
}

function simple(run: Run): readonly PairResult[] | null {
  const outcome = outcomeOf(run);
  if (outcome === null) return null;
  const { index, confidence } = run.plan;
  const cases = completeCases(run, [...index.map(({ item }) => item), outcome], run.weight);
  const overall = cases.columns[index.length];
  return index.map((_, i) => pearsonCorrelation(cases.columns[i], overall, cases.caseWeights, confidence));
}

function partial(run: Run): readonly PairResult[] | null {
  const outcome = outcomeOf(run);
  if (outcome === null) return null;
  const table = partialCorrelations(driverMoments(run, outcome), run.plan.confidence);
  const target = run.plan.index.length;
  return table.kind === "table" ? run.plan.index.map((_, i) => pairAt(table, i, target)) : null;
}
