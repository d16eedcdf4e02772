import { momentsOf } from "@manyi/statistics/moments/moments";
import { cronbachAlpha } from "@manyi/statistics/reliability/cronbach-alpha";
import type { Run } from "../plan/run.ts";
import type { Reliability } from "../results/items.ts";
import type { IndexColumns } from "./index-columns.ts";

/** Whether items may be read as one figure: Cronbach's α of their 0–100 values among those who rated all of them. */
export function itemReliability(run: Run, { items, weights }: IndexColumns): Reliability {
  if (items.length < 2) return { kind: "none", reason: "one-item" };
  const variables = items.map((_, i) => String(i));
  const moments = momentsOf({ variables, columns: items }, weights);
  if (moments.n < run.plan.minimumGroup) return { kind: "none", reason: "too-few-answers" };
  const alpha = cronbachAlpha(moments, run.plan.confidence);
  if (alpha.kind === "too-few-answers") return { kind: "none", reason: "too-few-answers" };
  if (alpha.kind !== "estimated") return { kind: "none", reason: "no-variation" };
  const { value, interval, n } = alpha;
  return { kind: "estimated", alpha: value, lower: interval.lower, upper: interval.upper, n, items: items.length };
}
