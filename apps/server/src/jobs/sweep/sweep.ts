import type { Ground } from "../../ground.ts";
import { type JobContext, type JobHandler, jobHandler } from "../job-handler.ts";
import { sweepUnknownFiles } from "./sweep-files.ts";
import { rowSweeps, sweepRows, takeAbandonedImports } from "./sweep-rows.ts";

type SweepGround = Pick<Ground, "database" | "files" | "clock">;

const ABANDONED_AFTER_DAYS = 7;
const UNKNOWN_AFTER_DAYS = 1;
const AREAS = ["imports", "derived"];

/** Every night: what has had its time goes. Whatever of it was not reached is reached the next night. */
export function sweepJob(ground: SweepGround): JobHandler {
  return jobHandler("sweep", async (_payload, context) => {
    const now = ground.clock.now();
    const told = (kind: string, count: number) => {
      if (count > 0) context.log.info("swept", { kind, count });
    };
    for (const sweep of rowSweeps) told(sweep.kind, await sweepRows(ground.database, sweep, now, context.signal));
    told("imports", await sweepImports(ground, daysBefore(now, ABANDONED_AFTER_DAYS), context));
    const storedBefore = daysBefore(now, UNKNOWN_AFTER_DAYS);
    for (const area of AREAS) {
      told(
        "unknown-files",
        await sweepUnknownFiles({ ...ground, log: context.log }, area, storedBefore, context.signal),
      );
    }
    told("leftovers", await ground.files.removeLeftovers(storedBefore));
  });
}

async function sweepImports({ database, files }: SweepGround, before: Date, context: JobContext): Promise<number> {
  let removed = 0;
  for (;;) {
    context.signal.throwIfAborted();
    const keys = await takeAbandonedImports(database, before);
    if (keys === null) return removed;
    // The rows are gone for good; should this be cut off, the files are nobody's and go another night.
    for (const key of keys) await files.remove(key);
    removed += keys.length;
  }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
