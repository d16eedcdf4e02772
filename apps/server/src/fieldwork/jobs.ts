import type { Ground } from "../ground.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { type JobHandler, jobHandler } from "../jobs/job-handler.ts";
import { finishClosing } from "../programme/collecting-waves.ts";
import { databaseTime } from "./queries.ts";

/** A wave that is closed anew, with another grace time, has one job. */
export function closingJobKey(waveId: string): string {
  return `finish-closing:${waveId}`;
}

/** Writes down that a grace time is over. Whether an answer comes in time never depends on when this runs: the moment that was
 *  set decides. Where the queue's clock is ahead of ours, it comes again later. */
export function fieldworkJobs({ database, clock }: Pick<Ground, "database" | "clock">): readonly JobHandler[] {
  const finish = jobHandler("finish-closing", async ({ waveId }) => {
    await database.transaction().execute(async (tx) => {
      const now = clock.now();
      const graceUntil = await finishClosing(tx, waveId, now);
      if (graceUntil === null) return;
      const left = graceUntil.getTime() - now.getTime();
      const runAt = new Date((await databaseTime(tx)).getTime() + left);
      await enqueue(tx, "finish-closing", { waveId }, { key: closingJobKey(waveId), runAt });
    });
  });
  return [finish];
}
