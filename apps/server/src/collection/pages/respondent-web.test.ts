/** The pages without JavaScript, asked as a browser asks them. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addVersion, askVersion } from "../../../test-support/add-version.ts";
import { askedQuestionnaire } from "../../../test-support/asked-questionnaire.ts";
import { endIn, noticeIn, questionsIn } from "../../../test-support/readable-pages.ts";
import { browser, locationOf, opened } from "../../../test-support/respondent-browser.ts";

describe("the first page", () => {
  it("has an id of its own each time, and a stamp that says when it was opened", async () => {
    const server = await browser();
    const [one, two] = [await opened(server), await opened(server)];
    expect(one).toMatchObject({ page: "first", version: 1, sequence: 0, answers: {}, faults: [], wave: "open" });
    expect(one.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
    expect(one.id).not.toBe(two.id);
    const now = server.clock.now();
    expect(server.collection.stamps.read(one.stamp, server.wave.linkId, now)).toEqual(now);
  });

  it("is in the language that is asked for in the address, else in the browser's, else in the first", async () => {
    const server = await browser();
    const language = async (path: string, accept?: string) =>
      questionsIn(await server.get(path, accept === undefined ? {} : { "accept-language": accept })).language;
    expect(await language(server.start)).toBe("zh");
    expect(await language(server.start, "en-GB,en;q=0.9")).toBe("en");
    expect(await language(`${server.start}?lang=zh`, "en")).toBe("zh");
    expect(await language(`${server.start}?lang=fr`, "en")).toBe("en");
    expect(await language(`${server.start}?lang=${"x".repeat(999)}&lang=en`, "en")).toBe("en");
  });

  it("may be kept, framed and found by nobody, and runs nothing but our own script", async () => {
    const server = await browser();
    const { headers } = await server.get(server.start);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers).not.toHaveProperty("set-cookie");
  });
});

describe("the way without JavaScript", () => {
  it("goes page by page to the receipt, and the same form again ends there too", async () => {
    const server = await browser();
    const { hidden, path, id } = await opened(server);
    server.clock.advance(20_000);
    expect(locationOf(await server.post(path("first"), { ...hidden, "a.overall": "4", go: "next" }))).toEqual([
      303,
      path("second"),
    ]);
    const second = questionsIn(await server.get(path("second")));
    expect(second).toMatchObject({ page: "second", sequence: 1, answers: { overall: 4 }, id });
    server.clock.advance(20_000);
    const last = {
      ...hidden,
      sequence: "1",
      "a.service.speed": "5",
      "a.service.care": "~not-applicable",
      "a.nps": "9",
      "a.ways": ["phone"],
      "a.more": "很好\r\n谢谢",
      go: "next",
    };
    expect(locationOf(await server.post(path("second"), last))).toEqual([303, path("done")]);
    const end = endIn(await server.get(path("done")));
    expect(end).toMatchObject({ language: "zh", late: false, receipt: expect.stringMatching(/^\w{4}-\w{4}$/) });
    const [row, ...others] = await server.responses();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id,
      answers: {
        overall: "4",
        service_speed: "5",
        service_care: "NA",
        ways_phone: "1",
        ways_visit: "0",
        more: "很好\n谢谢",
        _seconds: "40",
      },
    });
    expect(await server.db.selectFrom("partial_response").select("id").execute()).toEqual([]);
    expect(locationOf(await server.post(path("second"), last))).toEqual([303, path("done")]);
    expect(locationOf(await server.get(path("second")))).toEqual([303, path("done")]);
    const sentAsJson = await server.submit(
      server.submission({
        id,
        answers: {
          overall: 4,
          service: { speed: 5, care: "not-applicable" },
          nps: 9,
          ways: { options: ["phone"] },
          more: "很好\n谢谢",
        },
      }),
    );
    expect(sentAsJson.json().receipt).toBe(end.receipt);
    const other = await server.post(path("second"), { ...last, "a.nps": "1" });
    expect([other.statusCode, noticeIn(other).kind]).toEqual([409, "differs"]);
    expect(await server.responses()).toEqual([row]);
  });

  it("shows a page again with what is missing, keeps what was typed, and goes on from there", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    const answer = await server.post(path("first"), { ...hidden, "a.overall": "2", go: "next" });
    expect(answer.statusCode).toBe(422);
    expect(questionsIn(answer)).toMatchObject({
      page: "first",
      answers: { overall: 2 },
      faults: [{ question: "reason", row: null, problem: "required" }],
      stamp: hidden.stamp,
    });
    const long = { ...hidden, "a.overall": "2", "a.reason": "x".repeat(20_001), go: "next" };
    const tooLong = await server.post(path("first"), long);
    expect(questionsIn(tooLong)).toMatchObject({ faults: [{ question: "reason", problem: "too-long" }] });
    expect(questionsIn(tooLong).answers.reason).toHaveLength(20_001);
    const right = await server.post(path("first"), { ...hidden, "a.overall": "2", "a.reason": "慢", go: "next" });
    expect(locationOf(right)).toEqual([303, path("second")]);
  });

  it("shows what an answer brings up on its own page before it goes on, once, also where it may be skipped", async () => {
    const [first, second] = askedQuestionnaire.pages;
    if (first === undefined || second === undefined) throw new Error("it has two pages");
    const [overall, reason] = first.questions;
    if (overall === undefined || reason === undefined) throw new Error("its first page has two questions");
    const optional = [overall, { ...reason, required: false }];
    const server = await browser();
    const questionnaire = { ...askedQuestionnaire, pages: [{ ...first, questions: optional }, second] };
    const versionId = await addVersion(server.db, server.wave, 2, questionnaire);
    await askVersion(server.db, server.wave, versionId);
    const { hidden, path } = await opened(server);
    const form = { ...hidden, version: "2", "a.overall": "1", seen: "overall", go: "next" };
    expect(locationOf(await server.post(path("first"), form))).toEqual([303, `${path("first")}#f-reason`]);
    expect(questionsIn(await server.get(path("first")))).toMatchObject({ answers: { overall: 1 }, sequence: 1 });
    const back = await server.post(path("first"), { ...form, go: "back" });
    expect(locationOf(back)).toEqual([303, path("first")]);
    const seen = { ...form, seen: "overall reason" };
    expect(locationOf(await server.post(path("first"), seen))).toEqual([303, path("second")]);
  });

  it("goes back without anything lost, and forgets what is no longer asked", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    await server.post(path("first"), { ...hidden, "a.overall": "1", "a.reason": "慢", go: "next" });
    const back = await server.post(path("second"), { ...hidden, "a.nps": "3", go: "back" });
    expect(locationOf(back)).toEqual([303, path("first")]);
    expect(questionsIn(await server.get(path("first"))).answers).toEqual({ overall: 1, reason: "慢", nps: 3 });
    await server.post(path("first"), { ...hidden, "a.overall": "5", "a.reason": "慢", go: "next" });
    expect(questionsIn(await server.get(path("second"))).answers).toEqual({ overall: 5, nps: 3 });
    expect(locationOf(await server.post(path("first"), { ...hidden, "a.overall": "5", go: "back" }))).toEqual([
      303,
      path("first"),
    ]);
  });

  it("sends nobody to the end who skipped a page by its address", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    const answer = await server.post(path("second"), { ...hidden, "a.nps": "9", go: "next" });
    expect(answer.statusCode).toBe(422);
    expect(questionsIn(answer)).toMatchObject({
      page: "first",
      answers: { nps: 9 },
      faults: [{ problem: "required" }],
    });
  });

  it("begins anew where nothing was saved, and goes to where one was from a page that is not shown", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    expect(locationOf(await server.get(path("second")))).toEqual([303, server.start]);
    expect(locationOf(await server.get(path("done")))).toEqual([303, server.start]);
    await server.post(path("first"), { ...hidden, "a.overall": "5", go: "next" });
    expect(locationOf(await server.get(path("done")))).toEqual([303, path("second")]);
    expect(locationOf(await server.get(path("nowhere")))).toEqual([303, path("second")]);
  });

  it("keeps the language that was chosen on the way", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    await server.post(path("first"), { ...hidden, language: "en", "a.overall": "5", go: "next" });
    expect(questionsIn(await server.get(path("second"))).language).toBe("en");
    await server.post(path("second"), { ...hidden, language: "en", go: "next" });
    expect(endIn(await server.get(path("done"))).language).toBe("en");
    expect((await server.responses())[0]?.answers._language).toBe("en");
  });

  it("asks for no origin: a form carries nothing of the browser's own, and in-app browsers send odd ones (29)", async () => {
    const server = await browser();
    for (const headers of [
      { origin: "null" },
      { origin: "https://mp.weixin.qq.com" },
      { origin: "", referer: "wx://x" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const { hidden, path } = await opened(server);
      const answer = await server.post(path("first"), { ...hidden, "a.overall": "5", go: "next" }, headers);
      expect(answer.statusCode).toBe(303);
    }
  });
});

describe("what cannot be shown", () => {
  it("is told on a page, in the respondent's language, the same for every address that leads nowhere (5, 24)", async () => {
    const server = await browser();
    const unknown = "0123456789abcdefghjkmnpqrs";
    const id = randomUUID();
    const bodies = new Set<string>();
    const paths = [
      "",
      "/x",
      "/x/y",
      `/${unknown}`,
      `/${unknown}/${id}/first`,
      `/${unknown}/${id}/done`,
      `/%2573`,
      `/${unknown}%252f..`,
      "/a/b/c/d",
    ];
    for (const path of paths) {
      const answer = await server.get(`/s${path}`, { "accept-language": "en" });
      expect([answer.statusCode, noticeIn(answer)], path).toEqual([404, { kind: "not-found", language: "en" }]);
      bodies.add(answer.body);
    }
    await server.db.updateTable("collection_link").set({ withdrawn_at: new Date() }).execute();
    bodies.add((await server.get(server.start, { "accept-language": "en" })).body);
    expect(bodies.size).toBe(1);
    expect(noticeIn(await server.get(`/s/${unknown}?lang=zh`, { "accept-language": "en" })).language).toBe("zh");
    expect(noticeIn(await server.post(`/s/${unknown}/${id}/first`, {})).kind).toBe("not-found");
  });

  it.each([
    ["NUL", "a.more=a%00b"],
    ["half a surrogate pair", "a.more=%ED%A0%80"],
    ["bytes of another encoding", "a.more=%C4%E3%BA%C3"],
    ["a cut escape", "a.more=%E4%BD"],
    ["more fields than there can be", "x&".repeat(2_001)],
  ])("is a form with %s (12, 14)", async (_, body) => {
    const server = await browser();
    const { path } = await opened(server);
    const answer = await server.post(path("second"), body);
    expect([answer.statusCode, noticeIn(answer).kind]).toEqual([400, "unreadable"]);
  });

  it("is a body of another kind, or one that is too large (11)", async () => {
    const server = await browser();
    const { path } = await opened(server);
    const json = await server.post(path("first"), "{}", { "content-type": "application/json" });
    expect([json.statusCode, noticeIn(json).kind]).toEqual([415, "unreadable"]);
    const large = await server.post(path("first"), `a.more=${"x".repeat(262_144)}`);
    expect([large.statusCode, noticeIn(large).kind]).toEqual([413, "unreadable"]);
  });

  it("leaves names of prototypes alone (13)", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    const odd = { "a.__proto__": "1", "a.constructor": "1", "__proto__[x]": "1", "a.overall.__proto__": "1" };
    const answer = await server.post(path("first"), { ...hidden, ...odd, "a.overall": "5", go: "next" });
    expect(answer.statusCode).toBe(303);
    expect(Object.prototype).not.toHaveProperty("x");
    const { answers } = await server.db.selectFrom("partial_response").select("answers").executeTakeFirstOrThrow();
    expect(answers).toEqual({ overall: 5 });
  });

  it("is what comes too often from one address, until it may again (26)", async () => {
    const server = await browser({ collection: 3 });
    for (let times = 0; times < 3; times += 1) expect((await server.get(server.start)).statusCode).toBe(200);
    const answer = await server.get(server.start);
    expect([answer.statusCode, noticeIn(answer).kind]).toEqual([429, "too-many"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await server.submit(server.submission())).statusCode).toBe(429);
  });
});

describe("respondents' files", () => {
  it("are kept for a year, sent packed, and nothing else is there", async () => {
    const server = await browser();
    const asset = "/respondent/assets/runtime-1a2b.js";
    const packed = await server.get(asset, { "accept-encoding": "gzip" });
    expect(packed.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "gzip",
    });
    expect((await server.get(asset)).body).toBe("plain");
    for (const path of [
      "/respondent/assets/runtime-9.js",
      "/respondent/assets/..%2f..%2fpackage.json",
      "/respondent/x",
      "/respondent",
    ]) {
      const answer = await server.get(path);
      expect([answer.statusCode, answer.json().code], path).toEqual([404, "not-found"]);
    }
  });

  it("hold a preview that the console alone may frame", async () => {
    const server = await browser();
    const { headers, body } = await server.get("/respondent/preview");
    expect(body).toContain("preview");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
    const console = await server.get("/health/live");
    expect(console.headers["content-security-policy"]).toContain("frame-src 'self'");
    expect(console.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});
