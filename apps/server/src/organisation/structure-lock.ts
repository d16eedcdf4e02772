import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** One at a time changes an organisation's tree or who administers it: two changes that are right one by one could together
 *  make a circle, or leave nobody. Held to the end of the transaction. */
export async function lockStructure(tx: Kysely<Tables>, organisationId: string): Promise<void> {
  await tx.selectFrom("organisation").select("id").where("id", "=", organisationId).forUpdate().execute();
}
