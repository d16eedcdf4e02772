import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "./random.ts";
import type { Place, Workload } from "./workload.ts";

/** As many as there are people in the workload at most. */
const CLIENTS = 7;
const PAUSE_AFTER_REFUSAL_MS = 20;

export interface Clients {
  /** Writes that were refused or got no answer. */
  refused(): number;
  /** Returns when the last answer is in. */
  end(): Promise<void>;
}

/** Clients that write without a pause until they are ended. */
export function startClients(workload: Workload, place: Place, seed: number): Clients {
  const ending = new AbortController();
  let refused = 0;
  const client = async (number: number) => {
    const random = seededRandom(seed + number);
    while (!ending.signal.aborted) {
      await workload.write(place, random).catch(() => {
        refused += 1;
        return sleep(PAUSE_AFTER_REFUSAL_MS);
      });
    }
  };
  const running = Array.from({ length: CLIENTS }, (_, number) => client(number));
  return {
    refused: () => refused,
    end: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
}
