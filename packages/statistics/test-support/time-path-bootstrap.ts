/**
 * How long the bootstrap of the European satisfaction model takes: 7 constructs, 24 items on 1–10, every statistic with every interval.
 * `node packages/statistics/test-support/time-path-bootstrap.ts` prints the two cases that are published.
 */
import { bootstrapPathModel } from "../src/path-model/bootstrap/bootstrap-path-model.ts";
import { randomFromSeed } from "../src/random/xoshiro.ts";
import { bootstrapWorkers } from "./bootstrap-workers.ts";
import { europeanSatisfaction, pathModelOf, simulatedRatings } from "./simulated-path-data.ts";

export interface BootstrapTiming {
  /** Of all threads, leaving each row out once (for BCa) included. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Statistics of each resample. */
  readonly statistics: number;
  /** Products of two answers that enter a sum, in all resamples: rows × items × (items + 1)/2. */
  readonly products: number;
}

/** @param threads 1: no worker is started */
export async function timePathBootstrap(rows: number, resamples: number, threads: number): Promise<BootstrapTiming> {
  const model = pathModelOf(europeanSatisfaction);
  const sample = simulatedRatings(europeanSatisfaction, rows, randomFromSeed(20240601));
  const items = sample.variables.length;
  const workers = threads === 1 ? null : bootstrapWorkers(threads);
  try {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    const found = await bootstrapPathModel(sample, model, "path", {
      resamples,
      draws: { kind: "seeded", seed: 1 },
      confidence: 0.95,
      scales: sample.variables.map(() => ({ minimum: 1, maximum: 10 })),
      differences: model.constructs
        .slice(1)
        .map(({ name }) => ({ kind: "index-difference", construct: name, minus: model.constructs[0].name })),
      ...(workers === null ? {} : { pool: workers.pool }),
    });
    const wallSeconds = (performance.now() - wall) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    if (found.kind !== "estimated" || found.failed.total > 0) throw new Error(`the bootstrap failed: ${found.kind}`);
    const products = rows * resamples * ((items * (items + 1)) / 2);
    return { cpuSeconds: (user + system) / 1e6, wallSeconds, statistics: found.estimates.length, products };
  } finally {
    await workers?.close();
  }
}

if (import.meta.main) {
  for (const [rows, resamples] of [
    [250, 5000],
    [10_000, 1000],
  ]) {
    for (const threads of [1, 2]) {
      const { cpuSeconds, wallSeconds, statistics, products } = await timePathBootstrap(rows, resamples, threads);
      console.log(
        `${rows} rows, ${resamples} resamples, ${statistics} statistics, ${threads} threads: ${cpuSeconds.toFixed(2)} s CPU, ` +
          `${wallSeconds.toFixed(2)} s elapsed, ${(products / cpuSeconds / 1e9).toFixed(2)} billion products a CPU second`,
      );
    }
  }
}
