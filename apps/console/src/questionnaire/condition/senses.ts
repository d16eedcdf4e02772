import { type ItemState, itemStates } from "@manyi/questionnaire/definition/condition";
import type { Item } from "@manyi/questionnaire/item/item";
import type { Clause } from "./clauses.ts";
import { newComparison } from "./new-comparison.ts";

/** How an item is compared, as one choice. */
export type Sense = "range" | "outside" | "oneOf" | "noneOf" | ItemState;

export function senseOf({ comparison, sense }: Clause): Sense {
  if ("is" in comparison) return comparison.is;
  if ("oneOf" in comparison) return sense === "is" ? "oneOf" : "noneOf";
  return sense === "is" ? "range" : "outside";
}

/** What can be asked of an item: states only where they are offered. */
export function sensesOf(item: Item): readonly Sense[] {
  if (item.kind === "text") return ["answered", "unanswered"];
  const states = itemStates.filter(
    (state) => state === "answered" || state === "unanswered" || item.states.includes(state),
  );
  switch (item.kind) {
    case "rating":
    case "number":
      return ["range", "outside", ...states];
    case "choice":
      return ["oneOf", "noneOf", ...states];
    case "date":
      return states;
  }
}

/** The same clause compared in another way; what can be kept of its values is kept. */
export function withSense(clause: Clause, wanted: Sense, item: Item): Clause {
  const { comparison } = clause;
  switch (wanted) {
    case "range":
    case "outside":
    case "oneOf":
    case "noneOf": {
      const kept = "is" in comparison ? newComparison(item) : comparison;
      return { comparison: kept, sense: wanted === "range" || wanted === "oneOf" ? "is" : "not" };
    }
    default:
      return { comparison: { item: item.name, is: wanted }, sense: "is" };
  }
}
