import type { ReferenceTree, ReferenceValue } from "./reference-value.ts";

/** What a key has in place of its values where they cannot be computed; the values of the other keys are none the worse for it. */
export const stopped = "stopped: ";

/** The keys with their values; one that stops says why. */
export function keyByKey(keys: readonly string[], compute: (key: string) => ReferenceValue): ReferenceTree {
  return Object.fromEntries(keys.map((key) => [key, valueOrReason(() => compute(key))]));
}

function valueOrReason(compute: () => ReferenceValue): ReferenceValue {
  try {
    return compute();
  } catch (error) {
    return `${stopped}${error instanceof Error ? error.message : String(error)}`;
  }
}
