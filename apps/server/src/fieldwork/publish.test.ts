import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { smallQuestionnaire } from "../../test-support/small-questionnaire.ts";
import { versionsAskedBy } from "../collection/link-queries.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { programmeRoutes } from "../programme/routes.ts";
import { questionnaireRoutes } from "../questionnaire/routes.ts";
import { fieldworkRoutes } from "./routes.ts";

async function drafted(questionnaire: Questionnaire = smallQuestionnaire()) {
  const s = await testServer({
    routes: (ground) => [...programmeRoutes(ground), ...questionnaireRoutes(ground), ...fieldworkRoutes(ground)],
  });
  const { manager } = s.people;
  const made = await s.ask(manager, "POST /api/programmes/from-template", {
    name: { zh: "客户满意度" },
    unitId: s.ours.department,
    template: "generic-service",
  });
  const id: string = made.json().id;
  const place = `/api/programmes/${id}/questionnaire`;
  const state = { revision: 1 };
  const save = async (draft: Questionnaire) => {
    const saved = (await s.ask(manager, `PUT ${place}`, { revision: state.revision, draft })).json();
    state.revision = saved.revision;
    return saved;
  };
  const publish = (wave: object) => s.ask(manager, `POST ${place}/publish`, { revision: state.revision, wave });
  const close = (waveId: string) => s.ask(manager, `POST /api/waves/${waveId}/close`, { graceMinutes: 0 });
  const programme = async () => (await s.ask(manager, `GET /api/programmes/${id}`)).json();
  await save(questionnaire);
  return { s, id, place, save, publish, close, programme };
}

const newWave = (zh: string) => ({ kind: "new", name: { zh } });
const renamed = (zh: string) => smallQuestionnaire({ title: { zh, en: "x" } });

async function study(s: TestServer, programmeId: string) {
  const definition = await newestDefinition(s.db, programmeId);
  return { ...definition, study: JSON.parse(definition?.study ?? "null") };
}

describe("publishing", () => {
  it("makes a version and a wave that is open, with a link, and says so in the audit log", async () => {
    const { s, id, place, publish, programme } = await drafted();
    const published = await publish(newWave("第一期"));
    expect(published.statusCode, published.body).toBe(201);
    const { waveId, version } = published.json();
    expect(version).toBe(1);
    expect(await programme()).toMatchObject({
      questionnaire: { versions: 1, published: true },
      waves: [{ id: waveId, code: "1", name: { zh: "第一期" }, state: "open", collects: true, responses: 0 }],
    });
    const state = (await s.ask(s.people.reader, `GET ${place}`)).json();
    expect(state).toMatchObject({ published: true, versions: [{ number: 1, publishedBy: "manager 某" }] });
    const fieldwork = (await s.ask(s.people.reader, `GET /api/waves/${waveId}/fieldwork`)).json();
    expect(fieldwork).toMatchObject({ state: "open", version: 1, responses: 0, started: 0, days: [] });
    const { origin } = s.ground.config;
    expect(fieldwork.links).toMatchObject([{ address: expect.stringMatching(`^${origin}/s/[0-9a-z]{26}$`) }]);
    const entry = await s.db
      .selectFrom("audit_entry")
      .select(["object_id", "details"])
      .where("action", "=", "questionnaire.published")
      .execute();
    expect(entry).toEqual([{ object_id: id, details: { version: 1, waveId, wave: "new" } }]);
  });

  it("of what did not change reuses the version, and of what went back to an older one makes a new one", async () => {
    const { s, place, publish, close, save } = await drafted(renamed("甲"));
    const versions: number[] = [];
    for (const title of ["甲", "甲", "乙", "甲"]) {
      await save(renamed(title));
      const { waveId, version } = (await publish(newWave(title))).json();
      versions.push(version);
      await close(waveId);
    }
    expect(versions).toEqual([1, 1, 2, 3]);
    const state = (await s.ask(s.people.reader, `GET ${place}`)).json();
    expect(state.versions.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
    expect(state.versions[0].hash).toBe(state.versions[2].hash);
    expect(state.published).toBe(true);
  });

  it("is refused while another wave is open, of an older revision, and with errors", async () => {
    const { s, place, publish, save, programme } = await drafted();
    await publish(newWave("第一期"));
    const second = await publish(newWave("第二期"));
    expect([second.statusCode, second.json().code, second.json().details]).toEqual([
      409,
      "wave-open-already",
      { wave: "第一期" },
    ]);
    const old = await s.ask(s.people.manager, `POST ${place}/publish`, { revision: 1, wave: { kind: "open" } });
    expect([old.statusCode, old.json().code]).toEqual([409, "changed-meanwhile"]);
    await save(smallQuestionnaire({ pages: [{ code: "p", questions: [] }] }));
    const faulty = await publish({ kind: "open" });
    expect([faulty.statusCode, faulty.json().code]).toEqual([422, "questionnaire-faulty"]);
    expect(faulty.json().details.total).toBe(faulty.json().details.issues.length);
    expect((await programme()).questionnaire).toMatchObject({ versions: 1, published: false });
  });

  it("to the open wave is refused where none is open", async () => {
    const { publish, close } = await drafted();
    const none = await publish({ kind: "open" });
    expect([none.statusCode, none.json().code]).toEqual([409, "wave-not-open"]);
    const { waveId } = (await publish(newWave("第一期"))).json();
    await close(waveId);
    expect((await publish({ kind: "open" })).json().code).toBe("wave-not-open");
  });

  it("to the open wave changes what it asks; it remembers what it asked before", async () => {
    const { s, publish, save, programme } = await drafted();
    const { waveId } = (await publish(newWave("第一期"))).json();
    await save(renamed("改"));
    expect((await publish({ kind: "open" })).json()).toEqual({ waveId, version: 2 });
    expect((await versionsAskedBy(s.db, waveId)).map(({ number }) => number)).toEqual([1, 2]);
    expect((await programme()).waves).toHaveLength(1);
    expect((await s.ask(s.people.reader, `GET /api/waves/${waveId}/fieldwork`)).json().version).toBe(2);
  });

  it("twice at the same moment makes one wave and one version", async () => {
    const { publish, programme } = await drafted();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => publish(newWave(`第 ${n} 次`))));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409]);
    const { waves, questionnaire } = await programme();
    expect([waves.length, questionnaire.versions]).toEqual([1, 1]);
  });

  it("is refused where an item asks something else than it did under its name", async () => {
    const { s, place, publish, save } = await drafted();
    await publish(newWave("第一期"));
    const { five } = smallQuestionnaire().scales;
    const wider = { ...five, maximum: 7, labels: { "1": { zh: "差", en: "Bad" }, "7": { zh: "好", en: "Good" } } };
    const saved = await save(smallQuestionnaire({ scales: { five: wider } }));
    const changed = { code: "item-changed", severity: "error", details: { item: "overall", version: 1 } };
    expect(saved.issues).toContainEqual(expect.objectContaining(changed));
    expect((await publish({ kind: "open" })).json().details.issues).toContainEqual(expect.objectContaining(changed));
    expect((await s.ask(s.people.reader, `GET ${place}`)).json().issues).toEqual(saved.issues);
  });

  it("is refused also where the item was last asked several versions ago", async () => {
    const { publish, save } = await drafted();
    await publish(newWave("第一期"));
    const [start, end] = smallQuestionnaire().pages;
    const without = { ...end, code: "end", questions: end?.questions.filter(({ code }) => code !== "years") ?? [] };
    const { scoring } = smallQuestionnaire();
    const left = { ...scoring, segments: [] };
    for (const title of ["乙", "丙"]) {
      await save(
        smallQuestionnaire({ title: { zh: title, en: "x" }, pages: [start ?? without, without], scoring: left }),
      );
      expect((await publish({ kind: "open" })).statusCode).toBe(201);
    }
    const years = { type: "open-text", code: "years", text: { zh: "多久", en: "How long" } } as const;
    const again = { ...without, questions: [...without.questions, years] };
    await save(smallQuestionnaire({ pages: [start ?? again, again], scoring: left }));
    const refused = await publish({ kind: "open" });
    expect([refused.statusCode, refused.json().details.issues]).toEqual([
      422,
      [expect.objectContaining({ code: "item-changed", details: { item: "years", version: 1 } })],
    ]);
  });

  it("is refused for a programme that was put away", async () => {
    const { s, id, publish } = await drafted();
    await s.ask(s.people.manager, `POST /api/programmes/${id}/archive`);
    expect((await publish(newWave("第一期"))).statusCode).toBe(404);
  });
});

describe("the data of what is asked", () => {
  it("names all waves, in their order, and gets no new definition while it says the same", async () => {
    const { s, id, publish, close } = await drafted();
    const first = (await publish(newWave("第一期"))).json();
    const before = await study(s, id);
    await publish({ kind: "open" });
    expect((await study(s, id)).id).toBe(before.id);
    await close(first.waveId);
    await publish(newWave("第二期"));
    const { study: now, header } = await study(s, id);
    const waves = now.scales[now.columns.find(({ name }: { name: string }) => name === "_wave").scale];
    expect(waves.answers).toMatchObject([
      { code: "1", label: { zh: "第一期" } },
      { code: "2", label: { zh: "第二期" } },
    ]);
    expect(header).toEqual(
      expect.arrayContaining(["overall", "service_speed", "nps", "years", "why", "_wave", "_late"]),
    );
  });

  it("is found by its time also where the clock stands still or was turned back", async () => {
    const { s, id, publish, save } = await drafted();
    await publish(newWave("第一期"));
    const ids: string[] = [];
    for (const title of ["乙", "丙", "丁"]) {
      await save(renamed(title));
      await publish({ kind: "open" });
      const { id: newest = "", study: content } = await study(s, id);
      expect(content.title.zh).toBe(title);
      ids.push(newest);
      s.clock.advance(-3_600_000);
    }
    expect(new Set(ids).size).toBe(3);
  });
});
