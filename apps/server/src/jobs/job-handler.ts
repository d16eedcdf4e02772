/** What a job does, as the nouns write it. A job may run twice (its process died, its answer was lost) and must do no harm then. */
import Type, { type TSchema } from "typebox";
import Value from "typebox/value";
import type { Log } from "../log/log.ts";
import type { JobMap, JobName } from "./job-map.ts";

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

/** A payload of another form: written by another version of the program, or by hand. */
export class PayloadRefusedError extends Error {
  constructor(job: JobName) {
    super(`the payload of ${job} has another form`);
    this.name = "PayloadRefusedError";
  }
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
      if (!Value.Check(payloads[name], payload)) throw new PayloadRefusedError(name);
      // Just checked.
      await run(payload as JobMap[Name], context);
    },
  };
}

const Id = Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" });
const computed = {
  programmeId: Id,
  waveId: Type.Union([Id, Type.Null()]),
  weight: Type.String({ maxLength: 200 }),
};

const payloads: Readonly<Record<JobName, TSchema>> = {
  "send-mail": Type.Object({ mailId: Id }),
  "run-import": Type.Object({ importId: Id }),
  "compute-results": Type.Object(computed),
  "render-report": Type.Object({
    ...computed,
    language: Type.Union([Type.Literal("zh"), Type.Literal("en")]),
    kind: Type.Union([Type.Literal("page"), Type.Literal("pdf")]),
  }),
  sweep: Type.Object({}),
};
