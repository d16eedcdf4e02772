import { type Static, Type } from "typebox";
import { json, noContent, permitted, route } from "../route/route.ts";
import { Cursor, closed, Instant, LocalText, nullable, PageSize, page, Uuid } from "../route/shapes.ts";
import { programmeParams } from "./programmes.ts";

const tag = "responses";

export const ResponseSchema = Type.Object(
  {
    id: Uuid,
    waveId: Uuid,
    /** Line of the imported file; null for answers that came another way. */
    line: nullable(Type.Integer()),
    receivedAt: Instant,
    state: Type.Enum(["valid", "excluded"]),
    reason: nullable(Type.String()),
    /** Column → cell, as it was given. */
    answers: Type.Record(Type.String(), Type.String()),
  },
  closed,
);
export type Response = Static<typeof ResponseSchema>;

/** A column of the data: its name there, and what it asks in words where that is known. */
const ResponseColumnSchema = Type.Object({ code: Type.String(), label: nullable(LocalText) }, closed);
export type ResponseColumn = Static<typeof ResponseColumnSchema>;

export const listResponses = route("GET /api/programmes/:programmeId/responses", {
  name: "listResponses",
  summary: "The answers, response by response",
  tag,
  access: permitted("response:read"),
  params: programmeParams,
  query: Type.Object(
    {
      wave: Type.Optional(Uuid),
      state: Type.Optional(Type.Enum(["valid", "excluded"])),
      cursor: Type.Optional(Cursor),
      size: Type.Optional(PageSize),
    },
    closed,
  ),
  reply: json(
    Type.Object(
      { ...page(ResponseSchema).properties, columns: Type.Array(ResponseColumnSchema), total: Type.Integer() },
      closed,
    ),
  ),
});

const responseParams = Type.Object({ responseId: Uuid }, closed);

export const excludeResponse = route("POST /api/responses/:responseId/exclude", {
  name: "excludeResponse",
  summary: "Leave a response out of every number, for a stated reason; it stays",
  tag,
  access: permitted("response:edit"),
  params: responseParams,
  body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500, pattern: "\\S" }) }, closed),
  reply: noContent,
  audited: "response.excluded",
});

export const restoreResponse = route("POST /api/responses/:responseId/restore", {
  name: "restoreResponse",
  summary: "Count an excluded response again",
  tag,
  access: permitted("response:edit"),
  params: responseParams,
  reply: noContent,
  audited: "response.restored",
});

const HistoryEntry = Type.Object(
  {
    at: Instant,
    kind: Type.Enum(["submitted", "excluded", "restored", "erased"]),
    actor: nullable(Type.String()),
    reason: nullable(Type.String()),
  },
  closed,
);

export const readResponseHistory = route("GET /api/responses/:responseId/history", {
  name: "readResponseHistory",
  summary: "What happened to a response",
  tag,
  access: permitted("response:read"),
  params: responseParams,
  reply: json(Type.Object({ entries: Type.Array(HistoryEntry) }, closed)),
});
