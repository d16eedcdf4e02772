import type { Task } from "graphile-worker";
import { describedError } from "../log/described-error.ts";
import type { Log } from "../log/log.ts";
import type { JobFigures } from "./job-figures.ts";
import type { JobHandler } from "./job-handler.ts";

/** What the queue keeps of a failure: no message and no stack, for both may hold what a person wrote. */
class JobFailedError extends Error {
  constructor(cause: unknown) {
    const { name, code } = describedError(cause);
    super(code === undefined ? name : `${name} ${code}`);
    this.name = "JobFailedError";
    this.stack = "";
  }
}

/** A handler as the queue calls it: told in the log, counted, its failure emptied. */
export function queueTask(handler: JobHandler, ground: { readonly log: Log; readonly figures: JobFigures }): Task {
  return async (payload, { job, abortSignal }) => {
    const facts = { job: handler.name, jobId: job.id, attempt: job.attempts, mostAttempts: job.max_attempts };
    const log = ground.log.child(facts);
    const isLastAttempt = job.attempts >= job.max_attempts;
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    try {
      const signal = abortSignal ?? new AbortController().signal;
      await handler.run(payload, { jobId: job.id, attempt: job.attempts, isLastAttempt, signal, log });
      log.info("job-done", { durationMs: durationMs() });
      ground.figures.ran(handler.name, "done", durationMs());
    } catch (error) {
      const outcome = isLastAttempt ? "dead" : "failed";
      log[isLastAttempt ? "error" : "warn"](`job-${outcome}`, { durationMs: durationMs(), error });
      ground.figures.ran(handler.name, outcome, durationMs());
      throw new JobFailedError(error);
    }
  };
}
