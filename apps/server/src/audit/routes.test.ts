import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import type { Person } from "../../test-support/two-organisations.ts";
import { organisationRoutes } from "../organisation/routes.ts";
import { auditRoutes } from "./routes.ts";

const build = () => testServer({ routes: (ground) => [...organisationRoutes(ground), ...auditRoutes(ground)] });

interface Entry {
  readonly id: number;
  readonly action: string;
  readonly actor: { readonly name: string | null };
  readonly object: { readonly id: string; readonly name: string | null } | null;
  readonly outcome: string;
}

async function read(server: TestServer, who: Person, query = ""): Promise<{ entries: Entry[]; next: string | null }> {
  const answer = await server.ask(who, `GET /api/audit${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const rename = (server: TestServer, by: Person, unitId: string, zh: string) =>
  server.ask(by, `PATCH /api/units/${unitId}`, { name: { zh } });

describe("the audit log", () => {
  it("tells who did what with what, newest first, by today's names", async () => {
    const server = await build();
    await rename(server, server.head, server.ours.team, "一班");
    await rename(server, server.head, server.ours.team, "甲班");
    const { entries } = await read(server, server.head);
    expect(entries).toMatchObject([
      { action: "unit.changed", outcome: "done", object: { id: server.ours.team, name: "甲班" } },
      { action: "unit.changed", outcome: "done", object: { id: server.ours.team, name: "甲班" } },
    ]);
    expect(entries[0]?.actor).toEqual({ kind: "staff", id: server.head.userId, name: "administrator 某" });
  });

  it("shows a department's reader what happened there, and nothing of elsewhere", async () => {
    const server = await build();
    await rename(server, server.head, server.ours.team, "一班");
    await rename(server, server.head, server.ours.otherDepartment, "工程");
    await rename(server, server.stranger, server.theirs.team, "远班");
    const here = await read(server, server.people.supervisor);
    expect(here.entries.map(({ object }) => object?.id)).toEqual([server.ours.team]);
    const whole = await read(server, server.head);
    expect(whole.entries.map(({ object }) => object?.id)).toEqual([server.ours.otherDepartment, server.ours.team]);
    const theirs = await read(server, server.stranger);
    expect(theirs.entries.map(({ object }) => object?.id)).toEqual([server.theirs.team]);
  });

  it("holds to the reader's units also where one object is asked for", async () => {
    const server = await build();
    await rename(server, server.head, server.ours.team, "一班");
    await rename(server, server.head, server.ours.otherDepartment, "工程");
    await rename(server, server.stranger, server.theirs.team, "远班");
    const found = async (who: Person, object: string) =>
      (await read(server, who, `?object=${object}`)).entries.map((entry) => entry.object?.id);
    const { supervisor } = server.people;
    expect(await found(supervisor, server.ours.team)).toEqual([server.ours.team]);
    expect(await found(supervisor, server.ours.otherDepartment)).toEqual([]);
    expect(await found(supervisor, server.theirs.team)).toEqual([]);
    expect(await found(server.head, server.ours.otherDepartment)).toEqual([server.ours.otherDepartment]);
    expect(await found(server.head, server.theirs.team)).toEqual([]);
  });

  it("is read page by page without gaps or repeats while it grows", async () => {
    const server = await build();
    for (let count = 0; count < 7; count += 1) await rename(server, server.head, server.ours.team, `班 ${count}`);
    const first = await read(server, server.head, "?size=3");
    await rename(server, server.head, server.ours.team, "later");
    const second = await read(server, server.head, `?size=3&cursor=${first.next}`);
    const third = await read(server, server.head, `?size=3&cursor=${second.next}`);
    const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(7);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(third.next).toBeNull();
    const broken = await server.ask(server.head, "GET /api/audit?cursor=1;drop");
    expect(broken.json().details).toEqual({ faults: [{ at: "query.cursor", problem: "form" }] });
  });

  it("is filtered by time, actor, action and object", async () => {
    const server = await build();
    await rename(server, server.head, server.ours.team, "一班");
    server.clock.advance(3_600_000);
    const noon = server.clock.now().toISOString();
    await rename(server, server.people.administrator, server.ours.team, "二班");
    await server.ask(server.head, "POST /api/units", { parentId: server.ours.root, kind: "team", name: { zh: "新" } });
    const count = async (query: string) => (await read(server, server.head, query)).entries.length;
    expect(await count(`?from=${noon}`)).toBe(2);
    expect(await count(`?until=${noon}`)).toBe(1);
    for (const unreadable of ["2026-12-31T23:59:60Z", "2026-12-31T23:59:59%2B08", "2026-12-31%2023:59:59Z"]) {
      const refused = await server.ask(server.head, `GET /api/audit?from=${unreadable}`);
      expect([refused.statusCode, refused.json().code], unreadable).toEqual([422, "request-invalid"]);
    }
    expect(await count(`?actor=${server.head.userId}`)).toBe(2);
    expect(await count(`?actor=${encodeURIComponent(server.people.administrator.email)}`)).toBe(1);
    expect(await count("?action=unit.changed")).toBe(2);
    expect(await count("?action=unit.")).toBe(3);
    expect(await count("?action=unit")).toBe(0);
    expect(await count(`?object=${server.ours.team}`)).toBe(2);
  });

  it("is exported as CSV in which nothing computes, and the export is audited too", async () => {
    const server = await build();
    await server.db
      .updateTable("auth_user")
      .set({ name: '=HYPERLINK("http://evil","x")' })
      .where("id", "=", server.head.userId)
      .execute();
    await rename(server, server.head, server.ours.team, "@SUM(1)");
    const answer = await server.ask(server.head, "GET /api/audit.csv");
    expect(answer.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/),
    });
    expect(answer.body.startsWith("\uFEFFid,at,actorKind")).toBe(true);
    const line = answer.body.split("\r\n").find((it) => it.includes("unit.changed")) ?? "";
    expect(line).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`);
    expect(line).toContain(",'@SUM(1),");
    const { entries } = await read(server, server.head, "?action=audit.exported");
    expect(entries).toHaveLength(1);
  });

  it("cannot be changed, not even by the program itself", async () => {
    const server = await build();
    await rename(server, server.head, server.ours.team, "一班");
    await expect(server.db.updateTable("audit_entry").set({ action: "x" }).execute()).rejects.toThrow(
      /neither changed/,
    );
    await expect(server.db.deleteFrom("audit_entry").execute()).rejects.toThrow(/neither changed/);
  });
});
