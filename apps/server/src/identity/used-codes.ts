import { createHmac } from "node:crypto";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Longer than a code is valid by the clock, one step before and after included. */
const KEPT_MS = 300_000;

/** Notes that a code of the authenticator was used. Of two uses at once the second waits for the first and fails.
 *  @throws ProblemError code-wrong if it was used before */
export async function useCode(
  tx: Kysely<Tables>,
  secret: string,
  use: { readonly userId: string; readonly code: string; readonly now: Date },
): Promise<void> {
  const { userId, code, now } = use;
  await tx
    .deleteFrom("used_code")
    .where("user_id", "=", userId)
    .where("used_at", "<", new Date(now.getTime() - KEPT_MS))
    .execute();
  const code_hash = createHmac("sha256", secret).update(`code:${userId}:${code}`).digest();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("used_code")
    .values({ user_id: userId, code_hash, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new ProblemError("code-wrong", {});
}
