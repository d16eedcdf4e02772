import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { totalOfResponses } from "../response/queries.ts";

/** Whether there is anything to analyse.
 *  @param waveId null: in any wave */
export async function hasAnswers(db: Kysely<Tables>, programmeId: string, waveId: string | null): Promise<boolean> {
  return (await totalOfResponses(db, programmeId, { waveId, state: "valid" })) > 0;
}
