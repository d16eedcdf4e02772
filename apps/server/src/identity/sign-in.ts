/** Signing in: password, then the second factor where one is set up. Unknown address, wrong password and locked account end in
 *  the same words after the same work. */
import { ProblemError } from "@manyi/contract/problem/problem";
import { passSecondFactor, signIn, signOut } from "@manyi/contract/session/session";
import type { Ground } from "../ground.ts";
import { type Door, type HandledRoute, handle, handleGuarded, type PublicCall } from "../http/call.ts";
import { openAccounts } from "./accounts.ts";
import { addressBlock } from "./address-block.ts";
import { type Attempts, forgive, type Subject } from "./attempts.ts";
import { headersFor, keepCookies, onlyCookie } from "./browser-side.ts";
import { findChallenged, findPerson, findPersonByEmail, type KnownPerson } from "./queries.ts";
import { libraryCode, refusedByLibrary } from "./refused-by-library.ts";
import { useCode } from "./used-codes.ts";

export function signInRoutes(ground: Ground, attempts: Attempts): readonly HandledRoute[] {
  return [
    handleGuarded(
      signIn,
      (door) => countPassword(ground, attempts, door),
      (call, tried) => checkPassword(ground, call, tried),
    ),
    handleGuarded(
      passSecondFactor,
      (door) => countCode(ground, attempts, door),
      (call, tried) => checkCode(ground, call, tried),
    ),
    handle(signOut, async (call) => {
      const { headers } = await openAccounts(settingsOf(ground), call.tx).api.signOut({
        headers: headersFor(call.web),
        returnHeaders: true,
      });
      keepCookies(call.web, headers);
      await call.audit({ object: null, unitId: null });
      return undefined;
    }),
  ];
}

interface Tried {
  readonly person: KnownPerson | undefined;
  readonly subjects: readonly Subject[];
}

async function countPassword(ground: Ground, attempts: Attempts, door: Door<typeof signIn>): Promise<Tried> {
  const email = door.body.email.toLowerCase();
  const subjects: readonly Subject[] = [
    { kind: "account", name: email },
    { kind: "block", name: addressBlock(door.web.address) },
  ];
  await attempts.begin(subjects, door.now);
  const person = await findPersonByEmail(ground.database, email);
  if (person !== undefined) door.web.about(person);
  return { person, subjects };
}

async function checkPassword(
  ground: Ground,
  call: PublicCall<typeof signIn>,
  { person, subjects }: Tried,
): Promise<{ kind: "signed-in" } | { kind: "second-factor" }> {
  const { response, headers } = await openAccounts(settingsOf(ground), call.tx)
    .api.signInEmail({
      body: { email: call.body.email, password: call.body.password },
      // Whatever session the browser still has, this one is new.
      headers: headersFor(call.web, ""),
      returnHeaders: true,
    })
    .catch(failedSignIn);
  // Asked after the password was checked; what was begun is rolled back.
  if (person?.state !== "active") throw new ProblemError("sign-in-failed", {});
  await forgive(call.tx, ground.secret, subjects);
  keepCookies(call.web, headers);
  if ("twoFactorRedirect" in response) {
    await call.audit({ by: person, object: null, unitId: null, action: "session.password-accepted" });
    return { kind: "second-factor" };
  }
  await call.audit({ by: person, object: null, unitId: null });
  return { kind: "signed-in" };
}

const CHALLENGE_COOKIE = "manyi.second-step";

async function countCode(ground: Ground, attempts: Attempts, door: Door<typeof passSecondFactor>): Promise<Tried> {
  const userId = await findChallenged(ground.database, challengeOf(door.web.cookie), door.now);
  const person = userId === undefined ? undefined : await findPerson(ground.database, userId);
  const subjects: readonly Subject[] = [
    { kind: "block", name: addressBlock(door.web.address) },
    ...(person === undefined ? [] : [{ kind: "code", name: person.userId } as const]),
  ];
  await attempts.begin(subjects, door.now);
  if (person !== undefined) door.web.about(person);
  return { person, subjects };
}

async function checkCode(
  ground: Ground,
  call: PublicCall<typeof passSecondFactor>,
  { person, subjects }: Tried,
): Promise<{ kind: "signed-in" }> {
  // The password was not given, or too long ago.
  if (person?.state !== "active") throw new ProblemError("not-signed-in", {});
  const { api } = openAccounts(settingsOf(ground), call.tx);
  // Without the session cookie: a code passes the step it belongs to, not a session that happens to be there.
  const headers = headersFor(call.web, onlyCookie(call.web.cookie, CHALLENGE_COOKIE));
  const code = call.body.code.replaceAll(" ", "");
  const fromAuthenticator = /^\d{6}$/.test(code);
  const passed = await (fromAuthenticator
    ? api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    : api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })
  ).catch(failedCode);
  if (fromAuthenticator) await useCode(call.tx, ground.secret, { userId: person.userId, code, now: call.now });
  await forgive(call.tx, ground.secret, subjects);
  keepCookies(call.web, passed.headers);
  await call.audit({
    by: person,
    object: null,
    unitId: null,
    details: { secondFactor: fromAuthenticator ? "authenticator" : "recovery-code" },
  });
  return { kind: "signed-in" };
}

/** The challenge's name, not yet proven: better-auth checks the signature. */
function challengeOf(cookies: string): string {
  const [, value = ""] = onlyCookie(cookies, CHALLENGE_COOKIE).split("=");
  const [name = ""] = value.split(/\.|%2E/i);
  return name;
}

function failedSignIn(error: unknown): never {
  if (refusedByLibrary(error)) throw new ProblemError("sign-in-failed", {}, { cause: error });
  throw error;
}

function failedCode(error: unknown): never {
  if (!refusedByLibrary(error)) throw error;
  const over = libraryCode(error) === "INVALID_TWO_FACTOR_COOKIE";
  throw new ProblemError(over ? "not-signed-in" : "code-wrong", {}, { cause: error });
}

export function settingsOf(ground: Ground): { secret: string; origin: string } {
  return { secret: ground.secret, origin: ground.config.origin };
}
