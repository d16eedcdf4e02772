import type { Ground, RunningPart } from "../ground.ts";
import { type HeavyWork, heavyWork } from "../heavy/heavy-work.ts";
import { stoppable } from "../heavy/stoppable.ts";
import { type JobHandler, jobHandler } from "../jobs/job-handler.ts";

/** Results and reports, computed in a child process. The process is stopped with the part that runs the jobs. */
export function analysisJobs(ground: Ground): { readonly handlers: readonly JobHandler[]; readonly work: RunningPart } {
  const work: HeavyWork = heavyWork(ground);
  return {
    handlers: [
      jobHandler("compute-results", (payload, { signal }) =>
        stoppable(work, signal, () => work.run("compute-results", payload)),
      ),
      jobHandler("render-report", (payload, { signal }) =>
        stoppable(work, signal, () => work.run("render-report", payload)),
      ),
    ],
    work,
  };
}
