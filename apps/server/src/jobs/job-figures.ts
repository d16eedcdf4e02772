import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Database } from "../database/connect.ts";
import type { JobName } from "./job-map.ts";
import { queueState } from "./queue-state.ts";

export type JobOutcome = "done" | "failed" | "dead";

/** Counts what this process ran. */
export interface JobFigures {
  ran(job: JobName, outcome: JobOutcome, durationMs: number): void;
}

export const uncounted: JobFigures = { ran() {} };

/** Figures of the jobs in a registry: what this process ran, and how the queue of the whole installation stands when asked. */
export function jobFigures(registry: Registry, database: Database): JobFigures {
  const registers = [registry];
  const runs = new Counter({
    name: "manyi_job_runs_total",
    help: "Runs of jobs by outcome; failed ones are tried again, dead ones are not",
    labelNames: ["job", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "manyi_job_seconds",
    help: "How long runs of jobs took",
    labelNames: ["job"],
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
    registers,
  });
  const waiting = new Gauge({
    name: "manyi_jobs_waiting",
    help: "Jobs that are due and have not begun",
    registers,
    collect: async () => {
      const state = await queueState(database);
      waiting.set(state.waiting);
      oldest.set(state.oldestWaitingSeconds);
      dead.set(state.dead);
    },
  });
  const oldest = new Gauge({
    name: "manyi_jobs_oldest_waiting_seconds",
    help: "For how long the oldest of them has been due",
    registers,
  });
  const dead = new Gauge({ name: "manyi_jobs_dead", help: "Jobs that nobody tries again", registers });
  return {
    ran: (job, outcome, durationMs) => {
      runs.inc({ job, outcome });
      seconds.observe({ job }, durationMs / 1_000);
    },
  };
}
