/** Links with which somebody sets a password: mailed to who forgot theirs, or shown once to the administrator who invites.
 *  The token is 256 random bits; its hash alone is kept, and is deleted by its use, so that of two uses at once one fails. */
import { createHash, randomBytes } from "node:crypto";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

export type LinkPurpose = "reset" | "invitation";

export const linkMinutes: Readonly<Record<LinkPurpose, number>> = { reset: 60, invitation: 7 * 24 * 60 };

/** Makes a link; older ones of the same person stop working.
 *  @returns its path in the console */
export async function makePasswordLink(
  tx: Kysely<Tables>,
  purpose: LinkPurpose,
  userId: string,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await dropPasswordLinks(tx, userId);
  await tx
    .insertInto("password_link")
    .values({
      token_hash: hashOf(token),
      user_id: userId,
      purpose,
      created_at: now,
      expires_at: new Date(now.getTime() + linkMinutes[purpose] * 60_000),
    })
    .execute();
  return `/reset-password?token=${token}`;
}

/** Uses a link up.
 *  @returns whose it was
 *  @throws ProblemError link-used-or-expired */
export async function usePasswordLink(tx: Kysely<Tables>, token: string, now: Date): Promise<string> {
  const used = await tx
    .deleteFrom("password_link")
    .where("token_hash", "=", hashOf(token))
    .where("expires_at", ">", now)
    .returning("user_id")
    .executeTakeFirst();
  if (used === undefined) throw new ProblemError("link-used-or-expired", {});
  return used.user_id;
}

export async function dropPasswordLinks(tx: Kysely<Tables>, userId: string): Promise<void> {
  await tx.deleteFrom("password_link").where("user_id", "=", userId).execute();
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
