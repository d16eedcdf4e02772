import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { exampleFolder } from "../../test-support/study-ground.ts";
import { unzipped } from "../../test-support/unpacked.ts";
import { responseRoutes } from "../response/routes.ts";
import { importFolder } from "../study/import-folder.ts";
import { studyRoutes } from "../study/routes.ts";
import { programmeRoutes } from "./routes.ts";

const server = () =>
  testServer({ routes: (ground) => [...programmeRoutes(ground), ...responseRoutes(ground), ...studyRoutes(ground)] });

const imported = (s: TestServer, unitId = s.ours.department) =>
  importFolder(s.ground, {
    organisationId: s.ours.organisationId,
    unitId,
    folder: exampleFolder("tenants"),
    name: null,
  });

async function created(s: TestServer, unitId = s.ours.department): Promise<string> {
  const answer = await s.ask(s.people.manager, "POST /api/programmes", { name: { zh: "年度调查" }, unitId });
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

const actions = async (s: TestServer) =>
  (await s.db.selectFrom("audit_entry").select(["action", "outcome"]).orderBy("id").execute())
    .filter(({ outcome }) => outcome === "done")
    .map(({ action }) => action);

describe("a programme", () => {
  it("is made, renamed, moved, put away and brought back, each with its audit entry", async () => {
    const s = await server();
    const { manager } = s.people;
    const id = await created(s);
    const place = `/api/programmes/${id}`;
    const changed = await s.ask(manager, `PATCH ${place}`, { version: 1, name: { zh: "新名" }, unitId: s.ours.team });
    expect(changed.json()).toEqual({ version: 2 });
    const late = await s.ask(manager, `PATCH ${place}`, { version: 1, name: { zh: "旧" } });
    expect(late.json()).toMatchObject({ status: 409, code: "changed-meanwhile" });
    expect((await s.ask(manager, `POST ${place}/archive`)).statusCode).toBe(204);
    expect((await s.ask(manager, "GET /api/programmes")).json().entries).toEqual([]);
    const archived = (await s.ask(manager, "GET /api/programmes?archived=only")).json().entries;
    expect(archived).toMatchObject([{ id, name: { zh: "新名" }, archivedAt: expect.any(String) }]);
    expect((await s.ask(manager, `POST ${place}/restore`)).statusCode).toBe(204);
    expect((await s.ask(manager, `GET ${place}`)).json()).toMatchObject({
      archivedAt: null,
      waves: [],
      headline: null,
    });
    expect(await actions(s)).toEqual([
      "programme.created",
      "programme.changed",
      "programme.archived",
      "programme.restored",
    ]);
  });

  it("is seen by its unit and those above, and says what the caller may do", async () => {
    const s = await server();
    const own = await imported(s);
    await imported(s, s.ours.otherDepartment);
    const list = async (as: keyof TestServer["people"]) =>
      (await s.ask(s.people[as], "GET /api/programmes")).json().entries;
    expect(await list("reader")).toMatchObject([
      { id: own, may: { edit: false, import: false, readResponses: false } },
    ]);
    expect(await list("manager")).toMatchObject([{ id: own, may: { edit: true, import: true, editResponses: true } }]);
    const head = (await s.ask(s.head, "GET /api/programmes")).json().entries;
    expect(head).toHaveLength(2);
    expect((await s.ask(s.stranger, "GET /api/programmes")).json().entries).toEqual([]);
  });

  it("shows its headline, a figure of the report, to those who may read reports", async () => {
    const s = await server();
    const id = await imported(s);
    const headline = { label: { en: "NPS" }, value: 12, lower: 3, upper: 21, unit: "nps", n: 240 };
    await s.db
      .updateTable("programme")
      .set({ headline: JSON.stringify(headline) })
      .where("id", "=", id)
      .execute();
    for (const [role, expected] of [
      ["reader", headline],
      ["contractor", null],
    ] as const) {
      const list = await s.ask(s.people[role], "GET /api/programmes");
      const one = await s.ask(s.people[role], `GET /api/programmes/${id}`);
      expect([list.json().entries[0].headline, one.json().headline], role).toEqual([expected, expected]);
    }
  });

  it("is refused to nobody (401), to roles without the right (403), to others (404), with nonsense (422)", async () => {
    const s = await server();
    const id = await imported(s);
    const other = await imported(s, s.ours.otherDepartment);
    const routes = [
      "GET /api/programmes/:id",
      "POST /api/programmes/:id/archive",
      "GET /api/programmes/:id/study.zip",
      "GET /api/programmes/:id/responses",
    ];
    for (const route of routes) {
      expect((await s.ask(null, route.replace(":id", id))).statusCode).toBe(401);
      expect((await s.ask(s.people.interviewer, route.replace(":id", id))).statusCode).toBe(403);
      expect((await s.ask(s.stranger, route.replace(":id", id))).statusCode).toBe(404);
      expect((await s.ask(s.people.manager, route.replace(":id", other))).statusCode).toBe(404);
    }
    const patch = { version: 1, unitId: s.ours.otherDepartment };
    expect((await s.ask(s.people.manager, `PATCH /api/programmes/${id}`, patch)).statusCode).toBe(404);
    const stolen = { version: 1, unitId: s.theirs.root };
    expect((await s.ask(s.head, `PATCH /api/programmes/${id}`, stolen)).statusCode).toBe(404);
    expect(
      (await s.ask(s.people.manager, "POST /api/programmes", { name: {}, unitId: s.ours.department })).statusCode,
    ).toBe(422);
    const rows = await s.db.selectFrom("programme").select(["version", "archived_at"]).execute();
    expect(rows).toEqual([
      { version: 1, archived_at: null },
      { version: 1, archived_at: null },
    ]);
  });

  it("is exported as a folder, with an audit entry; an empty one has none", async () => {
    const s = await server();
    const id = await imported(s);
    const zip = await s.ask(s.people.analyst, `GET /api/programmes/${id}/study.zip`);
    expect(zip.headers["content-type"]).toBe("application/zip");
    expect([...(await unzipped(Readable.from([zip.rawPayload]))).keys()].sort()).toEqual(["data.csv", "study.json"]);
    const empty = await created(s);
    const none = await s.ask(s.people.analyst, `GET /api/programmes/${empty}/study.zip`);
    expect(none.json()).toMatchObject({ status: 409, code: "nothing-to-analyse" });
    expect(await actions(s)).toEqual(["study.exported", "programme.created"]);
  });
});

describe("responses", () => {
  it("are listed page by page, each once, in the order of their file", async () => {
    const s = await server();
    const id = await imported(s);
    const lines: number[] = [];
    let cursor = "";
    do {
      const page = (await s.ask(s.people.analyst, `GET /api/programmes/${id}/responses?size=20${cursor}`)).json();
      expect(page.total).toBe(72);
      expect(page.columns.map(({ code }: { code: string }) => code)).toEqual(["Sat", "Infl", "Type", "Cont", "Freq"]);
      lines.push(...page.entries.map(({ line }: { line: number }) => line));
      cursor = page.next === null ? "" : `&cursor=${page.next}`;
    } while (cursor !== "");
    expect(lines).toEqual(Array.from({ length: 72 }, (_, i) => i + 2));
    const forged = await s.ask(s.people.analyst, `GET /api/programmes/${id}/responses?cursor=x';drop`);
    expect(forged.statusCode).toBe(422);
  });

  it("are excluded for a reason and restored; the history says who and why, the audit log does not repeat the reason", async () => {
    const s = await server();
    const id = await imported(s);
    const [first] = (await s.ask(s.people.analyst, `GET /api/programmes/${id}/responses?size=1`)).json().entries;
    const place = `/api/responses/${first.id}`;
    expect((await s.ask(s.people.analyst, `POST ${place}/exclude`, { reason: " " })).statusCode).toBe(422);
    expect((await s.ask(s.people.analyst, `POST ${place}/exclude`, { reason: "员工自答" })).statusCode).toBe(204);
    const excluded = (await s.ask(s.people.analyst, `GET /api/programmes/${id}/responses?state=excluded`)).json();
    expect(excluded).toMatchObject({ total: 1, entries: [{ id: first.id, reason: "员工自答" }] });
    expect((await s.ask(s.people.reader, `GET /api/programmes/${id}`)).json().waves).toMatchObject([
      { responses: 72, excluded: 1 },
    ]);
    expect((await s.ask(s.people.analyst, `POST ${place}/restore`)).statusCode).toBe(204);
    const history = (await s.ask(s.people.supervisor, `GET ${place}/history`)).json().entries;
    expect(history).toMatchObject([
      { kind: "submitted", actor: null },
      { kind: "excluded", actor: "analyst 某", reason: "员工自答" },
      { kind: "restored", reason: null },
    ]);
    expect(await actions(s)).toEqual(["response.excluded", "response.restored"]);
    const details = await s.db.selectFrom("audit_entry").select("details").execute();
    expect(JSON.stringify(details)).not.toContain("员工自答");
  });

  it("are changed by nobody who may only read them, and by nobody elsewhere", async () => {
    const s = await server();
    const id = await imported(s);
    const [first] = (await s.ask(s.people.analyst, `GET /api/programmes/${id}/responses?size=1`)).json().entries;
    const body = { reason: "没有理由" };
    const place = `POST /api/responses/${first.id}/exclude`;
    expect((await s.ask(null, place, body)).statusCode).toBe(401);
    expect((await s.ask(s.people.supervisor, place, body)).statusCode).toBe(403);
    expect((await s.ask(s.stranger, place, body)).statusCode).toBe(404);
    const rows = await s.db.selectFrom("response_event").select("kind").distinct().execute();
    expect(rows).toEqual([{ kind: "submitted" }]);
  });
});
