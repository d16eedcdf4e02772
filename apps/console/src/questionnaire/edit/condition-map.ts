import type { Condition } from "@manyi/questionnaire/definition/condition";

/** A comparison: what a condition is made of. */
export type Comparison = Extract<Condition, { item: string }>;

/** The same condition with every comparison changed. */
export function mapComparisons(condition: Condition, change: (comparison: Comparison) => Comparison): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => mapComparisons(part, change)) };
  if ("any" in condition) return { any: condition.any.map((part) => mapComparisons(part, change)) };
  if ("not" in condition) return { not: mapComparisons(condition.not, change) };
  return change(condition);
}
