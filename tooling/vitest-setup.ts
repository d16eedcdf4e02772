import fc from "fast-check";

/** Property tests take the number of cases and the seed of the whole run, so that a failure can be repeated. */
const seed = process.env.MANYI_SEED;
fc.configureGlobal({
  numRuns: Number(process.env.MANYI_RUNS ?? 1_000),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});
