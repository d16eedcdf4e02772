/**
 * A condition as people write it: one list of clauses of which all must hold, or any. What is nested deeper (it comes through the
 * programming interface) is shown as a sentence and can be replaced, not taken apart.
 */
import type { Condition } from "@manyi/questionnaire/definition/condition";
import type { Comparison } from "../edit/condition-map.ts";

export type Join = "all" | "any";

export interface Clause {
  readonly comparison: Comparison;
  /** `not`: the comparison must not hold. */
  readonly sense: "is" | "not";
}

export interface Clauses {
  readonly join: Join;
  readonly clauses: readonly Clause[];
}

/** @returns null where the condition is nested deeper than a list of clauses */
export function clausesOf(condition: Condition): Clauses | null {
  const single = clauseOf(condition);
  if (single !== null) return { join: "all", clauses: [single] };
  if ("all" in condition) return listOf("all", condition.all);
  return "any" in condition ? listOf("any", condition.any) : null;
}

function listOf(join: Join, parts: readonly Condition[]): Clauses | null {
  const clauses = parts.map(clauseOf);
  return clauses.every((clause) => clause !== null) ? { join, clauses } : null;
}

function clauseOf(condition: Condition): Clause | null {
  if ("all" in condition || "any" in condition) return null;
  if (!("not" in condition)) return { comparison: condition, sense: "is" };
  const { not } = condition;
  if ("all" in not || "any" in not || "not" in not) return null;
  if ("is" in not) {
    const opposite = not.is === "answered" ? "unanswered" : not.is === "unanswered" ? "answered" : null;
    return opposite === null ? null : { comparison: { item: not.item, is: opposite }, sense: "is" };
  }
  return { comparison: not, sense: "not" };
}

/** @returns undefined where there is no clause: it is always shown */
export function conditionOf({ join, clauses }: Clauses): Condition | undefined {
  const parts = clauses.map(({ comparison, sense }): Condition => (sense === "is" ? comparison : { not: comparison }));
  const [first] = parts;
  if (first === undefined) return undefined;
  if (parts.length === 1) return first;
  return join === "all" ? { all: parts } : { any: parts };
}
