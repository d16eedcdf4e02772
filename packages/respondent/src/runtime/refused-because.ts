import type { RefusedBecause } from "./state.ts";

const reasons: ReadonlyMap<string, RefusedBecause> = new Map([
  ["wave-closed", "closed"],
  ["submission-differs", "differs"],
  ["not-found", "gone"],
]);

/** By the code of the problem; anything else the server could not read. */
export function refusedBecause(code: string): RefusedBecause {
  return reasons.get(code) ?? "unreadable";
}
