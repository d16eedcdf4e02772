import { normalQuantile } from "../src/distribution/normal.ts";
import type { Random } from "../src/random/xoshiro.ts";

export function normalFrom(random: Random): number {
  return normalQuantile(random.nextUnit() || 0.5);
}

/** Lognormal case weights: with a spread of 0.8 Kish's effective n is half of n. */
export function lognormalWeights(random: Random, n: number, spread: number): Float64Array {
  return Float64Array.from({ length: n }, () => Math.exp(spread * normalFrom(random)));
}

/** Share of `runs` in which `holds`. */
export function shareOfRuns(runs: number, holds: () => boolean): number {
  let held = 0;
  for (let run = 0; run < runs; run++) if (holds()) held += 1;
  return held / runs;
}

/** Four binomial standard errors of a share of runs. */
export function fourErrors(share: number, runs: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / runs);
}
