import { type Static, Type } from "typebox";
import { file, json, permitted, route } from "../route/route.ts";
import { Cursor, closed, Instant, nullable, PageSize, page } from "../route/shapes.ts";

const tag = "audit";

export const AuditEntrySchema = Type.Object(
  {
    id: Type.Integer(),
    at: Instant,
    /** `staff`, `key` or `system`; the name as it is today. */
    actor: Type.Object(
      { kind: Type.Enum(["staff", "key", "system"]), id: nullable(Type.String()), name: nullable(Type.String()) },
      closed,
    ),
    action: Type.String(),
    object: nullable(Type.Object({ kind: Type.String(), id: Type.String(), name: nullable(Type.String()) }, closed)),
    outcome: Type.Enum(["done", "refused"]),
    /** What was changed, from and to; no passwords, no tokens. */
    details: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type AuditEntry = Static<typeof AuditEntrySchema>;

const filter = {
  from: Type.Optional(Instant),
  until: Type.Optional(Instant),
  actor: Type.Optional(Type.String({ maxLength: 100 })),
  action: Type.Optional(Type.String({ maxLength: 100, description: "Whole, or its beginning up to a dot: `member.`" })),
  object: Type.Optional(Type.String({ maxLength: 100 })),
};

export const listAudit = route("GET /api/audit", {
  name: "listAudit",
  summary: "Who did what when, newest first",
  tag,
  access: permitted("audit:read"),
  query: Type.Object({ ...filter, cursor: Type.Optional(Cursor), size: Type.Optional(PageSize) }, closed),
  reply: json(page(AuditEntrySchema)),
});

export const exportAudit = route("GET /api/audit.csv", {
  name: "exportAudit",
  summary: "The audit log as CSV",
  tag,
  access: permitted("audit:read"),
  query: Type.Object(filter, closed),
  reply: file("text/csv"),
  audited: "audit.exported",
});
