/** Complete answers, sent as programs and pages send them: kept once, whatever is sent again. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addSurvey } from "../../test-support/add-survey.ts";
import { addVersion, askVersion } from "../../test-support/add-version.ts";
import { askedQuestionnaire, completeAnswers } from "../../test-support/asked-questionnaire.ts";
import { collectionServer } from "../../test-support/collection-server.ts";

const codeOf = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];

describe("complete answers", () => {
  it("are kept with their circumstances and acknowledged with a receipt", async () => {
    const server = await collectionServer();
    const { token, linkId, waveId, versionId, definitionId } = server.wave;
    const stamp = server.collection.stamps.make(linkId, server.clock.now());
    server.clock.advance(95_400);
    const submission = server.submission({ stamp, language: "en" });
    const answer = await server.submit(submission, token);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers["cache-control"]).toBe("no-store");
    const receipt = answer.json();
    expect(receipt).toEqual({
      id: submission.id,
      receipt: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
      receivedAt: server.clock.now().toISOString(),
      late: false,
    });
    const row = await server.db.selectFrom("response").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      id: submission.id,
      wave_id: waveId,
      version_id: versionId,
      definition_id: definitionId,
      link_id: linkId,
      received_at: server.clock.now(),
      state: "valid",
      late: false,
      claim: null,
      answers: {
        overall: "4",
        service_speed: "5",
        service_care: "NA",
        nps: "9",
        ways_phone: "1",
        ways_visit: "0",
        more: "很好",
        _wave: "1",
        _version: "1",
        _language: "en",
        _channel: "link",
        _late: "0",
        _seconds: "95",
      },
    });
    const event = await server.db.selectFrom("response_event").selectAll().executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      response_id: submission.id,
      kind: "submitted",
      actor_kind: "respondent",
      actor_id: null,
    });
    const wave = await server.db
      .selectFrom("wave_count")
      .selectAll()
      .where("wave_id", "=", waveId)
      .executeTakeFirstOrThrow();
    expect(wave).toMatchObject({ responses: 1, last_received_at: server.clock.now() });
  });

  it("sent five at once under one id are one row and give the same receipt (1)", async () => {
    const server = await collectionServer();
    const submission = server.submission();
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.submit(submission)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await server.responses()).toHaveLength(1);
    const { responses } = await server.db.selectFrom("wave_count").select("responses").executeTakeFirstOrThrow();
    expect(responses).toBe(1);
    expect(await server.db.selectFrom("response_event").select("id").execute()).toHaveLength(1);
  });

  it("are the same in whatever order, and at whatever time, they are sent again", async () => {
    const server = await collectionServer();
    const submission = server.submission();
    const first = await server.submit(submission);
    server.clock.advance(86_400_000);
    const reversed = Object.fromEntries(Object.entries(completeAnswers).reverse());
    const again = await server.submit({ ...submission, answers: reversed, stamp: "none", clock: claim });
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
  });

  it("that differ from those under the same id change nothing (2)", async () => {
    const server = await collectionServer();
    const submission = server.submission();
    const first = await server.submit(submission);
    const before = await server.responses();
    const other = await server.submit({ ...submission, answers: { ...completeAnswers, overall: 5 } });
    expect(codeOf(other)).toEqual([409, "submission-differs"]);
    expect(other.json().details).toEqual({ receivedAt: first.json().receivedAt });
    const together = await Promise.all(
      [4, 5, 4].map((nps) => server.submit({ ...submission, answers: { ...completeAnswers, nps } })),
    );
    expect(together.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409]);
    expect(await server.responses()).toEqual(before);
  });

  it.each([undefined, null, "", 7, "5f0c6a52-0c0c-1000-8000-000000000000", "5F0C6A52-0C0C-4000-8000-000000000000"])(
    "without a UUID of version 4 are not taken: %j (3)",
    async (id) => {
      const server = await collectionServer();
      const { id: _, ...rest } = server.submission();
      const answer = await server.submit(id === undefined ? rest : { ...rest, id });
      expect(codeOf(answer)).toEqual([400, "submission-id-missing"]);
      expect(await server.responses()).toEqual([]);
    },
  );

  it("are of a version that the wave has asked, also of one before", async () => {
    const server = await collectionServer();
    expect(codeOf(await server.submit(server.submission({ version: 2 })))).toEqual([422, "version-unknown"]);
    const versionId = await addVersion(server.db, server.wave, 2, askedQuestionnaire);
    expect(codeOf(await server.submit(server.submission({ version: 2 })))).toEqual([422, "version-unknown"]);
    await askVersion(server.db, server.wave, versionId);
    expect((await server.submit(server.submission({ version: 2 }))).statusCode).toBe(201);
    expect((await server.submit(server.submission({ version: 1 }))).statusCode).toBe(201);
    const versions = (await server.responses()).map(({ answers }) => answers._version);
    expect(versions.sort()).toEqual(["1", "2"]);
  });

  it("keep what the sender's clock claims and are timed by the server's (7)", async () => {
    const server = await collectionServer();
    for (const years of [-10, 10]) {
      const at = new Date(server.clock.now().getTime() + years * 365 * 86_400_000).toISOString();
      const clock = { startedAt: at, finishedAt: at };
      const answer = await server.submit(server.submission({ clock }));
      expect(answer.json().receivedAt).toBe(server.clock.now().toISOString());
      const kept = await server.db
        .selectFrom("response")
        .selectAll()
        .where("id", "=", answer.json().id)
        .executeTakeFirstOrThrow();
      expect(kept.received_at).toEqual(server.clock.now());
      expect(kept.claim).toEqual(clock);
      expect(kept.answers).not.toHaveProperty("_seconds");
    }
  });

  it("are evaluated anew: hidden, missing, foreign and impossible ones are told one by one, and nothing is kept (10, 16)", async () => {
    const server = await collectionServer();
    const faultsOf = async (answers: object) => {
      const answer = await server.submit(server.submission({ answers: { ...answers } }));
      expect(codeOf(answer)).toEqual([422, "answers-faulty"]);
      return answer
        .json()
        .details.faults.map(
          (it: { question: string; row: string | null; problem: string }) =>
            `${it.question} ${it.row ?? "–"} ${it.problem}`,
        );
    };
    expect(await faultsOf({})).toEqual(["overall – required"]);
    expect(await faultsOf({ overall: 1 })).toEqual(["reason – required"]);
    expect(await faultsOf({ overall: 5, reason: "x" })).toEqual(["reason – not-shown"]);
    expect(await faultsOf({ overall: 9, nps: "NaN", ways: { options: ["fax"] }, strange: 1 })).toEqual([
      "overall – not-on-scale",
      "nps – form",
      "ways – option-unknown",
      "strange – question-unknown",
    ]);
    expect(await faultsOf({ overall: 4, service: { speed: 3, rest: 1 } })).toEqual(["service – row-unknown"]);
    expect(await server.responses()).toEqual([]);
  });

  it("are in a language of the questionnaire", async () => {
    const server = await collectionServer();
    expect(codeOf(await server.submit(server.submission({ language: "fr" })))).toEqual([422, "request-invalid"]);
  });

  it("are kept exactly as they were written (15)", async () => {
    const server = await collectionServer();
    const texts = [
      "\u202egnol\u202c",
      "Z\u0351\u036b\u0343\u036aa\u0302l\u0317go",
      "a\u200bb\u200d\ufeff",
      "\u{1f468}\u200d\u{1f469}",
      "行一\n行二\r\n\t",
      "{{7*7}}",
    ];
    for (const more of texts) {
      await server.submit(server.submission({ answers: { ...completeAnswers, more } }));
      server.clock.advance(1);
    }
    expect((await server.responses()).map(({ answers }) => answers.more)).toEqual(texts);
  });
});

const claim = { startedAt: "2026-01-01T00:00:00Z", finishedAt: "2026-01-01T00:01:00Z" };

describe("a link", () => {
  it("that is unknown, withdrawn or no link at all is one and the same 404, whatever is sent (5)", async () => {
    const server = await collectionServer();
    const withdrawn = server.wave.token;
    await server.db.updateTable("collection_link").set({ withdrawn_at: new Date() }).execute();
    const unknown = "0123456789abcdefghjkmnpqrs";
    const seen = new Set<string>();
    for (const token of [withdrawn, unknown, unknown.toUpperCase(), "x", "..", "%252e%252e", "a'or'1"]) {
      const id = randomUUID();
      const asked = [
        await server.submit(server.submission(), token),
        await server.submit(server.submission({ answers: {} }), token),
        await server.submit(server.submission({ version: 7 }), token),
        await server.ask(null, `GET /api/collect/${encodeURIComponent(token)}`),
        await server.ask(null, `GET /api/collect/${encodeURIComponent(token)}/partials/${id}`),
        await server.ask(null, `PUT /api/collect/${encodeURIComponent(token)}/partials/${id}`, {
          sequence: 1,
          answers: {},
          page: "first",
          version: 1,
          language: "zh",
        }),
      ];
      for (const answer of token === ".." ? asked.slice(3) : asked) {
        const { requestId: _, ...problem } = answer.json();
        seen.add(JSON.stringify([answer.statusCode, problem, Object.keys(answer.headers).sort()]));
      }
    }
    expect([...seen].map((it) => JSON.parse(it).slice(0, 1))).toEqual(Array.from(seen, () => [404]));
    const bodies = new Set([...seen].map((it) => JSON.stringify(JSON.parse(it)[1])));
    expect(bodies.size).toBe(1);
    expect(await server.responses()).toEqual([]);
  });

  it("that was withdrawn still gives the receipt to whoever was not told", async () => {
    const server = await collectionServer();
    const submission = server.submission();
    const first = await server.submit(submission);
    await server.db.updateTable("collection_link").set({ withdrawn_at: new Date() }).execute();
    const again = await server.submit(submission);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    const other = await server.submit({ ...submission, answers: { ...completeAnswers, nps: 1 } });
    expect(codeOf(other)).toEqual([404, "not-found"]);
  });

  it("of one wave gives no receipt of another's", async () => {
    const server = await collectionServer();
    const theirs = await addSurvey(
      server.db,
      { ...server.theirs, unitId: server.theirs.department },
      askedQuestionnaire,
    );
    const submission = server.submission();
    await server.submit(submission, theirs.token);
    expect(codeOf(await server.submit(submission))).toEqual([409, "submission-differs"]);
  });
});

describe("a wave that is being closed", () => {
  const closing = async () => {
    const server = await collectionServer();
    const { linkId } = server.wave;
    const before = server.collection.stamps.make(linkId, server.clock.now());
    server.clock.advance(60_000);
    const closedAt = server.clock.now();
    const graceUntil = new Date(closedAt.getTime() + 600_000);
    const earlier = server.submission();
    const earlierAnswer = await server.submit(earlier);
    await server.db
      .updateTable("wave")
      .set({ state: "closing", closed_at: closedAt, grace_until: graceUntil })
      .execute();
    server.clock.advance(60_000);
    return { server, before, closedAt, earlier, earlierAnswer };
  };

  it("takes answers begun before the close within the grace time, marked late, and no others (6)", async () => {
    const { server, before, closedAt, earlier, earlierAnswer } = await closing();
    const { linkId } = server.wave;
    const refused = { closedAt: closedAt.toISOString() };
    const without = await server.submit(server.submission());
    expect([...codeOf(without), without.json().details]).toEqual([409, "wave-closed", refused]);
    const after = server.collection.stamps.make(linkId, server.clock.now());
    expect(codeOf(await server.submit(server.submission({ stamp: after })))).toEqual([409, "wave-closed"]);
    const late = await server.submit(server.submission({ stamp: before }));
    expect([late.statusCode, late.json().late]).toEqual([201, true]);
    const row = (await server.responses()).find(({ id }) => id === late.json().id);
    expect(row?.answers).toMatchObject({ _late: "1", _seconds: "120" });
    server.clock.advance(600_000);
    expect(codeOf(await server.submit(server.submission({ stamp: before })))).toEqual([409, "wave-closed"]);
    const again = await server.submit(earlier);
    expect([again.statusCode, again.body]).toEqual([201, earlierAnswer.body]);
  });

  it("believes no stamp that is forged, altered, of another link or too old (6)", async () => {
    const { server, before } = await closing();
    const [time, signature] = before.split(".");
    const early = (Number.parseInt(time ?? "", 36) - 1_000).toString(36);
    const other = server.collection.stamps.make(randomUUID(), new Date(server.clock.now().getTime() - 300_000));
    for (const stamp of [`${early}.${signature}`, `${time}.${"A".repeat(22)}`, other, "", "0.0", time]) {
      const answer = await server.submit(server.submission(stamp === undefined ? {} : { stamp }));
      expect(codeOf(answer)).toEqual([409, "wave-closed"]);
    }
  });

  it("knows from what was saved that answers were begun before, should the page have been loaded again (6)", async () => {
    const server = await collectionServer();
    const submission = server.submission();
    await server.ask(null, `PUT /api/collect/${server.wave.token}/partials/${submission.id}`, {
      sequence: 1,
      answers: { overall: 4 },
      page: "second",
      version: 1,
      language: "zh",
    });
    server.clock.advance(60_000);
    const closedAt = server.clock.now();
    await server.db
      .updateTable("wave")
      .set({ state: "closing", closed_at: closedAt, grace_until: new Date(closedAt.getTime() + 60_000) })
      .execute();
    server.clock.advance(1_000);
    const answer = await server.submit(submission);
    expect([answer.statusCode, answer.json().late]).toEqual([201, true]);
    expect(await server.db.selectFrom("partial_response").select("id").execute()).toEqual([]);
  });

  it("is closed for everybody the moment its row says so, whatever was remembered of it", async () => {
    const server = await collectionServer();
    await server.submit(server.submission());
    await server.db.updateTable("wave").set({ state: "closed", closed_at: server.clock.now() }).execute();
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.submit(server.submission())));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([409]));
    expect(await server.responses()).toHaveLength(1);
  });
});

describe("what a collection says of itself", () => {
  it("is whether one can answer, in which languages, and until when", async () => {
    const server = await collectionServer();
    const state = async () => (await server.ask(null, `GET /api/collect/${server.wave.token}`)).json();
    expect(await state()).toEqual({ state: "open", version: 1, languages: ["zh", "en"], closesAt: null });
    const closedAt = server.clock.now();
    const graceUntil = new Date(closedAt.getTime() + 60_000);
    await server.db
      .updateTable("wave")
      .set({ state: "closing", closed_at: closedAt, grace_until: graceUntil })
      .execute();
    expect(await state()).toMatchObject({ state: "closing", closesAt: graceUntil.toISOString() });
    server.clock.advance(60_000);
    expect(await state()).toMatchObject({ state: "closed", closesAt: null });
  });
});
