/** What a job does, as the nouns write it. A job may run twice (its process died, its answer was lost) and must do no harm then. */
import type { Log } from "../log/log.ts";
import type { JobMap, JobName } from "./job-map.ts";
import { checkedPayload } from "./job-payload.ts";

export interface JobContext {
  readonly jobId: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Nobody tries again after this one: the handler leaves its noun in a state that says so. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process is to stop: long work ends early and is tried again later. */
  readonly signal: AbortSignal;
  /** Knows job and attempt already. */
  readonly log: Log;
}

/** Among others: its payload is checked by its name before it runs. */
export interface JobHandler {
  readonly name: JobName;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
}

/** Binds a job's name to what it does.
 *  @throws PayloadRefusedError when it is run with a payload of another form */
export function jobHandler<Name extends JobName>(
  name: Name,
  run: (payload: JobMap[Name], context: JobContext) => Promise<void>,
): JobHandler {
  return {
    name,
    run: async (payload, context) => {
      await run(checkedPayload(name, payload), context);
    },
  };
}
