import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { AuditEntryToWrite } from "./write-entry.ts";

/** Whether the same person did the same to the same object within the last minutes before an entry's time. */
export async function hasRecentEntry(
  tx: Kysely<Tables>,
  { organisationId, object, action, actor, at }: AuditEntryToWrite,
  minutes: number,
): Promise<boolean> {
  const found = await tx
    .selectFrom("audit_entry")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("object_id", "=", object?.id ?? null)
    .where("actor_id", "=", actor.id)
    .where("action", "=", action)
    .where("outcome", "=", "done")
    .where("at", ">", new Date(at.getTime() - minutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
