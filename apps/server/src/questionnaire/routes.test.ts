import { describe, expect, it } from "vitest";
import { addSurvey } from "../../test-support/add-survey.ts";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { smallQuestionnaire } from "../../test-support/small-questionnaire.ts";
import { exampleFolder } from "../../test-support/study-ground.ts";
import { fieldworkRoutes } from "../fieldwork/routes.ts";
import { programmeRoutes } from "../programme/routes.ts";
import { importFolder } from "../study/import-folder.ts";
import { questionnaireRoutes } from "./routes.ts";

const server = () =>
  testServer({
    routes: (ground) => [...programmeRoutes(ground), ...questionnaireRoutes(ground), ...fieldworkRoutes(ground)],
  });

async function fromTemplate(s: TestServer, body: Readonly<Record<string, unknown>> = {}) {
  const answer = await s.ask(s.people.designer, "POST /api/programmes/from-template", {
    name: { zh: "客户满意度" },
    unitId: s.ours.department,
    template: "generic-service",
    ...body,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const id: string = answer.json().id;
  return { id, place: `/api/programmes/${id}/questionnaire` };
}

const entries = (s: TestServer, action: string) =>
  s.db
    .selectFrom("audit_entry")
    .select(["actor_id", "object_id", "details"])
    .where("action", "=", action)
    .where("outcome", "=", "done")
    .orderBy("id")
    .execute();

describe("templates", () => {
  it("are listed with what they ask and how long it takes", async () => {
    const s = await server();
    const listed = (await s.ask(s.people.designer, "GET /api/questionnaire-templates")).json().entries;
    expect(listed.map(({ code }: { code: string }) => code)).toContain("bookkeeping-agency");
    for (const template of listed) {
      expect(template).toMatchObject({
        languages: ["zh", "en"],
        title: { zh: expect.any(String), en: expect.any(String) },
      });
      expect(template.questions).toBeGreaterThan(5);
      expect(template.indicators).toBeGreaterThan(2);
      expect(template.seconds).toBeGreaterThan(20);
    }
  });

  it("begin a programme: its draft is the template, in the name of whoever asks in every language", async () => {
    const s = await server();
    const { id, place } = await fromTemplate(s, { organisation: { zh: "启明财税" } });
    const state = (await s.ask(s.people.reader, `GET ${place}`)).json();
    expect(state).toMatchObject({
      revision: 1,
      issues: [],
      versions: [],
      published: false,
      draft: { format: "manyi-questionnaire/1", welcome: { organisation: { zh: "启明财税", en: "启明财税" } } },
    });
    expect((await s.ask(s.people.reader, `GET /api/programmes/${id}`)).json()).toMatchObject({
      questionnaire: { revision: 1, versions: 0, published: false },
      waves: [],
    });
    expect(await entries(s, "programme.created")).toEqual([
      {
        actor_id: s.people.designer.userId,
        object_id: id,
        details: { name: { zh: "客户满意度" }, template: "generic-service" },
      },
    ]);
  });

  it("that do not exist are refused, and no programme is made", async () => {
    const s = await server();
    const asked = { name: { zh: "x" }, unitId: s.ours.department, template: "constructor" };
    const refused = await s.ask(s.people.designer, "POST /api/programmes/from-template", asked);
    expect([refused.statusCode, refused.json().code]).toEqual([422, "template-unknown"]);
    expect((await s.ask(s.people.reader, "GET /api/programmes")).json().entries).toEqual([]);
  });
});

describe("a draft", () => {
  it("is saved unfinished, and says what is still wrong with it", async () => {
    const s = await server();
    const { place } = await fromTemplate(s);
    const draft = smallQuestionnaire({ pages: [{ code: "p", questions: [] }] });
    const saved = await s.ask(s.people.designer, `PUT ${place}`, { revision: 1, draft });
    expect(saved.json()).toMatchObject({ revision: 2, published: false });
    expect(saved.json().issues.map(({ code }: { code: string }) => code)).toContain("page-empty");
    const read = (await s.ask(s.people.reader, `GET ${place}`)).json();
    expect(read).toMatchObject({ revision: 2, draft, issues: saved.json().issues, seconds: saved.json().seconds });
  });

  it("is kept by whoever saw its newest revision only", async () => {
    const s = await server();
    const { place } = await fromTemplate(s);
    const mine = smallQuestionnaire();
    const yours = smallQuestionnaire({ title: { zh: "别的", en: "Other" } });
    const answers = await Promise.all([
      s.ask(s.people.designer, `PUT ${place}`, { revision: 1, draft: mine }),
      s.ask(s.people.manager, `PUT ${place}`, { revision: 1, draft: yours }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe("changed-meanwhile");
    const kept = answers[0]?.statusCode === 200 ? mine : yours;
    const by = answers[0]?.statusCode === 200 ? "designer 某" : "manager 某";
    const read = (await s.ask(s.people.reader, `GET ${place}`)).json();
    expect(read).toMatchObject({ revision: 2, draft: kept, changedBy: by });
  });

  it("that is sent again because the answer was lost is not refused", async () => {
    const s = await server();
    const { place } = await fromTemplate(s);
    const body = { revision: 1, draft: smallQuestionnaire() };
    await s.ask(s.people.designer, `PUT ${place}`, body);
    const again = await s.ask(s.people.designer, `PUT ${place}`, body);
    expect([again.statusCode, again.json().revision]).toEqual([200, 2]);
  });

  it("of another form is refused with what is wrong, and changes nothing", async () => {
    const s = await server();
    const { place } = await fromTemplate(s);
    const before = (await s.ask(s.people.reader, `GET ${place}`)).json();
    for (const draft of [{}, { ...smallQuestionnaire(), pages: 7 }, { ...smallQuestionnaire(), script: "x" }]) {
      const refused = await s.ask(s.people.designer, `PUT ${place}`, { revision: 1, draft });
      expect([refused.statusCode, refused.json().code]).toEqual([422, "questionnaire-faulty"]);
      expect(refused.json().details.issues[0]).toMatchObject({ code: "form-wrong", severity: "error" });
    }
    for (const draft of ["x", null, [1]]) {
      expect((await s.ask(s.people.designer, `PUT ${place}`, { revision: 1, draft })).statusCode).toBe(422);
    }
    expect((await s.ask(s.people.reader, `GET ${place}`)).json()).toEqual(before);
  });

  it("beyond a megabyte is refused (413)", async () => {
    const s = await server();
    const { place } = await fromTemplate(s);
    const draft = { ...smallQuestionnaire(), title: { zh: "长".repeat(400_000) } };
    const refused = await s.ask(s.people.designer, `PUT ${place}`, { revision: 1, draft });
    expect([refused.statusCode, refused.json().code]).toEqual([413, "request-too-large"]);
  });

  it("leaves one audit entry a person in ten minutes, however often it saves itself", async () => {
    const s = await server();
    const { id, place } = await fromTemplate(s);
    let revision = 1;
    const save = async (as: "designer" | "manager") => {
      const draft = smallQuestionnaire({ title: { zh: `第 ${revision} 稿`, en: "x" } });
      revision = (await s.ask(s.people[as], `PUT ${place}`, { revision, draft })).json().revision;
    };
    for (let i = 0; i < 5; i++) await save("designer");
    await save("manager");
    s.clock.advance(9 * 60_000);
    await save("designer");
    s.clock.advance(2 * 60_000);
    await save("designer");
    const of = (actor_id: string, revision: number) => ({ actor_id, object_id: id, details: { revision } });
    expect(await entries(s, "questionnaire.saved")).toEqual([
      of(s.people.designer.userId, 2),
      of(s.people.manager.userId, 7),
      of(s.people.designer.userId, 9),
    ]);
  });
});

describe("a published version", () => {
  it("is read as it was published, with its hash, by its number", async () => {
    const s = await server();
    const { programmeId } = await addSurvey(s.db, { organisationId: s.ours.organisationId, unitId: s.ours.department });
    const place = `/api/programmes/${programmeId}/questionnaire/versions`;
    const read = await s.ask(s.people.reader, `GET ${place}/1`);
    expect(read.json()).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(read.json().content).toEqual(smallQuestionnaire());
    expect((await s.ask(s.people.reader, `GET ${place}/2`)).statusCode).toBe(404);
    expect((await s.ask(s.people.reader, `GET ${place}/0`)).statusCode).toBe(422);
  });

  it("never changes, whoever tries", async () => {
    const s = await server();
    await addSurvey(s.db, { organisationId: s.ours.organisationId, unitId: s.ours.department });
    const change = s.db.updateTable("questionnaire_version").set({ content: "{}" }).execute();
    await expect(change).rejects.toThrow("a published questionnaire never changes");
  });
});

describe("a programme of imported answers", () => {
  it("has no questionnaire: all of its routes answer 404", async () => {
    const s = await server();
    const programmeId = await importFolder(s.ground, {
      organisationId: s.ours.organisationId,
      unitId: s.ours.department,
      folder: exampleFolder("tenants"),
      name: null,
    });
    const place = `/api/programmes/${programmeId}/questionnaire`;
    const { manager } = s.people;
    const answers = [
      await s.ask(manager, `GET ${place}`),
      await s.ask(manager, `PUT ${place}`, { revision: 1, draft: smallQuestionnaire() }),
      await s.ask(manager, `GET ${place}/versions/1`),
      await s.ask(manager, `POST ${place}/publish`, { revision: 1, wave: { kind: "open" } }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    const programme = (await s.ask(manager, `GET /api/programmes/${programmeId}`)).json();
    expect(programme.questionnaire).toBeNull();
    expect(programme.waves.every(({ collects }: { collects: boolean }) => !collects)).toBe(true);
  });
});

describe("who may", () => {
  it("nobody signed in (401), not without the right (403), not in another department or organisation (404)", async () => {
    const s = await server();
    const place = { organisationId: s.ours.organisationId };
    const { programmeId } = await addSurvey(s.db, { ...place, unitId: s.ours.department });
    const other = await addSurvey(s.db, { ...place, unitId: s.ours.otherDepartment });
    const save = { revision: 1, draft: smallQuestionnaire() };
    const publish = { revision: 1, wave: { kind: "open" } };
    const at = (id: string) => `/api/programmes/${id}/questionnaire`;
    expect((await s.ask(null, `PUT ${at(programmeId)}`, save)).statusCode).toBe(401);
    expect((await s.ask(s.people.reader, `PUT ${at(programmeId)}`, save)).statusCode).toBe(403);
    expect((await s.ask(s.people.designer, `POST ${at(programmeId)}/publish`, publish)).statusCode).toBe(403);
    expect((await s.ask(s.people.manager, `PUT ${at(other.programmeId)}`, save)).statusCode).toBe(404);
    expect((await s.ask(s.stranger, `GET ${at(programmeId)}`)).statusCode).toBe(404);
    expect((await s.ask(s.stranger, `POST ${at(programmeId)}/publish`, publish)).statusCode).toBe(404);
  });
});
