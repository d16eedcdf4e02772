/** A wave in the field, as staff see it: its links, how many have answered, closing it. */
import { type Static, Type } from "typebox";
import { waveStates } from "../programme/programmes.ts";
import { json, noContent, permitted, route } from "../route/route.ts";
import { closed, Instant, nullable, Uuid } from "../route/shapes.ts";

const tag = "fieldwork";

const waveParams = Type.Object({ waveId: Uuid }, closed);

const FieldworkSchema = Type.Object(
  {
    waveId: Uuid,
    programmeId: Uuid,
    state: Type.Enum([...waveStates]),
    /** Number of the questionnaire's version that is asked now. */
    version: Type.Integer(),
    openedAt: nullable(Instant),
    closedAt: nullable(Instant),
    /** Until then those who began before the close may finish. */
    graceUntil: nullable(Instant),
    /** Complete answers, those excluded by hand included; how many of them came late. */
    responses: Type.Integer(),
    late: Type.Integer(),
    /** Begun, saved at least once, and not sent. */
    started: Type.Integer(),
    lastReceivedAt: nullable(Instant),
    /** Complete answers a day, the oldest first, in the organisation's time zone; at most the last 60 days with any. */
    days: Type.Array(Type.Object({ day: Type.String({ format: "date" }), responses: Type.Integer() }, closed)),
    links: Type.Array(
      Type.Object(
        {
          id: Uuid,
          kind: Type.Enum(["anonymous"]),
          /** The whole address, as it is sent and printed. */
          address: Type.String(),
          withdrawnAt: nullable(Instant),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Fieldwork = Static<typeof FieldworkSchema>;

export const readFieldwork = route("GET /api/waves/:waveId/fieldwork", {
  name: "readFieldwork",
  summary: "A wave in the field: links, counts, state",
  tag,
  access: permitted("programme:read"),
  params: waveParams,
  reply: json(FieldworkSchema),
});

export const closeWave = route("POST /api/waves/:waveId/close", {
  name: "closeWave",
  summary: "Close a wave; who has begun may finish within the grace time, and is marked late",
  tag,
  access: permitted("fieldwork:manage"),
  params: waveParams,
  body: Type.Object({ graceMinutes: Type.Integer({ minimum: 0, maximum: 10_080 }) }, closed),
  reply: noContent,
  audited: "wave.closed",
});

export const reopenWave = route("POST /api/waves/:waveId/reopen", {
  name: "reopenWave",
  summary: "Open a closed wave again",
  tag,
  access: permitted("fieldwork:manage"),
  params: waveParams,
  reply: noContent,
  audited: "wave.reopened",
});

export const replaceLink = route("POST /api/waves/:waveId/links/replace", {
  name: "replaceLink",
  summary: "Withdraw the wave's link, from which nobody can answer any more, and make a new one",
  tag,
  access: permitted("fieldwork:manage"),
  params: waveParams,
  reply: json(Type.Object({ id: Uuid, address: Type.String() }, closed)),
  audited: "link.replaced",
});
