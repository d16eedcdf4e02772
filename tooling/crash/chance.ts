/** Chance that can be repeated: a run names its seed. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<Entry>(entries: readonly [Entry, ...Entry[]]): Entry;
}

/** Mulberry32: enough to vary a schedule, not for statistics. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return { below, pick: (entries) => entries[below(entries.length)] ?? entries[0] };
}
