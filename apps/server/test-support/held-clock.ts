import type { Clock } from "../src/clock/clock.ts";

export interface HeldClock extends Clock {
  advance(ms: number): void;
}

/** Stands still until it is moved. It begins at the real time, since sessions are also kept by the library's own clock. */
export function heldClock(): HeldClock {
  let now = Date.now();
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}
