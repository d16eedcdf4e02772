import type { Timers } from "../src/runtime/surroundings.ts";

export interface ManualTimers extends Timers {
  /** Lets time go by, with everything that comes of it. */
  pass(ms: number): Promise<void>;
}

/** A clock that goes when it is told to; chance is always a half. */
export function manualTimers(): ManualTimers {
  let now = Date.UTC(2026, 10, 22, 10);
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    random: () => 0.5,
    later: (ms, run) => {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    pass: async (ms) => {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.run();
        await settled();
      }
      now = end;
    },
  };
}

/** When everything that was only promised has come. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
