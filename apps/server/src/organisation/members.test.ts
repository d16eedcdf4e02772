import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { addPerson, type Person } from "../../test-support/two-organisations.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { identityRoutes } from "../identity/routes.ts";
import { organisationRoutes } from "./routes.ts";

const build = (smtp: { url: string; from: string } | null = null) =>
  testServer({ routes: (ground) => [...identityRoutes(ground), ...organisationRoutes(ground)], config: { smtp } });

const roles = (server: TestServer, by: Person, who: Person, memberships: unknown) =>
  server.ask(by, `PUT /api/members/${who.userId}/memberships`, { memberships });

async function rolesOf({ db }: TestServer, who: Person): Promise<readonly string[]> {
  const held = await db
    .selectFrom("membership")
    .select(["role", "unit_id"])
    .where("user_id", "=", who.userId)
    .execute();
  return held.map(({ role, unit_id }) => `${role} ${unit_id}`).sort();
}

/** Lets each request come as far as it can while neither can write its audit entry, the last thing before its commit. */
async function bothBeforeEitherCommits<Answer>({ db }: TestServer, ask: () => readonly Promise<Answer>[]) {
  const asked = await db.transaction().execute(async (tx) => {
    await sql`lock table audit_entry in exclusive mode`.execute(tx);
    const answers = ask();
    await untilTrue(async () => {
      const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(tx);
      return rows[0]?.waiting === answers.length;
    });
    // Not awaited here: they wait for the end of this transaction.
    return { answers };
  });
  return Promise.all(asked.answers);
}

describe("members", () => {
  it("are added with a link that sets their password; shown once where no mail goes out", async () => {
    const server = await build();
    const { department } = server.ours;
    const person = {
      name: "李雷",
      email: "Li.Lei@Example.cn",
      language: "zh",
      memberships: [{ role: "analyst", unitId: department }],
    };
    const added = await server.ask(server.people.administrator, "POST /api/members", person);
    expect(added.statusCode).toBe(201);
    const { id, link } = added.json();
    expect(link).toMatch(/^http:\/\/manyi\.test\/reset-password\?token=[\w-]{43}$/);
    const token = new URL(link).searchParams.get("token");
    const set = await server.ask(null, "POST /api/session/reset", { token, password: "a long passphrase of his" });
    expect(set.statusCode).toBe(204);
    const signIn = { email: "li.lei@example.cn", password: "a long passphrase of his" };
    expect((await server.ask(null, "POST /api/session/sign-in", signIn)).statusCode).toBe(200);
    const members = (await server.ask(server.people.administrator, "GET /api/members")).json().entries;
    expect(members.find((member: { id: string }) => member.id === id)).toMatchObject({
      state: "active",
      email: "li.lei@example.cn",
      memberships: [{ role: "analyst", unitId: department }],
    });
    const entries = await server.db.selectFrom("audit_entry").selectAll().execute();
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  it("get the link by mail where mail is configured, and nobody else sees it", async () => {
    const server = await build({ url: "smtp://127.0.0.1:1", from: "manyi@example.cn" });
    const memberships = [{ role: "reader", unitId: server.ours.team }];
    const person = { name: "韩梅梅", email: "han@example.cn", language: "en", memberships };
    const added = await server.ask(server.people.administrator, "POST /api/members", person);
    expect(added.json().link).toBeNull();
    const mail = await server.db.selectFrom("mail_message").selectAll().executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ template: "invitation", recipient: "han@example.cn", language: "en" });
    expect(mail.details).toMatchObject({ organisation: "Morning Light", validDays: "7" });
  });

  it("are invited also where a name holds a line break", async () => {
    const server = await build({ url: "smtp://127.0.0.1:1", from: "manyi@example.cn" });
    const { head, ours } = server;
    const name = JSON.stringify({ zh: "晨光\n物业" });
    await server.db.updateTable("organisation").set({ name }).where("id", "=", ours.organisationId).execute();
    const memberships = [{ role: "reader", unitId: ours.department }];
    const body = { name: "李 梅", email: "mei@example.cn", language: "zh", memberships };
    expect((await server.ask(head, "POST /api/members", body)).statusCode).toBe(201);
    const [mail] = await server.db.selectFrom("mail_message").select("details").execute();
    expect(mail?.details?.organisation).toBe("晨光 物业");
    const odd = await server.ask(head, "POST /api/members", { ...body, email: "x@example.cn", name: "李\n梅" });
    expect(odd.statusCode).toBe(422);
  });

  it("have no link left once they were locked, also when they are unlocked", async () => {
    const server = await build();
    const { userId } = server.people.analyst;
    const by = (what: string) => server.ask(server.head, `POST /api/members/${userId}/${what}`);
    const { link } = (await by("invitation")).json();
    expect([(await by("disable")).statusCode, (await by("enable")).statusCode]).toEqual([204, 204]);
    const token = new URL(link).searchParams.get("token");
    const used = await server.ask(null, "POST /api/session/reset", { token, password: "a long passphrase of his" });
    expect(used.json().code).toBe("link-used-or-expired");
  });

  it("are not added twice, however the address is written", async () => {
    const server = await build();
    const memberships = [{ role: "reader", unitId: server.ours.team }];
    const person = { name: "x", email: server.people.reader.email.toUpperCase(), language: "zh", memberships };
    const answer = await server.ask(server.head, "POST /api/members", person);
    expect([answer.statusCode, answer.json().code]).toEqual([409, "already-exists"]);
  });

  it("get roles only for units whose members one manages (31)", async () => {
    const server = await build();
    const { administrator, reader } = server.people;
    const before = await rolesOf(server, reader);
    for (const unitId of [server.ours.root, server.ours.region, server.ours.otherDepartment, server.theirs.root]) {
      const answer = await roles(server, administrator, reader, [{ role: "reader", unitId }]);
      expect(answer.statusCode, unitId).toBe(404);
      const person = { name: "x", email: "x@example.cn", language: "zh", memberships: [{ role: "reader", unitId }] };
      expect((await server.ask(administrator, "POST /api/members", person)).statusCode, unitId).toBe(404);
    }
    expect(await rolesOf(server, reader)).toEqual(before);
  });

  it("keep roles elsewhere that a department's administrator cannot even see", async () => {
    const server = await build();
    const { administrator, manager } = server.people;
    const elsewhere = { role: "manager", unit_id: server.ours.otherDepartment, user_id: manager.userId };
    await server.db
      .insertInto("membership")
      .values({ ...elsewhere, organisation_id: server.ours.organisationId })
      .execute();
    const members = (await server.ask(administrator, "GET /api/members")).json().entries;
    const seen = members.find((member: { id: string }) => member.id === manager.userId);
    expect(seen.memberships.map((it: { unitId: string }) => it.unitId)).toEqual([server.ours.department]);
    const changed = await roles(server, administrator, manager, [{ role: "reader", unitId: server.ours.team }]);
    expect(changed.statusCode).toBe(204);
    const left = [`manager ${server.ours.otherDepartment}`, `reader ${server.ours.team}`];
    expect(await rolesOf(server, manager)).toEqual(left.sort());
    // Nor is the whole account theirs to lock.
    const locked = await server.ask(administrator, `POST /api/members/${manager.userId}/disable`);
    expect(locked.statusCode).toBe(403);
  });

  it("lose a role with their next request, in the session they have (35)", async () => {
    const server = await build();
    const { analyst } = server.people;
    const cookie = await server.signIn(analyst);
    const permissions = async () =>
      (await server.ask(null, "GET /api/session", undefined, { cookie })).json().permissions;
    expect(await permissions()).toContain("study:export");
    await roles(server, server.head, analyst, [{ role: "reader", unitId: server.ours.department }]);
    expect(await permissions()).not.toContain("study:export");
  });

  it("are out at once when they are locked, and back in when unlocked (35)", async () => {
    const server = await build();
    const { analyst } = server.people;
    const cookie = await server.signIn(analyst);
    const session = () => server.ask(null, "GET /api/session", undefined, { cookie });
    expect((await server.ask(server.head, `POST /api/members/${analyst.userId}/disable`)).statusCode).toBe(204);
    expect((await session()).statusCode).toBe(401);
    expect(
      await server.db.selectFrom("auth_session").selectAll().where("userId", "=", analyst.userId).execute(),
    ).toEqual([]);
    // Even a session that was somehow left over says nothing for a locked account.
    const leftOver = await server.signIn(analyst);
    expect((await server.ask(null, "GET /api/session", undefined, { cookie: leftOver })).statusCode).toBe(401);
    expect((await server.ask(server.head, `POST /api/members/${analyst.userId}/enable`)).statusCode).toBe(204);
  });

  it("always include an active administrator of the whole", async () => {
    const server = await build();
    const { head } = server;
    const refusedBoth = async () => {
      const demoted = await roles(server, head, head, [{ role: "reader", unitId: server.ours.root }]);
      const locked = await server.ask(head, `POST /api/members/${head.userId}/disable`);
      return [demoted.json().code, locked.json().code];
    };
    expect(await refusedBoth()).toEqual(["last-administrator", "last-administrator"]);
    const second = await addPerson(server.db, server.ours, "administrator", server.ours.root);
    await server.db.updateTable("staff").set({ state: "invited" }).where("user_id", "=", second.userId).execute();
    expect(await refusedBoth(), "one who has never signed in does not count").toEqual([
      "last-administrator",
      "last-administrator",
    ]);
    await server.db.updateTable("staff").set({ state: "active" }).where("user_id", "=", second.userId).execute();
    expect((await server.ask(head, `POST /api/members/${second.userId}/disable`)).statusCode).toBe(204);
  });

  it.each(["demote", "lock"])("keep an administrator when two %s each other at the same time", async (what) => {
    const server = await build();
    const second = await addPerson(server.db, server.ours, "administrator", server.ours.root);
    const act = (by: Person, who: Person) =>
      what === "lock"
        ? server.ask(by, `POST /api/members/${who.userId}/disable`)
        : roles(server, by, who, [{ role: "reader", unitId: server.ours.root }]);
    const answers = await bothBeforeEitherCommits(server, () => [act(server.head, second), act(second, server.head)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()[0]).toBe(204);
    expect([401, 403, 404, 409]).toContain(Math.max(...answers.map(({ statusCode }) => statusCode)));
    const left = await server.db
      .selectFrom("membership")
      .innerJoin("staff", "staff.user_id", "membership.user_id")
      .where("membership.unit_id", "=", server.ours.root)
      .where("membership.role", "=", "administrator")
      .where("staff.state", "=", "active")
      .select("membership.user_id")
      .execute();
    expect(left).toHaveLength(1);
  });

  it("of another organisation do not exist", async () => {
    const server = await build();
    const members = (await server.ask(server.head, "GET /api/members")).json().entries;
    expect(members.map((member: { id: string }) => member.id)).not.toContain(server.stranger.userId);
    for (const act of ["disable", "enable", "invitation"]) {
      const answer = await server.ask(server.head, `POST /api/members/${server.stranger.userId}/${act}`);
      expect(answer.statusCode, act).toBe(404);
    }
  });
});
