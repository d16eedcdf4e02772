import { makeSignature } from "better-auth/crypto";
import type { Ground } from "../src/ground.ts";
import { openAccounts } from "../src/identity/accounts.ts";

/** The Cookie header of a new session, without the second it takes to check a password. */
export async function sessionCookie(ground: Ground, userId: string): Promise<string> {
  const accounts = openAccounts({ secret: ground.secret, origin: ground.config.origin }, ground.database);
  const { internalAdapter, authCookies } = await accounts.$context;
  const session = await internalAdapter.createSession(userId);
  const signed = `${session.token}.${await makeSignature(session.token, ground.secret)}`;
  return `${authCookies.sessionToken.name}=${encodeURIComponent(signed)}`;
}
