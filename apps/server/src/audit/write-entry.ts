import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface AuditEntryToWrite {
  /** Null only where nobody's organisation is known: a sign-in that failed. */
  readonly organisationId: string | null;
  readonly at: Date;
  readonly actor: { readonly kind: "staff" | "key" | "system"; readonly id: string | null };
  /** `member.disabled`: noun, dot, what happened to it. */
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string } | null;
  readonly unitId: string | null;
  readonly outcome: "done" | "refused";
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds an entry to the audit log, for ever. In the transaction of what it tells of. */
export async function writeAuditEntry(tx: Kysely<Tables>, entry: AuditEntryToWrite): Promise<void> {
  await tx
    .insertInto("audit_entry")
    .values({
      organisation_id: entry.organisationId,
      at: entry.at,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      action: entry.action,
      object_kind: entry.object?.kind ?? null,
      object_id: entry.object?.id ?? null,
      unit_id: entry.unitId,
      outcome: entry.outcome,
      request_id: entry.requestId,
      details: JSON.stringify(entry.details),
    })
    .execute();
}
