import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** What the clock says by which the queue goes. */
export async function databaseTime(db: Kysely<Tables>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
  return rows[0].now;
}
