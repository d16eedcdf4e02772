import type { Draft } from "../src/runtime/draft.ts";
import type { KeyValues } from "../src/runtime/draft-store.ts";

/** What `localStorage` does, for one test. */
export function memoryStorage(): KeyValues {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => Array.from(kept.keys())[index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
}

export function sampleDraft(overrides: Partial<Draft>): Draft {
  return {
    id: "i",
    version: 1,
    stamp: "s",
    startedAt: "2026-11-22T10:00:00.000Z",
    page: "start",
    answers: { overall: 4 },
    sequence: 0,
    revision: 1,
    writer: "w",
    savedAt: Date.UTC(2026, 10, 22),
    pending: null,
    ...overrides,
  };
}
