import type { MalformedReason } from "@manyi/contract/problem/problem";

/** Looks for what PostgreSQL cannot keep: NUL and half characters in any text or name, numbers that are none.
 *  @param value a parsed request part, of bounded depth
 *  @returns the first fault found, or null */
export function firstFault(value: unknown): MalformedReason | null {
  if (typeof value === "string") return storable(value) ? null : "character";
  if (typeof value === "number") return Number.isFinite(value) ? null : "number";
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return firstOf(value);
  return firstOf(Object.keys(value)) ?? firstOf(Object.values(value));
}

function firstOf(values: readonly unknown[]): MalformedReason | null {
  for (const value of values) {
    const fault = firstFault(value);
    if (fault !== null) return fault;
  }
  return null;
}

function storable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
