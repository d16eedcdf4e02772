import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { cookiesAfter } from "../../test-support/signed-in.ts";
import type { Person } from "../../test-support/two-organisations.ts";
import { identityRoutes } from "./routes.ts";
import { setPassword } from "./set-password.ts";

const PASSWORD = "青山不改绿水长流-7421";
const SIGN_IN = "POST /api/session/sign-in";

async function serverWithPassword(person: (server: TestServer) => Person = (server) => server.people.manager) {
  const server = await testServer({ routes: identityRoutes });
  const settings = { secret: server.ground.secret, origin: server.ground.config.origin };
  const somebody = person(server);
  await setPassword(server.db, settings, somebody.userId, PASSWORD);
  const attempt = (password: string, email = somebody.email, headers = {}) =>
    server.ask(null, SIGN_IN, { email, password }, headers);
  return { server, somebody, attempt };
}

describe("signing in", () => {
  it("begins a session in a cookie that scripts, other sites and plain connections do not get", async () => {
    const { server, somebody } = await serverWithPassword();
    const answer = await server.ask(null, SIGN_IN, { email: somebody.email.toUpperCase(), password: PASSWORD });
    expect([answer.statusCode, answer.json()]).toEqual([200, { kind: "signed-in" }]);
    const line = String(answer.headers["set-cookie"]);
    expect(line).toMatch(/^manyi\.session=[^;]{40,}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await server.ask(null, "GET /api/session", undefined, { cookie: cookiesAfter(answer) });
    expect(session.json()).toMatchObject({
      user: { id: somebody.userId, secondFactor: false },
      memberships: [{ role: "manager", unitId: server.ours.department }],
      secondFactorMissing: false,
    });
  });

  it("marks the cookie Secure where people reach the server by https", async () => {
    const server = await testServer({ routes: identityRoutes, config: { origin: "https://survey.example.cn" } });
    const settings = { secret: server.ground.secret, origin: server.ground.config.origin };
    await setPassword(server.db, settings, server.people.manager.userId, PASSWORD);
    const answer = await server.ask(
      null,
      SIGN_IN,
      { email: server.people.manager.email, password: PASSWORD },
      { origin: "https://survey.example.cn" },
    );
    expect(String(answer.headers["set-cookie"])).toMatch(/^__Secure-manyi\.session=.*; Secure;/);
    expect(answer.headers["strict-transport-security"]).toContain("max-age=15768000");
  });

  it("gives a new session each time, also to a browser that brings one (28: session fixation)", async () => {
    const { server, somebody } = await serverWithPassword();
    const brought = await server.signIn(server.people.reader);
    const body = { email: somebody.email, password: PASSWORD };
    const first = cookiesAfter(await server.ask(null, SIGN_IN, body, { cookie: brought }));
    const second = cookiesAfter(await server.ask(null, SIGN_IN, body, { cookie: first }));
    expect(new Set([brought, first, second]).size).toBe(3);
    const invented = { cookie: "manyi.session=chosen-by-an-attacker.c2lnbmF0dXJl" };
    expect((await server.ask(null, "GET /api/session", undefined, invented)).statusCode).toBe(401);
    const after = await server.ask(null, SIGN_IN, body, invented);
    expect(cookiesAfter(after)).not.toContain("chosen-by-an-attacker");
  });

  it("says the same of an unknown address, a wrong password and a locked account (27)", async () => {
    const { server, attempt } = await serverWithPassword();
    await setPassword(
      server.db,
      { secret: server.ground.secret, origin: server.ground.config.origin },
      server.people.analyst.userId,
      PASSWORD,
    );
    await server.db
      .updateTable("staff")
      .set({ state: "disabled" })
      .where("user_id", "=", server.people.analyst.userId)
      .execute();
    const answers = await Promise.all([
      attempt(PASSWORD, "nobody@example.cn"),
      attempt("something else entirely"),
      attempt(PASSWORD, server.people.analyst.email),
    ]);
    const told = answers.map((answer) => {
      const { requestId, ...problem } = answer.json();
      return {
        status: answer.statusCode,
        problem,
        cookie: answer.headers["set-cookie"] ?? null,
        requestId: !requestId,
      };
    });
    expect(told[0]).toMatchObject({ status: 401, problem: { code: "sign-in-failed" }, cookie: null });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    const sessions = await server.db.selectFrom("auth_session").selectAll().execute();
    expect(sessions, "a session of the locked account was left behind").toEqual([]);
  });

  it("works as much for an unknown address as for a wrong password (27)", async () => {
    const { attempt } = await serverWithPassword();
    const unknown: number[] = [];
    const wrong: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      unknown.push(await laboured(() => attempt("something else entirely", `nobody-${round}@example.cn`)));
      wrong.push(await laboured(() => attempt("something else entirely")));
    }
    // Without the hash an unknown address would cost some tenth of the work.
    expect(Math.min(...unknown) / Math.min(...wrong)).toBeGreaterThan(0.5);
  });

  it("makes guessing slow: after five failures each further one waits twice as long (27)", async () => {
    const { server, attempt } = await serverWithPassword();
    for (let tries = 0; tries < 5; tries += 1) expect((await attempt("guess")).statusCode).toBe(401);
    for (const waitSeconds of [1, 2, 4, 8]) {
      const held = await attempt(PASSWORD);
      expect([held.statusCode, held.headers["retry-after"]]).toEqual([429, String(waitSeconds)]);
      server.clock.advance(waitSeconds * 1_000);
      expect((await attempt("guess")).statusCode).toBe(401);
    }
    for (let tries = 0; tries < 12; tries += 1) {
      server.clock.advance(900_000);
      await attempt("guess");
    }
    expect((await attempt("guess")).headers["retry-after"], "a quarter of an hour at most").toBe("900");
    server.clock.advance(900_000);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
    expect((await attempt("guess")).statusCode, "a success begins anew").toBe(401);
    expect((await attempt("guess")).statusCode).toBe(401);
  });

  it("holds back addresses without an account just the same (27)", async () => {
    const { attempt } = await serverWithPassword();
    for (let tries = 0; tries < 5; tries += 1) await attempt("guess", "nobody@example.cn");
    expect((await attempt("guess", "nobody@example.cn")).json()).toMatchObject({ code: "sign-in-held-back" });
  });

  it("lets no more guesses through when they come all at once (27)", async () => {
    const { attempt } = await serverWithPassword();
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt("guess")));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(15);
  });

  it("holds back one block of addresses that tries many accounts, and no other block (27)", async () => {
    const { server } = await serverWithPassword();
    const stuff = (address: string, round: number) =>
      server.app.inject({
        method: "POST",
        url: "/api/session/sign-in",
        headers: { origin: server.ground.config.origin, "content-type": "application/json" },
        payload: JSON.stringify({
          email: `person-${address.length}-${round}@example.cn`,
          password: "stolen elsewhere",
        }),
        remoteAddress: address,
      });
    const statuses: number[] = [];
    // All of one /64, each another address of it.
    for (let round = 0; round < 27; round += 1) {
      statuses.push((await stuff(`2001:db8:1:2::${(round + 1).toString(16)}`, round)).statusCode);
    }
    expect(statuses.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => 401));
    expect(statuses.slice(25)).toEqual([429, 429]);
    expect((await stuff("2001:db8:1:3::1", 99)).statusCode).toBe(401);
  });

  it("writes successes and failures into the organisation's audit log, without address or password", async () => {
    const { server, somebody, attempt } = await serverWithPassword();
    await attempt("a wrong password");
    await attempt(PASSWORD);
    await attempt(PASSWORD, "nobody@example.cn");
    const entries = await server.db.selectFrom("audit_entry").selectAll().orderBy("id").execute();
    expect(entries.map((it) => [it.action, it.outcome, it.actor_id, it.organisation_id])).toEqual([
      ["session.signed-in", "refused", somebody.userId, server.ours.organisationId],
      ["session.signed-in", "done", somebody.userId, server.ours.organisationId],
      ["session.signed-in", "refused", null, null],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/example\.cn|password"/);
    expect(server.log.text()).not.toMatch(/example\.cn|青山/);
  });
});

/** Processor time, all threads: what others do on the machine does not count.
 *  @returns microseconds */
async function laboured(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
