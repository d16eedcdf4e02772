import { describe, expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { cookiesAfter } from "../../test-support/signed-in.ts";
import { identityRoutes } from "./routes.ts";
import { setPassword } from "./set-password.ts";

const OLD = "青山不改绿水长流-7421";
const NEW = "another long passphrase 88";

async function signedIn() {
  const server = await testServer({ routes: identityRoutes });
  const person = server.people.analyst;
  await setPassword(
    server.db,
    { secret: server.ground.secret, origin: server.ground.config.origin },
    person.userId,
    OLD,
  );
  const cookie = await server.signIn(person);
  const ask = (place: string, body?: unknown, with_ = cookie) => server.ask(null, place, body, { cookie: with_ });
  return { server, person, cookie, ask };
}

describe("one's own account", () => {
  it("shows where one is signed in, and ends one of these sessions at once", async () => {
    const { server, person, ask } = await signedIn();
    const elsewhere = await server.signIn(person);
    const { entries } = (await ask("GET /api/profile/sessions")).json();
    expect(entries).toHaveLength(2);
    const other = entries.find((entry: { current: boolean }) => !entry.current);
    expect((await ask(`DELETE /api/profile/sessions/${other.id}`)).statusCode).toBe(204);
    expect((await ask("GET /api/session", undefined, elsewhere)).statusCode).toBe(401);
    expect((await ask("GET /api/session")).statusCode).toBe(200);
  });

  it("ends nobody else's session", async () => {
    const { server, ask } = await signedIn();
    const theirs = await server.signIn(server.people.manager);
    const { id } = await server.db
      .selectFrom("auth_session")
      .select("id")
      .where("userId", "=", server.people.manager.userId)
      .executeTakeFirstOrThrow();
    expect((await ask(`DELETE /api/profile/sessions/${id}`)).statusCode).toBe(404);
    expect((await ask("GET /api/session", undefined, theirs)).statusCode).toBe(200);
  });

  it("signs out: the session is over, also for whoever copied its cookie", async () => {
    const { ask } = await signedIn();
    const answer = await ask("POST /api/session/sign-out");
    expect(answer.statusCode).toBe(204);
    expect(cookiesAfter(answer, "manyi.session=x")).toBe("");
    expect((await ask("GET /api/session")).statusCode).toBe(401);
  });

  it("changes the password with the current one, and ends the other sessions", async () => {
    const { server, person, ask } = await signedIn();
    const elsewhere = await server.signIn(person);
    const change = "POST /api/profile/password";
    expect((await ask(change, { current: "wrong", next: NEW })).json().code).toBe("password-wrong");
    expect((await ask(change, { current: OLD, next: "qwertyuiop123" })).json().code).toBe("password-weak");
    const changed = await ask(change, { current: OLD, next: NEW });
    expect(changed.statusCode).toBe(204);
    expect((await ask("GET /api/session", undefined, elsewhere)).statusCode).toBe(401);
    expect((await ask("GET /api/session", undefined, cookiesAfter(changed))).statusCode).toBe(200);
    const signIn = { email: person.email, password: NEW };
    expect((await server.ask(null, "POST /api/session/sign-in", signIn)).statusCode).toBe(200);
  });

  it("holds back who tries passwords in an open browser", async () => {
    const { ask } = await signedIn();
    for (let tries = 0; tries < 5; tries += 1) await ask("POST /api/profile/password", { current: "guess", next: NEW });
    const held = await ask("POST /api/profile/password", { current: OLD, next: NEW });
    expect([held.statusCode, held.json().code]).toEqual([429, "sign-in-held-back"]);
  });

  it("changes name and language and nothing else", async () => {
    const { server, person, ask } = await signedIn();
    expect((await ask("PATCH /api/profile", { name: "王敏", language: "en" })).statusCode).toBe(204);
    expect((await ask("GET /api/session")).json()).toMatchObject({ user: { name: "王敏", language: "en" } });
    const email = await ask("PATCH /api/profile", { email: "other@example.cn" });
    expect(email.json()).toMatchObject({ code: "request-invalid", details: { faults: [{ at: "body.email" }] } });
    for (const field of ["role", "roles", "organisationId", "organisation", "ownerId", "userId", "permissions"]) {
      const answer = await ask("PATCH /api/profile", { name: "王敏", [field]: "administrator" });
      expect([answer.statusCode, answer.json().code], field).toEqual([403, "field-not-changeable"]);
    }
    const refused = await server.db
      .selectFrom("audit_entry")
      .select("details")
      .where("outcome", "=", "refused")
      .where("actor_id", "=", person.userId)
      .execute();
    expect(refused, "each attempt is audited (32)").toHaveLength(7);
    expect(refused[0]?.details).toEqual({ problem: "field-not-changeable", field: "role" });
  });
});

describe("a session", () => {
  it("ends after seven days, however much it is used", async () => {
    const { server, person, ask } = await signedIn();
    const day = 86_400_000;
    await server.db
      .updateTable("auth_session")
      .set({ createdAt: new Date(Date.now() - 7 * day + 60_000) })
      .where("userId", "=", person.userId)
      .execute();
    expect((await ask("GET /api/session")).statusCode).toBe(200);
    server.clock.advance(120_000);
    expect((await ask("GET /api/session")).statusCode).toBe(401);
  });

  it("is prolonged while it is used and over after twelve hours without", async () => {
    const { server, person, ask } = await signedIn();
    const endAt = (expiresAtMs: number) =>
      server.db
        .updateTable("auth_session")
        .set({ expiresAt: new Date(expiresAtMs) })
        .where("userId", "=", person.userId)
        .execute();
    await endAt(Date.now() + 3_600_000);
    const prolonged = await ask("GET /api/session");
    expect(String(prolonged.headers["set-cookie"])).toContain("Max-Age=43200");
    const { expiresAt } = await server.db.selectFrom("auth_session").select("expiresAt").executeTakeFirstOrThrow();
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    // Prolonging goes by the machine's clock, what is over by the server's: held here, at another time than now.
    await endAt(server.clock.now().getTime() - 1_000);
    expect((await ask("GET /api/session")).statusCode).toBe(401);
  });

  it("is believed with its signature only: no unsigned, foreign or emptied one (40)", async () => {
    const { server, cookie } = await signedIn();
    const [token = ""] = decodeURIComponent(cookie.split("=")[1] ?? "").split(".");
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    const claims = Buffer.from(`{"sub":"${server.head.userId}"}`).toString("base64url");
    for (const forged of [
      token,
      `${token}.`,
      `${token}.AAAA`,
      `${unsigned}.${claims}.`,
      `${token}.${btoa("x".repeat(32))}`,
    ]) {
      const answer = await server.ask(null, "GET /api/session", undefined, {
        cookie: `manyi.session=${encodeURIComponent(forged)}`,
      });
      expect(answer.statusCode, forged).toBe(401);
    }
    for (const bearer of [`${unsigned}.${claims}.`, token, "mk_", `mk_${"A".repeat(43)}`]) {
      const headers = { authorization: `Bearer ${bearer}`, cookie };
      expect((await server.ask(null, "GET /api/session", undefined, headers)).statusCode, bearer).toBe(401);
    }
  });
});
