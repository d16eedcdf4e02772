import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "./random.ts";
import type { Place, Workload } from "./workload.ts";

const CLIENTS = 4;
const PAUSE_AFTER_REFUSAL_MS = 20;

/** Clients that write without a pause. Call the result to end them: it returns when the last answer is in. */
export function startClients(workload: Workload, place: Place, seed: number): () => Promise<void> {
  const ending = new AbortController();
  const client = async (number: number) => {
    const random = seededRandom(seed + number);
    while (!ending.signal.aborted) {
      await workload.write(place, random).catch(() => sleep(PAUSE_AFTER_REFUSAL_MS));
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  return async () => {
    ending.abort();
    await Promise.all(clients);
  };
}
