import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** How many have begun in a wave, were saved at least once, and have not sent their answers. */
export async function countStarted(db: Kysely<Tables>, waveId: string): Promise<number> {
  const { rows } = await sql<{ started: number }>`
    select count(*) as started from partial_response partial
    where wave_id = ${waveId}::uuid and not exists (select from response where response.id = partial.id)`.execute(db);
  return rows[0].started;
}
