/** From what respondents send to what the reports say: over two waves and two versions, with late and excluded answers. */
import { randomUUID } from "node:crypto";
import { analyseStudy } from "@manyi/analysis/analyse-study";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { describe, expect, it, onTestFinished } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { smallQuestionnaire } from "../../test-support/small-questionnaire.ts";
import { addUnitObjects } from "../../test-support/unit-objects.ts";
import { folderOf, unzipped } from "../../test-support/unpacked.ts";
import { allRoutes } from "../all-routes.ts";
import { analyseSnapshot } from "../analysis/analyse-snapshot.ts";
import { computeResults } from "../analysis/compute-results.ts";
import { type Collection, openCollection } from "../collection/open-collection.ts";
import { productVersion } from "../product/product-version.ts";
import { renderReport } from "../report/render-report.ts";
import { exportStudy } from "../study/export/export-study.ts";

const firstVersion = smallQuestionnaire();
/** One more row, one option more, other words, and nobody is asked for a reason any more. */
const secondVersion = smallQuestionnaire({
  title: { zh: "新的标题", en: "Another title" },
  pages: firstVersion.pages.map((page) => ({
    ...page,
    questions: page.questions
      .filter(({ code }) => code !== "why")
      .map((question) => {
        if (question.type === "matrix") {
          const row = { code: "price", text: { zh: "收费合理", en: "Price" } };
          return { ...question, rows: [...question.rows, row] };
        }
        if (question.type === "nps")
          return { ...question, text: { zh: "您会推荐我们吗？", en: "Would you recommend us?" } };
        if (question.type !== "single-choice") return question;
        return { ...question, options: [...question.options, { code: "ten", label: { zh: "十年以上", en: "Ten" } }] };
      }),
  })),
  scoring: {
    ...firstVersion.scoring,
    indicators: [
      ...(firstVersion.scoring.indicators ?? []),
      { code: "price", label: { zh: "收费", en: "Price" }, item: "service_price" },
    ],
  },
});

async function surveyed() {
  const collections: Collection[] = [];
  const s = await testServer({
    routes: (ground) => {
      const collection = openCollection(ground, { linkMs: 0 });
      collections.push(collection);
      return allRoutes(ground, collection);
    },
  });
  onTestFinished(async () => void (await Promise.all(collections.map((collection) => collection.close()))));
  const { manager } = s.people;
  const ok = async (place: string, body?: unknown) => {
    const answer = await s.ask(manager, place, body);
    expect(answer.statusCode, `${place}: ${answer.body}`).toBeLessThan(300);
    return answer.body === "" ? null : answer.json();
  };
  const made = { name: { zh: "客户满意度" }, unitId: s.ours.department, template: "generic-service" };
  const { id } = await ok("POST /api/programmes/from-template", made);
  const place = `/api/programmes/${id}`;
  const publish = async (revision: number, draft: unknown, wave: object): Promise<string> => {
    await ok(`PUT ${place}/questionnaire`, { revision, draft });
    return (await ok(`POST ${place}/questionnaire/publish`, { revision: revision + 1, wave })).waveId;
  };
  const linkOf = async (waveId: string) => {
    const { links } = await ok(`GET /api/waves/${waveId}/fieldwork`);
    return links[0].address.split("/s/")[1];
  };
  const send = async (link: string, version: number, answers: object, language = "zh") => {
    const sent = await s.ask(null, `POST /api/collect/${link}/responses`, {
      id: randomUUID(),
      answers,
      version,
      language,
    });
    expect(sent.statusCode, sent.body).toBe(201);
    s.clock.advance(1_000);
    return sent.json();
  };
  return { s, id, place, ok, publish, linkOf, send };
}

const satisfied = (n: number) => ({
  overall: 3 + (n % 3),
  service: { speed: 1 + (n % 5), care: n % 4 === 0 ? "not-applicable" : 5 - (n % 3) },
  nps: n % 11,
  years: { option: n % 2 === 0 ? "old" : "new" },
});

/** Two waves: 30 answers to the first version and 10 to the second, then 25 in the second wave. */
async function twoWaves() {
  const survey = await surveyed();
  const { ok, publish, linkOf, send } = survey;
  const first = await publish(1, firstVersion, { kind: "new", name: { zh: "春季", en: "Spring" } });
  const link = await linkOf(first);
  for (let n = 0; n < 28; n++) await send(link, 1, satisfied(n));
  for (const why of ["等了三天，没人回电话。", '=1+1,"quoted"\n第二行'])
    await send(link, 1, { ...satisfied(1), overall: 1, why });
  await publish(2, secondVersion, { kind: "open" });
  for (let n = 0; n < 9; n++) {
    const answers = satisfied(n);
    await send(link, 2, { ...answers, service: { ...answers.service, price: 4 }, years: { option: "ten" } }, "en");
  }
  // Whose page is still the old one.
  await send(link, 1, satisfied(5));
  await ok(`POST /api/waves/${first}/close`, { graceMinutes: 0 });
  const second = await publish(3, secondVersion, { kind: "new", name: { zh: "秋季", en: "Autumn" } });
  const next = await linkOf(second);
  for (let n = 0; n < 25; n++) await send(next, 2, { ...satisfied(n + 7), service: { price: 1 + (n % 5) } });
  return { ...survey, first, second };
}

/** As the server analyses it, and as the command line analyses what it exports. */
async function bothWays({ db, ground }: TestServer, programmeId: string) {
  const analysed = await analyseSnapshot(db, programmeId, null, "");
  const folder = await folderOf(await unzipped((await exportStudy(ground, programmeId)) ?? expect.fail("no export")));
  const loaded = await loadStudy(folder, { unknownAnswers: "stop" });
  const results = analysed?.results ?? expect.fail("no results");
  return { results, ofExport: analyseStudy(loaded, { productVersion }) };
}

/** Compared without showing either: they are long. */
function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe("answers from the field", () => {
  it("are the results that the command line gives of their export, over versions and waves", async () => {
    const { s, id, first, second } = await twoWaves();
    const { results, ofExport } = await bothWays(s, id);
    expect(sameText(results, ofExport)).toBe(true);
    expect(results.data).toMatchObject({ respondents: 65, excluded: [] });
    const waves = [first, second].map((wave) => analyseSnapshot(s.db, id, wave, ""));
    const counts = (await Promise.all(waves)).map((one) => one?.results.data.respondents);
    expect(counts).toEqual([40, 25]);
  });

  it("that are excluded are neither in the results nor in the export, and only the results say how many", async () => {
    const { s, id, place, ok, second } = await twoWaves();
    const { entries } = await ok(`GET ${place}/responses?wave=${second}&size=3`);
    for (const response of entries) await ok(`POST /api/responses/${response.id}/exclude`, { reason: "测试答卷" });
    const { results, ofExport } = await bothWays(s, id);
    expect(results.data).toMatchObject({ respondents: 62, excluded: [{ reason: "by-hand", rows: 3 }] });
    expect(ofExport.data).toMatchObject({ respondents: 62, excluded: [] });
    expect(sameText({ ...results, data: null }, { ...ofExport, data: null })).toBe(true);
  });

  it("compare the waves in their order, by their names", async () => {
    const { s, id } = await twoWaves();
    const results = (await analyseSnapshot(s.db, id, null, ""))?.results;
    expect(results?.weightings[0]?.waves).toMatchObject({
      waves: [
        { code: "1", label: { zh: "春季", en: "Spring" } },
        { code: "2", label: { zh: "秋季", en: "Autumn" } },
      ],
      // The first wave asked in both ways, the second in one.
      reworded: [{ column: "nps" }],
    });
    expect(results?.findings.map(({ code }) => code)).toContain("caution-reworded");
  });

  it("are listed with a column for everything that was ever asked, and where it came from", async () => {
    const { ok, place, first } = await twoWaves();
    const { columns, entries, total } = await ok(`GET ${place}/responses?wave=${first}&size=200`);
    const codes = columns.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        "overall",
        "service_price",
        "nps",
        "years",
        "why",
        "_wave",
        "_version",
        "_language",
        "_late",
      ]),
    );
    expect(columns.every(({ label }: { label: object | null }) => label !== null)).toBe(true);
    expect(total).toBe(40);
    for (const { answers } of entries) expect(codes).toEqual(expect.arrayContaining(Object.keys(answers)));
    expect(entries[29].answers).toMatchObject({
      overall: "1",
      why: '=1+1,"quoted"\n第二行',
      _wave: "1",
      _version: "1",
    });
    expect(entries[30].answers).toMatchObject({ service_price: "4", years: "ten", _version: "2", _language: "en" });
    expect(entries[0].answers).toMatchObject({ service_care: "NA", _late: "0", _channel: "link" });
  });

  it("become a page and a PDF of one wave that is still open, in both languages", async () => {
    const { s, id, place, second } = await twoWaves();
    const key = { programmeId: id, waveId: second, weight: "" };
    await computeResults(s.ground, key);
    const state = await s.ask(s.people.reader, `GET ${place}/results/state?wave=${second}`);
    expect(state.json()).toMatchObject({ kind: "ready", stale: false, respondents: 25 });
    for (const language of ["zh", "en"] as const) {
      await renderReport(s.ground, { ...key, language, kind: "page" });
      const page = await s.ask(s.people.reader, `GET ${place}/report.html?wave=${second}&language=${language}`);
      expect(page.body).toContain(language === "zh" ? "秋季" : "Autumn");
      expect(page.body).toContain(language === "zh" ? "收费" : "Price");
      await renderReport(s.ground, { ...key, language, kind: "pdf" });
      const pdf = await s.ask(s.people.reader, `GET ${place}/report.pdf?wave=${second}&language=${language}`);
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });

  it("make the results stale, and are in them once they are computed again", async () => {
    const { s, id, place, send, linkOf, second } = await twoWaves();
    const all = { programmeId: id, waveId: null, weight: "" };
    const state = async () => (await s.ask(s.people.reader, `GET ${place}/results/state`)).json();
    await computeResults(s.ground, all);
    expect(await state()).toMatchObject({ stale: false, respondents: 65 });
    await send(await linkOf(second), 2, satisfied(3));
    expect(await state()).toMatchObject({ stale: true, respondents: 65 });
    await computeResults(s.ground, all);
    expect(await state()).toMatchObject({ stale: false, respondents: 66 });
  });
});

describe("a first wave without an answer", () => {
  it("has no results yet, and nothing to export", async () => {
    const { s, place, publish } = await surveyed();
    await publish(1, firstVersion, { kind: "new", name: { zh: "第一期" } });
    expect((await s.ask(s.people.reader, `GET ${place}/results/state`)).json()).toEqual({ kind: "empty" });
    const exported = await s.ask(s.people.manager, `GET ${place}/study.zip`);
    expect([exported.statusCode, exported.json().code]).toEqual([409, "nothing-to-analyse"]);
  });
});

describe("imports", () => {
  it("do not go into a programme that collects", async () => {
    const { s, id } = await surveyed();
    const { importId } = await addUnitObjects(s.db, s.ours, s.ours.department);
    const body = { programme: { kind: "existing", programmeId: id }, faultyLines: "refuse" };
    const refused = await s.ask(s.people.manager, `POST /api/imports/${importId}/run`, body);
    expect([refused.statusCode, refused.json().code]).toEqual([409, "programme-has-questionnaire"]);
  });
});
