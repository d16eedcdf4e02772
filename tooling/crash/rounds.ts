/** Kills at random while clients write; after each kill everything acknowledged must be there and nothing half. */
import { setTimeout as sleep } from "node:timers/promises";
import { startClients } from "./clients.ts";
import type { Installation, Target } from "./installation.ts";
import type { Random } from "./random.ts";
import type { Workload } from "./workload.ts";

const TARGETS: readonly [Target, ...Target[]] = ["server", "web", "worker", "database", "connection", "everything"];
const LONGEST_LIFE_MS = 1_200;

export interface RoundResult {
  readonly target: Target;
  readonly recoveryMs: number;
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

export async function killRound(installation: Installation, workload: Workload, random: Random): Promise<RoundResult> {
  const target = random.pick(TARGETS);
  const clients = startClients(workload, installation, random.between(0, 1e9));
  await sleep(random.between(0, LONGEST_LIFE_MS));
  await installation.kill(target);
  const killedAt = performance.now();
  if (target === "database" || target === "connection") await installation.recovered();
  // The next start comes while clients still knock, as it would.
  await installation.start();
  const recoveryMs = performance.now() - killedAt;
  await sleep(random.between(0, 300));
  await clients.end();
  const faults = await answered(() => workload.faults(installation));
  return { target, recoveryMs, acknowledged: workload.acknowledged(), faults };
}

const MOST_QUESTIONS = 100;
const PAUSE_MS = 200;

/** A killed connection makes PostgreSQL throw out all others a moment later; whoever asks just then asks again. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (let question = 1; ; question += 1) {
    try {
      return await ask();
    } catch (error) {
      if (question === MOST_QUESTIONS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
