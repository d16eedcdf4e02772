import type { Ground, RunningPart } from "../ground.ts";
import { type HeavyWork, heavyWork } from "../heavy/heavy-work.ts";
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

/** Imports, in a child process of their own: a large one must not hold up the reports. */
export function studyJobs(ground: Ground): { readonly handlers: readonly JobHandler[]; readonly work: RunningPart } {
  const work: HeavyWork = heavyWork(ground);
  return {
    handlers: [
      jobHandler("run-import", (payload, { signal }) => stoppable(work, signal, () => work.run("run-import", payload))),
    ],
    work,
  };
}

/** When the process is to stop, the child is ended: its work is not done, leaves nothing, and is tried again later. */
async function stoppable(work: HeavyWork, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const stop = () => void work.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await run();
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
