import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { exampleFolder } from "../../test-support/study-ground.ts";
import { upload } from "../../test-support/upload.ts";
import { programmeRoutes } from "../programme/routes.ts";
import { runImport } from "./import/run-import.ts";
import { studyRoutes } from "./routes.ts";

const server = () => testServer({ routes: (ground) => [...studyRoutes(ground), ...programmeRoutes(ground)] });
const tenants = async () => ({
  "study.json": await readFile(join(exampleFolder("tenants"), "study.json")),
  "data.csv": await readFile(join(exampleFolder("tenants"), "data.csv")),
});

async function audited(s: TestServer): Promise<readonly string[]> {
  const rows = await s.db
    .selectFrom("audit_entry")
    .select("action")
    .where("outcome", "=", "done")
    .orderBy("id")
    .execute();
  return rows.map(({ action }) => action);
}

const newProgramme = (unitId: string) => ({
  programme: { kind: "new", name: { zh: "租户" }, unitId },
  faultyLines: "refuse",
});

describe("an import", () => {
  it("goes from the upload to the programme, and every step leaves its audit entry", async () => {
    const s = await server();
    const { manager } = s.people;
    const sent = await upload(s, manager, s.ours.department, await tenants());
    expect(sent.statusCode).toBe(201);
    const { id } = sent.json();
    const read = await s.ask(manager, `GET /api/imports/${id}`);
    expect(read.json()).toMatchObject({
      state: "ready",
      hasStudyJson: true,
      issues: [],
      preview: { dataFile: "data.csv", encoding: "UTF-8", rows: 72 },
    });
    const run = await s.ask(manager, `POST /api/imports/${id}/run`, newProgramme(s.ours.department));
    expect(run.statusCode).toBe(202);
    await runImport(s.ground, id);
    const done = (await s.ask(manager, `GET /api/imports/${id}`)).json();
    expect(done).toMatchObject({ state: "done", outcome: { imported: 72, rejected: 0, waves: 1 } });
    const { entries } = (await s.ask(manager, "GET /api/programmes")).json();
    expect(entries).toMatchObject([
      { id: done.outcome.programmeId, waves: [{ code: "1", responses: 72, excluded: 0 }] },
    ]);
    expect(await audited(s)).toEqual(["study.uploaded", "study.import-started"]);
  });

  it("is refused to whoever is nobody, lacks the right, or stands in another unit or organisation", async () => {
    const s = await server();
    const { id } = (await upload(s, s.people.manager, s.ours.department, await tenants())).json();
    expect((await upload(s, null, s.ours.department, await tenants())).statusCode).toBe(401);
    expect((await upload(s, s.people.reader, s.ours.department, await tenants())).statusCode).toBe(403);
    for (const unit of [s.ours.otherDepartment, s.ours.root, s.theirs.department]) {
      expect((await upload(s, s.people.manager, unit, await tenants())).statusCode).toBe(404);
    }
    for (const place of [
      `GET /api/imports/${id}`,
      `DELETE /api/imports/${id}`,
      `GET /api/imports/${id}/rejected.csv`,
    ]) {
      expect((await s.ask(null, place)).statusCode).toBe(401);
      expect((await s.ask(s.people.reader, place)).statusCode).toBe(403);
      expect((await s.ask(s.stranger, place)).statusCode).toBe(404);
    }
    const elsewhere = await s.ask(
      s.people.manager,
      `POST /api/imports/${id}/run`,
      newProgramme(s.ours.otherDepartment),
    );
    expect(elsewhere.statusCode).toBe(404);
    expect(await s.db.selectFrom("study_import").select("state").execute()).toEqual([{ state: "ready" }]);
  });

  it("says in the caller's language what is wrong with a study, and keeps nothing that is none", async () => {
    const s = await server();
    const { manager } = s.people;
    const broken = await upload(s, manager, s.ours.department, { "study.json": "{", "data.csv": "a\n1\n" });
    const { id } = broken.json();
    expect((await s.ask(manager, `GET /api/imports/${id}`)).json()).toMatchObject({
      state: "faulty",
      issues: [{ file: "study.json", text: expect.stringContaining("JSON") }],
    });
    const run = await s.ask(manager, `POST /api/imports/${id}/run`, newProgramme(s.ours.department));
    expect(run.statusCode).toBe(422);
    expect(run.json()).toMatchObject({ code: "study-faulty", details: { total: 1 } });
    const empty = await upload(s, manager, s.ours.department, { "notes.md": "x" });
    expect(empty.json()).toMatchObject({ status: 422, code: "import-without-data" });
    const two = await upload(s, manager, s.ours.department, { "a.csv": "a\n1\n", "b.csv": "a\n1\n" });
    expect(two.json()).toMatchObject({
      code: "study-faulty",
      details: { issues: [{ text: expect.stringContaining("a.csv") }] },
    });
  });

  it("of data alone asks what the columns are, and takes the answer", async () => {
    const s = await server();
    const { manager } = s.people;
    const rows = Array.from({ length: 40 }, (_, i) => `${i + 1},${(i % 5) + 1},${i % 11},${i % 2 ? "东区" : "西区"}`);
    const data = `序号,总体满意度,推荐意愿,区域\n${rows.join("\n")}\n`;
    const { id } = (await upload(s, manager, s.ours.department, { "回访.csv": data })).json();
    const guessed = (await s.ask(manager, `GET /api/imports/${id}`)).json();
    expect(guessed).toMatchObject({ state: "mapping", hasStudyJson: false });
    expect(guessed.mapping.columns.map(({ use }: { use: string }) => use)).toEqual(["key", "overall", "nps", "unit"]);
    const early = await s.ask(manager, `POST /api/imports/${id}/run`, newProgramme(s.ours.department));
    expect(early.json()).toMatchObject({ status: 409, code: "import-not-ready" });
    const wrong = { ...guessed.mapping, columns: guessed.mapping.columns.map((c: object) => ({ ...c, use: "nps" })) };
    expect((await s.ask(manager, `PUT /api/imports/${id}/mapping`, wrong)).json()).toMatchObject({ state: "mapping" });
    const taken = await s.ask(manager, `PUT /api/imports/${id}/mapping`, guessed.mapping);
    expect(taken.json()).toMatchObject({ state: "ready", issues: [], faultyLines: 0 });
    await s.ask(manager, `POST /api/imports/${id}/run`, newProgramme(s.ours.department));
    await runImport(s.ground, id);
    expect((await s.ask(manager, `GET /api/imports/${id}`)).json()).toMatchObject({ outcome: { imported: 40 } });
  });

  it("leaves out faulty lines where it is told to, and lists them for people without a formula in it", async () => {
    const s = await server();
    const { manager } = s.people;
    const study = { ...(await tenants()) };
    const data = `${study["data.csv"]}"Low","Low","Tower","=1+1",5\n"Low","Low","Tower","Low",-1\n`;
    const { id } = (await upload(s, manager, s.ours.department, { ...study, "data.csv": data })).json();
    expect((await s.ask(manager, `GET /api/imports/${id}`)).json()).toMatchObject({ state: "ready", faultyLines: 2 });
    const refused = await s.ask(manager, `POST /api/imports/${id}/run`, newProgramme(s.ours.department));
    expect(refused.json()).toMatchObject({ code: "study-faulty", details: { total: 2 } });
    const body = { ...newProgramme(s.ours.department), faultyLines: "leave-out" };
    await s.ask(manager, `POST /api/imports/${id}/run`, body);
    await runImport(s.ground, id);
    const done = (await s.ask(manager, `GET /api/imports/${id}`)).json();
    expect(done).toMatchObject({ state: "done", outcome: { imported: 72, rejected: 2 } });
    const list = await s.ask(manager, `GET /api/imports/${id}/rejected.csv`);
    expect(list.body.split("\n").slice(0, 3)).toEqual([
      "\u{FEFF}行号,列,内容,原因",
      "74,Cont,'=1+1,不是该列量表中的答案",
      "75,Freq,'-1,超出该列允许的范围",
    ]);
    expect((await audited(s)).at(-1)).toBe("study.rejected-exported");
  });

  it("goes with its files when it is given up, and cannot be given up once it is done", async () => {
    const s = await server();
    const { manager } = s.people;
    const { id } = (await upload(s, manager, s.ours.department, await tenants())).json();
    const keys = async () => {
      let count = 0;
      for await (const _ of s.ground.files.list("imports")) count++;
      return count;
    };
    expect(await keys()).toBe(2);
    expect((await s.ask(manager, `DELETE /api/imports/${id}`)).statusCode).toBe(204);
    expect(await keys()).toBe(0);
    expect((await s.ask(manager, `GET /api/imports/${id}`)).statusCode).toBe(404);
    const second = (await upload(s, manager, s.ours.department, await tenants())).json().id;
    await s.ask(manager, `POST /api/imports/${second}/run`, newProgramme(s.ours.department));
    expect((await s.ask(manager, `DELETE /api/imports/${second}`)).json()).toMatchObject({ code: "import-not-ready" });
  });

  it("is refused before anything is kept where the caller may not import for the unit", async () => {
    let kept = 0;
    const s = await testServer({
      routes: (ground) => {
        const put: typeof ground.files.put = (...asked) => {
          kept += 1;
          return ground.files.put(...asked);
        };
        return studyRoutes({ ...ground, files: { ...ground.files, put } });
      },
    });
    const sent = await upload(s, s.people.manager, s.ours.otherDepartment, { "a.csv": "a\n1\n" });
    expect([sent.statusCode, kept]).toEqual([404, 0]);
    const nowhere = await upload(s, s.people.manager, "nowhere", { "a.csv": "a\n1\n" });
    expect([nowhere.statusCode, kept]).toEqual([422, 0]);
  });

  it("may be so large in all, in however many files", async () => {
    const s = await testServer({ routes: studyRoutes, config: { largestImportBytes: 1_000 } });
    const sent = (bytes: number) =>
      upload(s, s.people.manager, s.ours.department, {
        "a.csv": `a\n${"1\n".repeat(200)}`,
        "notes.md": "x".repeat(bytes),
      });
    const answer = await sent(600);
    expect(answer.json()).toMatchObject({ status: 413, code: "request-too-large", details: { limitBytes: 1_000 } });
    expect((await sent(500)).statusCode).toBe(201);
  });

  it("keeps every file under a name of the server's, whatever it is called", async () => {
    const s = await server();
    const names = ["../../etc/passwd.csv", "..\\..\\boot.csv", "a\u202Egpj.csv", `${"长".repeat(300)}.csv`];
    for (const name of names) {
      const { id } = (await upload(s, s.people.manager, s.ours.department, { [name]: "a,b\n1,2\n" })).json();
      const [file] = (await s.ask(s.people.manager, `GET /api/imports/${id}`)).json().files;
      expect(file.name).not.toMatch(/[/\\\u202E]/);
      expect(file.name.length).toBeLessThanOrEqual(200);
    }
    for await (const key of s.ground.files.list("imports")) {
      expect(key).toMatch(/^imports\/[\w/.-]+$/);
      expect(await buffer(await s.ground.files.read(key))).toEqual(Buffer.from("a,b\n1,2\n"));
    }
  });
});
