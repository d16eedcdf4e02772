import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import type { Person } from "../../test-support/two-organisations.ts";
import { recoverAccount } from "../organisation/recover-account.ts";
import { makePasswordLink } from "./password-link.ts";
import { identityRoutes } from "./routes.ts";
import { setPassword } from "./set-password.ts";

const OLD = "青山不改绿水长流-7421";
const NEW = "another long passphrase 88";
const smtp = { url: "smtp://127.0.0.1:1", from: "manyi@example.cn" };
const RESET = "POST /api/session/reset";

async function serverWithPassword() {
  const server = await testServer({ routes: identityRoutes, config: { smtp } });
  const person = server.people.manager;
  await setPassword(
    server.db,
    { secret: server.ground.secret, origin: server.ground.config.origin },
    person.userId,
    OLD,
  );
  return { server, person };
}

const signIn = (server: TestServer, { email }: Person, password: string) =>
  server.ask(null, "POST /api/session/sign-in", { email, password });

async function mailedPath(server: TestServer): Promise<string> {
  const mail = await server.db.selectFrom("mail_message").selectAll().executeTakeFirstOrThrow();
  return mail.details?.path ?? "";
}

const tokenOf = (path: string) => new URL(path, "http://x").searchParams.get("token") ?? "";

describe("a link to set a password", () => {
  it("is mailed to the account's own address, with 256 random bits that the database does not hold", async () => {
    const { server, person } = await serverWithPassword();
    const answer = await server.ask(null, "POST /api/session/reset-request", { email: person.email });
    expect(answer.statusCode).toBe(204);
    const mail = await server.db.selectFrom("mail_message").selectAll().executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ template: "password-reset", recipient: person.email, language: "zh" });
    const token = tokenOf(await mailedPath(server));
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const links = await server.db.selectFrom("password_link").selectAll().execute();
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(token);
    expect(server.log.text()).not.toContain(token);
  });

  it("is answered the same for an address nobody has, and sends nothing there", async () => {
    const { server, person } = await serverWithPassword();
    const known = await server.ask(null, "POST /api/session/reset-request", { email: person.email });
    const unknown = await server.ask(null, "POST /api/session/reset-request", { email: "nobody@example.cn" });
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(await server.db.selectFrom("mail_message").selectAll().execute()).toHaveLength(1);
  });

  it("is not mailed to who is locked out, whom the answer does not tell apart either", async () => {
    const { server, person } = await serverWithPassword();
    await server.db.updateTable("staff").set({ state: "disabled" }).where("user_id", "=", person.userId).execute();
    const answer = await server.ask(null, "POST /api/session/reset-request", { email: person.email });
    expect([answer.statusCode, answer.body]).toEqual([204, ""]);
    expect(await server.db.selectFrom("mail_message").selectAll().execute()).toEqual([]);
  });

  it("leads to the configured origin, whatever Host the request names (37)", async () => {
    const { server, person } = await serverWithPassword();
    const spoofed = { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
    await server.ask(null, "POST /api/session/reset-request", { email: person.email }, spoofed);
    const mail = await server.db.selectFrom("mail_message").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(mail)).not.toContain("evil");
    expect(await mailedPath(server)).toMatch(/^\/reset-password\?token=[\w-]{43}$/);
  });

  it("sets the password once, and ends every session (36)", async () => {
    const { server, person } = await serverWithPassword();
    const session = await server.signIn(person);
    const token = tokenOf(await makePasswordLink(server.db, "reset", person.userId, server.clock.now()));
    expect((await server.ask(null, RESET, { token, password: NEW })).statusCode).toBe(204);
    expect((await server.ask(null, "GET /api/session", undefined, { cookie: session })).statusCode).toBe(401);
    expect((await signIn(server, person, OLD)).statusCode).toBe(401);
    expect((await signIn(server, person, NEW)).statusCode).toBe(200);
    const again = await server.ask(null, RESET, { token, password: "a third long passphrase" });
    expect([again.statusCode, again.json().code]).toEqual([410, "link-used-or-expired"]);
    expect((await signIn(server, person, NEW)).statusCode).toBe(200);
  });

  it("succeeds for one of many who use it at the same time (36)", async () => {
    const { server, person } = await serverWithPassword();
    const token = tokenOf(await makePasswordLink(server.db, "reset", person.userId, server.clock.now()));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => server.ask(null, RESET, { token, password: `${NEW} ${index}` })),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([204, 410, 410, 410, 410, 410]);
    const winner = answers.findIndex(({ statusCode }) => statusCode === 204);
    expect((await signIn(server, person, `${NEW} ${winner}`)).statusCode).toBe(200);
  });

  it("is over after an hour, or seven days for an invitation", async () => {
    const { server, person } = await serverWithPassword();
    const hour = 3_600_000;
    for (const [purpose, hours] of [
      ["reset", 1],
      ["invitation", 7 * 24],
    ] as const) {
      const token = tokenOf(await makePasswordLink(server.db, purpose, person.userId, server.clock.now()));
      server.clock.advance(hours * hour);
      expect((await server.ask(null, RESET, { token, password: NEW })).json().code).toBe("link-used-or-expired");
      const inTime = tokenOf(await makePasswordLink(server.db, purpose, person.userId, server.clock.now()));
      server.clock.advance(hours * hour - 1);
      expect((await server.ask(null, RESET, { token: inTime, password: NEW })).statusCode).toBe(204);
    }
  });

  it("is replaced by a newer one", async () => {
    const { server, person } = await serverWithPassword();
    const old = tokenOf(await makePasswordLink(server.db, "reset", person.userId, server.clock.now()));
    await makePasswordLink(server.db, "reset", person.userId, server.clock.now());
    expect((await server.ask(null, RESET, { token: old, password: NEW })).statusCode).toBe(410);
  });

  it("is worth nothing after the password was changed in any other way", async () => {
    const { server, person } = await serverWithPassword();
    const { ground, db, clock } = server;
    const ways = [
      () => server.ask(person, "POST /api/profile/password", { current: OLD, next: NEW }),
      () => recoverAccount(db, { secret: ground.secret, origin: ground.config.origin }, person.email, clock.now()),
    ];
    for (const change of ways) {
      const token = tokenOf(await makePasswordLink(db, "invitation", person.userId, clock.now()));
      await change();
      const used = await server.ask(null, RESET, { token, password: "a third long passphrase" });
      expect(used.json().code).toBe("link-used-or-expired");
    }
    expect((await signIn(server, person, OLD)).statusCode).toBe(401);
  });

  it("is not used up by a password that is refused", async () => {
    const { server, person } = await serverWithPassword();
    const token = tokenOf(await makePasswordLink(server.db, "reset", person.userId, server.clock.now()));
    for (const weak of ["123456789012", "Password1234!", "abcabcabcabc", "woaini1314520", person.email]) {
      const refused = await server.ask(null, RESET, { token, password: weak });
      expect([refused.statusCode, refused.json().code], weak).toEqual([422, "password-weak"]);
    }
    expect((await server.ask(null, RESET, { token, password: NEW })).statusCode).toBe(204);
  });

  it("makes an invited person active and does nothing for a locked one", async () => {
    const { server, person } = await serverWithPassword();
    const stateOf = async () =>
      (
        await server.db
          .selectFrom("staff")
          .select("state")
          .where("user_id", "=", person.userId)
          .executeTakeFirstOrThrow()
      ).state;
    for (const [state, status, after] of [
      ["invited", 204, "active"],
      ["disabled", 410, "disabled"],
    ] as const) {
      await server.db.updateTable("staff").set({ state }).where("user_id", "=", person.userId).execute();
      const token = tokenOf(await makePasswordLink(server.db, "invitation", person.userId, server.clock.now()));
      expect((await server.ask(null, RESET, { token, password: NEW })).statusCode).toBe(status);
      expect(await stateOf()).toBe(after);
    }
  });

  it("says that there is no mail where none is configured, to everybody alike", async () => {
    const server = await testServer({ routes: identityRoutes });
    for (const email of [server.people.manager.email, "nobody@example.cn"]) {
      const answer = await server.ask(null, "POST /api/session/reset-request", { email });
      expect([answer.statusCode, answer.json().code]).toEqual([409, "mail-not-configured"]);
    }
  });

  it("is mailed three times at most before one has to wait", async () => {
    const { server, person } = await serverWithPassword();
    const statuses: number[] = [];
    for (let times = 0; times < 4; times += 1) {
      statuses.push((await server.ask(null, "POST /api/session/reset-request", { email: person.email })).statusCode);
    }
    expect(statuses).toEqual([204, 204, 204, 429]);
  });
});
