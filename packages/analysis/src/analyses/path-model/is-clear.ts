import type { FoundStatistic } from "./fitted-model.ts";

/** Whether an interval leaves out 0; null where there is none. */
export function isClear(statistic: FoundStatistic | null): boolean | null {
  if (statistic === null || statistic.interval === null) return null;
  const { lower, upper } = statistic.interval;
  return lower > 0 || upper < 0;
}
