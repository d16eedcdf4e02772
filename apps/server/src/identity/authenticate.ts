import type { Ground } from "../ground.ts";
import type { Authenticate, Caller } from "../http/caller.ts";
import { scopeOfKey, scopeOfStaff } from "../rights/read-scope.ts";
import { type Accounts, LONGEST_SESSION_DAYS, openAccounts, PROLONG_EVERY_SECONDS, SESSION_HOURS } from "./accounts.ts";
import { findSession } from "./queries.ts";
import { signedCookie } from "./signed-cookie.ts";

/** Says who sent a request: by its key where it brings one, else by its session. A key that is no good is not saved by a
 *  cookie beside it. */
export function openAuthentication(ground: Ground): Authenticate {
  const bySession = sessionReader(ground);
  return async ({ authorization, cookie }) => {
    if (authorization !== undefined) return byKey(ground, authorization);
    return cookie === undefined ? null : bySession(cookie);
  };
}

async function byKey(ground: Ground, authorization: string): Promise<Caller | null> {
  const secret = /^Bearer (mk_[A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
  if (secret === undefined) return null;
  const scope = await scopeOfKey(ground.database, secret, ground.clock.now());
  return scope === null ? null : { scope, language: null, sessionId: null, cookies: [] };
}

function sessionReader(ground: Ground) {
  const accounts = openAccounts({ secret: ground.secret, origin: ground.config.origin }, ground.database);
  return async (cookie: string): Promise<Caller | null> => {
    const { sessionToken } = (await accounts.$context).authCookies;
    const token = signedCookie(cookie, sessionToken.name, ground.secret);
    if (token === null) return null;
    const session = await findSession(ground.database, token);
    const now = ground.clock.now().getTime();
    if (session === undefined || session.expiresAt.getTime() <= now) return null;
    if (session.createdAt.getTime() <= now - LONGEST_SESSION_DAYS * 86_400_000) return null;
    const staff = await scopeOfStaff(ground.database, session.userId);
    if (staff === null) return null;
    const fullLengthMs = SESSION_HOURS * 3_600_000 - PROLONG_EVERY_SECONDS * 1_000;
    const isDue = session.expiresAt.getTime() - now <= fullLengthMs;
    return { ...staff, sessionId: session.id, cookies: isDue ? await prolong(accounts, cookie) : [] };
  };
}

/** better-auth's own way, which takes some milliseconds: now and then, not with each request. */
async function prolong(accounts: Accounts, cookie: string): Promise<readonly string[]> {
  const { headers } = await accounts.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
  return headers.getSetCookie();
}
