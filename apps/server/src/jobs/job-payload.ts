/** The form of what each job carries, checked on its way into the queue and out of it: ids and codes, nothing else. */
import Type, { type TSchema } from "typebox";
import Value from "typebox/value";
import type { JobMap, JobName } from "./job-map.ts";

/** A payload of another form: written by another version of the program, or by hand. */
class PayloadRefusedError extends Error {
  constructor(job: JobName) {
    super(`the payload of ${job} has another form`);
    this.name = "PayloadRefusedError";
  }
}

/** @throws PayloadRefusedError */
export function checkedPayload<Name extends JobName>(name: Name, payload: unknown): JobMap[Name] {
  if (!Value.Check(payloads[name], payload)) throw new PayloadRefusedError(name);
  // Just checked.
  return payload as JobMap[Name];
}

const Id = Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" });
const closed = { additionalProperties: false };
const computed = {
  programmeId: Id,
  waveId: Type.Union([Id, Type.Null()]),
  weight: Type.String({ maxLength: 200 }),
};

const payloads: Readonly<Record<JobName, TSchema>> = {
  "send-mail": Type.Object({ mailId: Id }, closed),
  "run-import": Type.Object({ importId: Id }, closed),
  "compute-results": Type.Object(computed, closed),
  "render-report": Type.Object(
    {
      ...computed,
      language: Type.Union([Type.Literal("zh"), Type.Literal("en")]),
      kind: Type.Union([Type.Literal("page"), Type.Literal("pdf")]),
    },
    closed,
  ),
  "finish-closing": Type.Object({ waveId: Id }, closed),
  // The timetable says when it was due.
  sweep: Type.Object({
    _cron: Type.Optional(Type.Object({ ts: Type.String(), backfilled: Type.Optional(Type.Boolean()) })),
  }),
};
