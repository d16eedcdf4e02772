import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Database } from "../database/connect.ts";
import type { JobName } from "./job-map.ts";
import { type QueueState, queueState } from "./queue-state.ts";

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
  queueGauges(registers, database);
  return {
    ran: (job, outcome, durationMs) => {
      runs.inc({ job, outcome });
      seconds.observe({ job }, durationMs / 1_000);
    },
  };
}

/** All gauges of one answer are asked at once and read from one look at the queue. */
function queueGauges(registers: Registry[], database: Database): void {
  let look: Promise<QueueState> | undefined;
  const looked = () => {
    look ??= queueState(database).finally(() => {
      look = undefined;
    });
    return look;
  };
  const gauge = (name: string, help: string, value: keyof QueueState) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set((await looked())[value]);
      },
    });
  gauge("manyi_jobs_waiting", "Jobs that are due and have not begun", "waiting");
  gauge("manyi_jobs_oldest_waiting_seconds", "For how long the oldest of them has been due", "oldestWaitingSeconds");
  gauge("manyi_jobs_dead", "Jobs that nobody tries again", "dead");
}
