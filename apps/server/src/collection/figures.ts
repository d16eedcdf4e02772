import { Counter, Histogram, type Registry } from "prom-client";

export type Batched = "responses" | "partials";

/** Counts what respondents send. Nothing of what they say, and not who or about what. */
export interface CollectionFigures {
  /** @param outcome accepted, repeated, saved; or the code of the problem it was refused with */
  received(what: Batched, outcome: string): void;
  committed(what: Batched, rows: number, durationMs: number): void;
}

export const uncountedCollection: CollectionFigures = { received() {}, committed() {} };

export function collectionFigures(registry: Registry): CollectionFigures {
  const registers = [registry];
  const received = new Counter({
    name: "manyi_collected_total",
    help: "What respondents sent, by what became of it: accepted, repeated, saved, or the code of the refusal",
    labelNames: ["what", "outcome"],
    registers,
  });
  const sizes = new Histogram({
    name: "manyi_collect_batch_rows",
    help: "How many were committed together",
    labelNames: ["what"],
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500],
    registers,
  });
  const seconds = new Histogram({
    name: "manyi_collect_commit_seconds",
    help: "How long commits took",
    labelNames: ["what"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  return {
    received: (what, outcome) => received.inc({ what, outcome }),
    committed: (what, rows, durationMs) => {
      sizes.observe({ what }, rows);
      seconds.observe({ what }, durationMs / 1_000);
    },
  };
}
