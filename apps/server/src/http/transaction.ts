import type { Transaction } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Tables } from "../database/tables.ts";

const MOST_TRIES = 3;
/** SQLSTATE: two transactions could not both go on; the one told so has left nothing behind and may begin again. */
const TRY_AGAIN = new Set(["40001", "40P01"]);

/** Does the work in one transaction, again where PostgreSQL says that another one stood in the way.
 *  @param work may run more than once; only the last run counts */
export async function inTransaction<Result>(
  database: Database,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction().setIsolationLevel("read committed").execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !stoodInTheWay(error)) throw error;
    }
  }
}

export function stoodInTheWay(error: unknown): boolean {
  return error instanceof Error && "code" in error && TRY_AGAIN.has(String(error.code));
}
