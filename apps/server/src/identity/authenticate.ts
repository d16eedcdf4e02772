import type { Ground } from "../ground.ts";
import type { Authenticate, Caller } from "../http/caller.ts";
import { scopeOfKey, scopeOfStaff } from "../rights/read-scope.ts";
import { LONGEST_SESSION_DAYS, openAccounts } from "./accounts.ts";

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
    const { response, headers } = await accounts.api.getSession({
      headers: new Headers({ cookie }),
      returnHeaders: true,
    });
    if (response === null) return null;
    const { session } = response;
    const oldestStart = ground.clock.now().getTime() - LONGEST_SESSION_DAYS * 86_400_000;
    if (session.createdAt.getTime() <= oldestStart) return null;
    const staff = await scopeOfStaff(ground.database, session.userId);
    if (staff === null) return null;
    return { ...staff, sessionId: session.id, cookies: headers.getSetCookie() };
  };
}
