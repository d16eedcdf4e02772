/** One's own account: name, language, password, second factor, sessions. */
import { ProblemError } from "@manyi/contract/problem/problem";
import {
  changePassword,
  changeProfile,
  confirmSecondFactor,
  endSession,
  listSessions,
  prepareSecondFactor,
  removeSecondFactor,
} from "@manyi/contract/session/session";
import type { Ground } from "../ground.ts";
import { type Call, type Door, type HandledRoute, handle, handleGuarded } from "../http/call.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { type Attempts, forgive, type Subject } from "./attempts.ts";
import { headersFor, keepCookies } from "./browser-side.ts";
import { dropPasswordLinks } from "./password-link.ts";
import { checkPasswordStrength } from "./password-strength.ts";
import { findPerson, hasSecondFactor, listOwnSessions, setLanguage } from "./queries.ts";
import { libraryCode, refusedByLibrary } from "./refused-by-library.ts";
import { settingsOf } from "./sign-in.ts";
import { useCode } from "./used-codes.ts";

export function profileRoutes(ground: Ground, attempts: Attempts): readonly HandledRoute[] {
  const accountsOf = (call: OwnCall) => openAccounts(settingsOf(ground), call.tx);
  const countPassword = (door: OwnDoor) => countTry(attempts, door, "password");
  const countCode = (door: OwnDoor) => countTry(attempts, door, "code");
  const succeed = (call: OwnCall, tried: Tried) => forgive(call.tx, ground.secret, tried);
  return [
    handle(changeProfile, async (call) => {
      const { name, language } = call.body;
      const { internalAdapter } = await accountsOf(call).$context;
      if (name !== undefined) await internalAdapter.updateUser(call.scope.actor.id, { name });
      if (language !== undefined) await setLanguage(call.tx, call.scope.actor.id, language);
      return await auditedOwn(call, { changed: Object.keys(call.body) });
    }),
    handleGuarded(changePassword, countPassword, async (call, tried) => {
      await changeOwnPassword(call, accountsOf(call));
      await succeed(call, tried);
      return await auditedOwn(call);
    }),
    handleGuarded(prepareSecondFactor, countPassword, async (call, tried) => {
      const prepared = await accountsOf(call)
        .api.enableTwoFactor({ body: { password: call.body.password }, headers: headersFor(call.web) })
        .catch(refusedPassword);
      if (prepared.method !== "totp") throw new Error("the second factor is not an authenticator");
      await succeed(call, tried);
      return { address: prepared.totpURI, recoveryCodes: prepared.backupCodes };
    }),
    handleGuarded(confirmSecondFactor, countCode, async (call, tried) => {
      await confirmCode(ground, call, accountsOf(call));
      await succeed(call, tried);
      return await auditedOwn(call);
    }),
    handleGuarded(removeSecondFactor, countPassword, async (call, tried) => {
      const { headers } = await accountsOf(call)
        .api.disableTwoFactor({
          body: { password: call.body.password },
          headers: headersFor(call.web),
          returnHeaders: true,
        })
        .catch(refusedPassword);
      keepCookies(call.web, headers);
      await succeed(call, tried);
      return await auditedOwn(call);
    }),
    handle(listSessions, async (call) => ({ entries: await ownSessions(call) })),
    handle(endSession, async (call) => {
      const sessions = await listOwnSessions(call.tx, call.scope.actor.id, call.now);
      const session = sessions.find(({ id }) => id === call.params.sessionId);
      if (session === undefined) throw new ProblemError("not-found", {});
      const { internalAdapter } = await accountsOf(call).$context;
      await internalAdapter.deleteSession(session.token);
      return await auditedOwn(call, { current: session.id === call.web.sessionId });
    }),
  ];
}

type OwnCall = Pick<Call, "scope" | "tx" | "web" | "now" | "audit">;
type OwnDoor = Pick<Door, "scope" | "now">;
type Tried = readonly Subject[];

/** Who found an open browser shall not find out the password in it. */
async function countTry(attempts: Attempts, door: OwnDoor, kind: "password" | "code"): Promise<Tried> {
  const subjects = [{ kind, name: door.scope?.actor.id ?? "" }] as const;
  await attempts.begin(subjects, door.now);
  return subjects;
}

async function auditedOwn(call: OwnCall, details: Readonly<Record<string, unknown>> = {}): Promise<undefined> {
  await call.audit({ object: { kind: "member", id: call.scope.actor.id }, unitId: null, details });
  return undefined;
}

async function changeOwnPassword(call: Call<typeof changePassword>, accounts: Accounts): Promise<void> {
  const person = await findPerson(call.tx, call.scope.actor.id);
  checkPasswordStrength(call.body.next, person?.email ?? "");
  const { headers } = await accounts.api
    .changePassword({
      body: { currentPassword: call.body.current, newPassword: call.body.next, revokeOtherSessions: true },
      headers: headersFor(call.web),
      returnHeaders: true,
    })
    .catch(refusedPassword);
  // A link that was asked for before must not open what was just closed.
  await dropPasswordLinks(call.tx, call.scope.actor.id);
  keepCookies(call.web, headers);
}

async function confirmCode(ground: Ground, call: Call<typeof confirmSecondFactor>, accounts: Accounts): Promise<void> {
  const userId = call.scope.actor.id;
  if (await hasSecondFactor(call.tx, userId)) throw new ProblemError("changed-meanwhile", {});
  const code = call.body.code.replaceAll(" ", "");
  const before = await listOwnSessions(call.tx, userId, call.now);
  const { headers } = await accounts.api
    .verifyTOTP({ body: { code }, headers: headersFor(call.web), returnHeaders: true })
    .catch(refusedCode);
  await useCode(call.tx, ground.secret, { userId, code, now: call.now });
  keepCookies(call.web, headers);
  // All that began without the second factor end; this one goes on as a new one.
  const { internalAdapter } = await accounts.$context;
  await internalAdapter.deleteSessions(before.map(({ token }) => token));
}

async function ownSessions(call: OwnCall) {
  const sessions = await listOwnSessions(call.tx, call.scope.actor.id, call.now);
  return sessions.map((session) => ({
    id: session.id,
    current: session.id === call.web.sessionId,
    startedAt: session.createdAt.toISOString(),
    lastSeenAt: session.updatedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    address: session.ipAddress === "" ? null : session.ipAddress,
    device: session.userAgent === "" ? null : session.userAgent,
  }));
}

function refusedPassword(error: unknown): never {
  if (!refusedByLibrary(error)) throw error;
  // Set up in another window meanwhile.
  if (libraryCode(error) === "TOTP_ALREADY_ENABLED") throw new ProblemError("changed-meanwhile", {}, { cause: error });
  throw new ProblemError("password-wrong", {}, { cause: error });
}

function refusedCode(error: unknown): never {
  if (refusedByLibrary(error)) throw new ProblemError("code-wrong", {}, { cause: error });
  throw error;
}
