import { type LogFunctionFactory, Logger } from "graphile-worker";
import type { Log } from "../log/log.ts";

/** The queue's own messages through our log. What they say beside the sentence holds whole jobs and is left out; that a job ran
 *  or failed is said by `startJobs` itself. */
export function jobLogger(log: Log): Logger {
  const factory: LogFunctionFactory = () => (level, message, meta) => {
    if (meta !== undefined && ("failure" in meta || "success" in meta)) return;
    const facts = { note: message, ...(meta?.error !== undefined && { error: meta.error }) };
    if (level === "error") log.error("job-queue-trouble", facts);
    else if (level === "warning") log.warn("job-queue-warning", facts);
    else log.debug("job-queue", facts);
  };
  return new Logger(factory);
}
