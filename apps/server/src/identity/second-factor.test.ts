import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { cookiesAfter } from "../../test-support/signed-in.ts";
import { authenticatorCode } from "../../test-support/totp.ts";
import { organisationRoutes } from "../organisation/routes.ts";
import { identityRoutes } from "./routes.ts";
import { setPassword } from "./set-password.ts";

const PASSWORD = "青山不改绿水长流-7421";

/** An administrator with a password who has no authenticator yet. */
async function serverWithAdministrator() {
  const server = await testServer({ routes: (ground) => [...identityRoutes(ground), ...organisationRoutes(ground)] });
  const person = server.people.administrator;
  await server.db.updateTable("auth_user").set({ twoFactorEnabled: false }).where("id", "=", person.userId).execute();
  await setPassword(
    server.db,
    { secret: server.ground.secret, origin: server.ground.config.origin },
    person.userId,
    PASSWORD,
  );
  const password = await server.ask(null, "POST /api/session/sign-in", { email: person.email, password: PASSWORD });
  return { server, person, cookie: cookiesAfter(password) };
}

/** Sets the authenticator up.
 *  @returns its address and codes, and the session that goes on */
async function setUp(server: TestServer, cookie: string) {
  const prepared = await server.ask(null, "POST /api/profile/second-factor", { password: PASSWORD }, { cookie });
  expect(prepared.statusCode).toBe(200);
  const { address, recoveryCodes }: { address: string; recoveryCodes: string[] } = prepared.json();
  // The code before this one: the next one is left for signing in.
  const code = authenticatorCode(address, Date.now() - 30_000);
  const confirmed = await server.ask(null, "POST /api/profile/second-factor/confirm", { code }, { cookie });
  expect(confirmed.statusCode).toBe(204);
  return { address, recoveryCodes, cookie: cookiesAfter(confirmed, cookie), code };
}

async function challenge(server: TestServer, email: string): Promise<string> {
  const answer = await server.ask(null, "POST /api/session/sign-in", { email, password: PASSWORD });
  expect(answer.json()).toEqual({ kind: "second-factor" });
  return cookiesAfter(answer);
}

const pass = (server: TestServer, cookie: string, code: string) =>
  server.ask(null, "POST /api/session/second-factor", { code }, { cookie });

describe("the second factor", () => {
  it("is asked of administrators before they change anything, and lets them after it is set up (27)", async () => {
    const { server, cookie } = await serverWithAdministrator();
    const unit = { parentId: server.ours.department, kind: "team", name: { zh: "二组" } };
    const before = await server.ask(null, "POST /api/units", unit, { cookie });
    expect([before.statusCode, before.json().code]).toEqual([403, "second-factor-required"]);
    const look = await server.ask(null, "GET /api/session", undefined, { cookie });
    expect(look.json()).toMatchObject({ secondFactorMissing: true, user: { secondFactor: false } });
    const after = await setUp(server, cookie);
    expect((await server.ask(null, "POST /api/units", unit, { cookie: after.cookie })).statusCode).toBe(201);
    const session = await server.ask(null, "GET /api/session", undefined, { cookie: after.cookie });
    expect(session.json()).toMatchObject({ secondFactorMissing: false, user: { secondFactor: true } });
  });

  it("ends every session that began without it", async () => {
    const { server, person, cookie } = await serverWithAdministrator();
    const elsewhere = await server.signIn(person);
    const { cookie: current } = await setUp(server, cookie);
    for (const old of [elsewhere, cookie]) {
      expect((await server.ask(null, "GET /api/session", undefined, { cookie: old })).statusCode).toBe(401);
    }
    expect((await server.ask(null, "GET /api/session", undefined, { cookie: current })).statusCode).toBe(200);
  });

  it("is the second step of signing in; the password alone is no session", async () => {
    const { server, person, cookie } = await serverWithAdministrator();
    const { address } = await setUp(server, cookie);
    const half = await challenge(server, person.email);
    expect(half).not.toContain("manyi.session=");
    expect((await server.ask(null, "GET /api/session", undefined, { cookie: half })).statusCode).toBe(401);
    expect((await pass(server, half, "000000")).json().code).toBe("code-wrong");
    const whole = await pass(server, half, authenticatorCode(address));
    expect(whole.json()).toEqual({ kind: "signed-in" });
    const now = cookiesAfter(whole, half);
    expect((await server.ask(null, "GET /api/session", undefined, { cookie: now })).statusCode).toBe(200);
    const signedOut = await pass(server, "", authenticatorCode(address));
    expect([signedOut.statusCode, signedOut.json().code]).toEqual([401, "not-signed-in"]);
  });

  it("takes each code once, also when it comes twice at the same time", async () => {
    const { server, person, cookie } = await serverWithAdministrator();
    const { address, code: usedInSetUp } = await setUp(server, cookie);
    const first = await challenge(server, person.email);
    expect((await pass(server, first, usedInSetUp)).json().code, "the one of the set-up").toBe("code-wrong");
    const second = await challenge(server, person.email);
    const code = authenticatorCode(address);
    const answers = await Promise.all([pass(server, first, code), pass(server, second, code)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  it("takes each recovery code once, also when it comes twice at the same time", async () => {
    const { server, person, cookie } = await serverWithAdministrator();
    const { recoveryCodes } = await setUp(server, cookie);
    const [code = "", other = ""] = recoveryCodes;
    const [first, second] = [await challenge(server, person.email), await challenge(server, person.email)];
    const answers = await Promise.all([pass(server, first, code), pass(server, second, code)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const third = await challenge(server, person.email);
    expect((await pass(server, third, code)).statusCode).toBe(401);
    expect((await pass(server, third, other)).statusCode).toBe(200);
  });

  it("holds back who guesses codes, whatever challenge they use", async () => {
    const { server, person, cookie } = await serverWithAdministrator();
    const { address } = await setUp(server, cookie);
    const wrong = authenticatorCode(address, Date.now() - 3_600_000);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await pass(server, await challenge(server, person.email), wrong)).statusCode).toBe(401);
    }
    const held = await pass(server, await challenge(server, person.email), authenticatorCode(address));
    expect([held.statusCode, held.headers["retry-after"]]).toEqual([429, "1"]);
  });

  it("is set up and removed with the password only, and both stand in the audit log", async () => {
    const { server, cookie } = await serverWithAdministrator();
    const ask = (place: string, body: unknown, now: string) => server.ask(null, place, body, { cookie: now });
    expect((await ask("POST /api/profile/second-factor", { password: "wrong" }, cookie)).json().code).toBe(
      "password-wrong",
    );
    const { cookie: current } = await setUp(server, cookie);
    const remove = "POST /api/profile/second-factor/remove";
    expect((await ask(remove, { password: "wrong" }, current)).json().code).toBe("password-wrong");
    expect((await ask(remove, { password: PASSWORD }, current)).statusCode).toBe(204);
    const entries = await server.db
      .selectFrom("audit_entry")
      .select(["action", "outcome"])
      .where("action", "like", "account.%")
      .orderBy("id")
      .execute();
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "account.second-factor-added done",
      "account.second-factor-removed refused",
      "account.second-factor-removed done",
    ]);
  });

  it("keeps secret and recovery codes unreadable in the database", async () => {
    const { server, cookie } = await serverWithAdministrator();
    const { address, recoveryCodes } = await setUp(server, cookie);
    const kept = JSON.stringify(await server.db.selectFrom("auth_two_factor").selectAll().execute());
    const secret = new URL(address).searchParams.get("secret") ?? "?";
    for (const text of [secret, ...recoveryCodes]) expect(kept).not.toContain(text);
  });
});
