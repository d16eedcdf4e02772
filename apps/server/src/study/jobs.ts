import type { Ground, RunningPart } from "../ground.ts";
import { type HeavyWork, heavyWork } from "../heavy/heavy-work.ts";
import { stoppable } from "../heavy/stoppable.ts";
import { type JobHandler, jobHandler } from "../jobs/job-handler.ts";
import { changeWaitingImport } from "./queries.ts";

/** Imports, in a child process of their own: a large one must not hold up the reports. It is stopped with the part that runs
 *  the jobs. */
export function studyJobs(ground: Ground): { readonly handlers: readonly JobHandler[]; readonly work: RunningPart } {
  const work: HeavyWork = heavyWork(ground);
  const handler = jobHandler("run-import", async ({ importId }, { signal, isLastAttempt }) => {
    try {
      await stoppable(work, signal, () => work.run("run-import", { importId }));
    } catch (cause) {
      // Nobody tries again: whoever waits for it is told. Its files stay until it is dropped.
      if (isLastAttempt) {
        const settledAt = ground.clock.now();
        await changeWaitingImport(ground.database, importId, { state: "failed", progress: null, settledAt });
      }
      throw cause;
    }
  });
  return { handlers: [handler], work };
}
