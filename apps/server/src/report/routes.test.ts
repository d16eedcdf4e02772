import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { exampleFolder } from "../../test-support/study-ground.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { analyseSnapshot } from "../analysis/analyse-snapshot.ts";
import { computeResults } from "../analysis/compute-results.ts";
import { jsonChunks } from "../analysis/json-chunks.ts";
import { programmeRoutes } from "../programme/routes.ts";
import { responseRoutes } from "../response/routes.ts";
import { importFolder } from "../study/import-folder.ts";
import { renderReport } from "./render-report.ts";
import { resultsRoutes } from "./routes.ts";

const server = () =>
  testServer({ routes: (ground) => [...resultsRoutes(ground), ...programmeRoutes(ground), ...responseRoutes(ground)] });

async function programme(s: TestServer, name: "tenants" | "bookkeeping" = "tenants"): Promise<string> {
  const { organisationId, department: unitId } = s.ours;
  return importFolder(s.ground, { organisationId, unitId, folder: exampleFolder(name), name: null });
}

interface QueuedJob {
  readonly task_identifier: string;
  readonly key: string;
}

async function jobs(s: TestServer): Promise<readonly QueuedJob[]> {
  const { sql } = await import("kysely");
  return (await sql<QueuedJob>`select task_identifier, key from graphile_worker.jobs order by id`.execute(s.db)).rows;
}

const all = (programmeId: string) => ({ programmeId, waveId: null, weight: "" });

describe("results", () => {
  it("are computed once they are asked for, and are what the database analysis gives", async () => {
    const s = await server();
    const id = await programme(s);
    const { reader } = s.people;
    const state = async () => (await s.ask(reader, `GET /api/programmes/${id}/results/state`)).json();
    expect(await state()).toEqual({ kind: "computing" });
    expect(await state()).toEqual({ kind: "computing" });
    expect(await jobs(s)).toMatchObject([{ task_identifier: "compute-results" }]);
    expect((await s.ask(reader, `GET /api/programmes/${id}/results.json`)).json()).toMatchObject({
      code: "results-not-ready",
    });
    await computeResults(s.ground, all(id));
    expect(await state()).toMatchObject({
      kind: "ready",
      stale: false,
      respondents: 1681,
      weights: [{ code: "none", label: null, primary: true }],
    });
    const expected = await analyseSnapshot(s.db, id, null, "");
    const answer = await s.ask(reader, `GET /api/programmes/${id}/results.json`);
    expect(answer.body).toBe([...jsonChunks(expected?.results)].join(""));
    const again = await s.ask(reader, `GET /api/programmes/${id}/results.json`, undefined, {
      "if-none-match": String(answer.headers.etag),
    });
    expect(again.statusCode).toBe(304);
    const list = (await s.ask(reader, "GET /api/programmes")).json();
    expect(list.entries[0].headline).toMatchObject({ unit: expect.any(String), n: 1681 });
  });

  it("name the weights as the study does, and which of them it chose", async () => {
    const s = await server();
    const id = await programme(s, "bookkeeping");
    await computeResults(s.ground, all(id));
    const state = (await s.ask(s.people.reader, `GET /api/programmes/${id}/results/state`)).json();
    expect(state.weights).toEqual([
      { code: "none", label: null, primary: false },
      { code: "base_weight", label: { zh: "抽样权重", en: "design weight" }, primary: true },
    ]);
  });

  it("are stale after an exclusion until they are computed again, and stay readable", async () => {
    const s = await server();
    const id = await programme(s);
    await computeResults(s.ground, all(id));
    const list = (await s.ask(s.people.manager, `GET /api/programmes/${id}/responses?size=1`)).json();
    const reason = { reason: "内部测试" };
    await s.ask(s.people.manager, `POST /api/responses/${list.entries[0].id}/exclude`, reason);
    const place = `GET /api/programmes/${id}/results/state`;
    const stale = (await s.ask(s.people.reader, place)).json();
    expect(stale).toMatchObject({ kind: "ready", stale: true });
    await computeResults(s.ground, all(id));
    const fresh = (await s.ask(s.people.reader, place)).json();
    expect(fresh).toMatchObject({ kind: "ready", stale: false });
    expect(fresh.etag).not.toBe(stale.etag);
  });

  it("are computed once where two processes are asked at once", async () => {
    const s = await server();
    const id = await programme(s);
    await Promise.all([computeResults(s.ground, all(id)), computeResults(s.ground, all(id))]);
    const stored = new Set<string>();
    for await (const key of s.ground.files.list("derived")) stored.add(key);
    // Results and the document in two languages: a second computation would have stored and removed three more.
    const rows = await s.db.selectFrom("derived_file").select(["key", "computed_at"]).execute();
    expect(new Set(rows.map(({ key }) => key))).toEqual(stored);
    expect(new Set(rows.map(({ computed_at }) => computed_at.getTime())).size).toBe(1);
    expect(stored.size).toBe(3);
  });

  it("are refused to nobody, to other units and organisations, and for a weight or wave that is none", async () => {
    const s = await server();
    const id = await programme(s);
    const places = [
      "results/state",
      "results.json",
      "report.json?language=zh",
      "report.html?language=zh",
      "report.pdf?language=en",
    ];
    for (const place of places) {
      const route = `GET /api/programmes/${id}/${place}`;
      expect((await s.ask(null, route)).statusCode).toBe(401);
      expect((await s.ask(s.people.interviewer, route)).statusCode).toBe(403);
      expect((await s.ask(s.stranger, route)).statusCode).toBe(404);
    }
    const weight = await s.ask(s.people.reader, `GET /api/programmes/${id}/results/state?weight=nonsense`);
    expect(weight.json()).toMatchObject({ status: 422, code: "weight-unknown", details: { known: ["none"] } });
    const wave = await s.ask(s.people.reader, `GET /api/programmes/${id}/results/state?wave=${id}`);
    expect(wave.statusCode).toBe(404);
    const empty = (
      await s.ask(s.people.manager, "POST /api/programmes", { name: { zh: "空" }, unitId: s.ours.department })
    ).json();
    const state = await s.ask(s.people.reader, `GET /api/programmes/${empty.id}/results/state`);
    expect(state.json()).toEqual({ kind: "empty" });
  });

  it("become a page and a PDF for whoever asks, and each export is audited", async () => {
    const s = await server();
    const id = await programme(s);
    await computeResults(s.ground, all(id));
    const page = s.ask(s.people.reader, `GET /api/programmes/${id}/report.html?language=zh`);
    await untilTrue(async () => (await jobs(s)).some(({ task_identifier }) => task_identifier === "render-report"));
    await renderReport(s.ground, { ...all(id), language: "zh", kind: "page" });
    expect((await page).body).toContain("<!doctype html>");
    await renderReport(s.ground, { ...all(id), language: "en", kind: "pdf" });
    const pdf = await s.ask(s.people.reader, `GET /api/programmes/${id}/report.pdf?language=en`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    const document = await s.ask(s.people.reader, `GET /api/programmes/${id}/report.json?language=en`);
    expect(document.json()).toMatchObject({
      language: "en",
      title: "Satisfaction of Copenhagen tenants with their housing",
    });
    const audit = await s.db
      .selectFrom("audit_entry")
      .select("action")
      .where("action", "=", "report.exported")
      .execute();
    expect(audit).toHaveLength(2);
  });
});
