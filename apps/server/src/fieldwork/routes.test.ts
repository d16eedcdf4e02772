import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { addSurvey, type Survey } from "../../test-support/add-survey.ts";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { addUnitObjects } from "../../test-support/unit-objects.ts";
import { findLinkOrWithdrawn } from "../collection/link-queries.ts";
import { programmeRoutes } from "../programme/routes.ts";
import { countReceived } from "../programme/wave-counts.ts";
import { questionnaireRoutes } from "../questionnaire/routes.ts";
import { fieldworkJobs } from "./jobs.ts";
import { fieldworkRoutes } from "./routes.ts";

async function inField() {
  const s = await testServer({
    routes: (ground) => [...programmeRoutes(ground), ...questionnaireRoutes(ground), ...fieldworkRoutes(ground)],
  });
  const survey = await addSurvey(s.db, { organisationId: s.ours.organisationId, unitId: s.ours.department });
  const place = `/api/waves/${survey.waveId}`;
  const { manager } = s.people;
  const read = async () => (await s.ask(manager, `GET ${place}/fieldwork`)).json();
  const close = (graceMinutes: number) => s.ask(manager, `POST ${place}/close`, { graceMinutes });
  const reopen = () => s.ask(manager, `POST ${place}/reopen`);
  return { s, survey, place, read, close, reopen };
}

const stored = (s: TestServer, { waveId }: Survey) =>
  s.db
    .selectFrom("wave")
    .select(["state", "closed_at", "grace_until"])
    .where("id", "=", waveId)
    .executeTakeFirstOrThrow();

const finish = (s: TestServer, { waveId }: Survey) => {
  const [handler] = fieldworkJobs(s.ground);
  const context = {
    jobId: "1",
    attempt: 1,
    isLastAttempt: false,
    signal: new AbortController().signal,
    log: s.log.log,
  };
  return handler?.run({ waveId }, context);
};

const jobs = async (s: TestServer) => {
  const { rows } = await sql<{ key: string; at: Date }>`select key, run_at as at from graphile_worker.jobs`.execute(
    s.db,
  );
  return rows;
};

describe("closing a wave", () => {
  it("without grace time ends it at once", async () => {
    const { s, survey, read, close } = await inField();
    expect((await close(0)).statusCode).toBe(204);
    const now = s.clock.now();
    expect(await read()).toMatchObject({ state: "closed", closedAt: now.toISOString() });
    expect(await stored(s, survey)).toEqual({ state: "closed", closed_at: now, grace_until: now });
  });

  it("with grace time leaves it closing until the moment, to the millisecond, whenever the job runs", async () => {
    const { s, survey, read, close } = await inField();
    await close(30);
    const graceUntil = new Date(s.clock.now().getTime() + 30 * 60_000);
    expect(await jobs(s)).toEqual([{ key: `finish-closing:${survey.waveId}`, at: graceUntil }]);
    s.clock.advance(30 * 60_000 - 1);
    expect((await read()).state).toBe("closing");
    await finish(s, survey);
    expect((await stored(s, survey)).state).toBe("closing");
    s.clock.advance(1);
    // No job has run, and nobody may finish any more.
    expect((await read()).state).toBe("closed");
    await finish(s, survey);
    await finish(s, survey);
    expect(await stored(s, survey)).toMatchObject({ state: "closed", grace_until: graceUntil });
  });

  it("that the job finds too early, since clocks differ, is looked at again when the time has come", async () => {
    const { s, survey, close } = await inField();
    await close(10);
    await sql`delete from graphile_worker._private_jobs`.execute(s.db);
    const before = Date.now();
    await finish(s, survey);
    const [job] = await jobs(s);
    expect((job?.at.getTime() ?? 0) - before).toBeGreaterThanOrEqual(10 * 60_000 - 1_000);
  });

  it("keeps the moment of the close when the grace time is changed or ended", async () => {
    const { s, survey, close } = await inField();
    await close(30);
    const closedAt = s.clock.now();
    s.clock.advance(60_000);
    await close(60);
    expect(await stored(s, survey)).toMatchObject({ state: "closing", closed_at: closedAt });
    expect(await jobs(s)).toHaveLength(1);
    await close(0);
    expect(await stored(s, survey)).toMatchObject({ state: "closed", closed_at: closedAt });
    const again = await close(0);
    expect([again.statusCode, again.json().code]).toEqual([409, "wave-not-open"]);
  });

  it("by several at once is done once each in turn, and each leaves its entry", async () => {
    const { s, survey, close, reopen } = await inField();
    const answers = await Promise.all([close(0), close(0), close(0)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409]);
    await Promise.all([reopen(), reopen()]);
    expect(await stored(s, survey)).toEqual({ state: "open", closed_at: null, grace_until: null });
    const entries = await s.db
      .selectFrom("audit_entry")
      .select(["action", "outcome", "object_id"])
      .orderBy("id")
      .execute();
    expect(entries.filter(({ outcome }) => outcome === "done")).toEqual([
      { action: "wave.closed", outcome: "done", object_id: survey.waveId },
      { action: "wave.reopened", outcome: "done", object_id: survey.waveId },
      { action: "wave.reopened", outcome: "done", object_id: survey.waveId },
    ]);
  });

  it("waits for an answer that is being stored", async () => {
    const { s, survey, close } = await inField();
    const order: string[] = [];
    const closing = await s.db.transaction().execute(async (tx) => {
      await tx.selectFrom("wave").select("id").where("id", "=", survey.waveId).forShare().execute();
      const closing = close(0).then(({ statusCode }) => order.push(`closed ${statusCode}`));
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push("stored");
      return { closing };
    });
    await closing.closing;
    expect(order).toEqual(["stored", "closed 204"]);
  });
});

describe("opening a wave again", () => {
  it("takes back the close; a job that was waiting does nothing", async () => {
    const { s, survey, read, close, reopen } = await inField();
    await close(5);
    expect((await reopen()).statusCode).toBe(204);
    s.clock.advance(10 * 60_000);
    await finish(s, survey);
    expect(await read()).toMatchObject({ state: "open", closedAt: null, graceUntil: null });
  });

  it("is refused in a programme that was put away, and putting away waits for the end of its waves", async () => {
    const { s, survey, close, reopen } = await inField();
    const { manager } = s.people;
    const place = `/api/programmes/${survey.programmeId}`;
    const archive = async () => {
      const answer = await s.ask(manager, `POST ${place}/archive`, undefined, { "accept-language": "zh" });
      return [answer.statusCode, answer.body === "" ? null : answer.json()];
    };
    const collecting = { code: "wave-still-collecting", details: { wave: "第一期" } };
    expect(await archive()).toMatchObject([409, collecting]);
    await close(5);
    expect(await archive()).toMatchObject([409, collecting]);
    expect((await s.ask(manager, `GET ${place}`)).json().archivedAt).toBeNull();
    s.clock.advance(5 * 60_000);
    expect(await archive()).toEqual([204, null]);
    expect((await reopen()).statusCode).toBe(404);
    await s.ask(manager, `POST ${place}/restore`);
    expect((await reopen()).statusCode).toBe(204);
  });

  it("is refused while another wave of the programme is open", async () => {
    const { s, survey, close, reopen } = await inField();
    await close(0);
    const publish = { revision: 1, wave: { kind: "new", name: { zh: "第二期" } } };
    const second = await s.ask(
      s.people.manager,
      `POST /api/programmes/${survey.programmeId}/questionnaire/publish`,
      publish,
    );
    expect(second.statusCode).toBe(201);
    const refused = await reopen();
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: "wave-open-already", details: { wave: "第二期" } },
    ]);
  });
});

describe("the link of a wave", () => {
  it("is replaced: the old one leads nowhere, the new one to the wave, and both are shown", async () => {
    const { s, survey, place, read } = await inField();
    const replaced = await s.ask(s.people.manager, `POST ${place}/links/replace`);
    expect(replaced.statusCode).toBe(200);
    const token = replaced.json().address.split("/s/")[1];
    expect(await findLinkOrWithdrawn(s.db, survey.token)).toMatchObject({ isWithdrawn: true });
    const to = { waveId: survey.waveId, version: 1, waveState: "open", isWithdrawn: false };
    expect(await findLinkOrWithdrawn(s.db, token)).toMatchObject(to);
    const { links } = await read();
    expect(links).toHaveLength(2);
    expect(links).toContainEqual({ ...replaced.json(), kind: "anonymous", withdrawnAt: null });
    expect(links).toContainEqual(
      expect.objectContaining({ id: survey.linkId, withdrawnAt: s.clock.now().toISOString() }),
    );
    const [entry] = await s.db.selectFrom("audit_entry").select(["action", "details"]).execute();
    expect(entry).toEqual({
      action: "link.replaced",
      details: { programmeId: survey.programmeId, withdrawn: [survey.linkId], link: replaced.json().id },
    });
    expect(JSON.stringify(entry)).not.toContain(token);
  });

  it("is one, also when several replace it at once", async () => {
    const { s, place, read } = await inField();
    await Promise.all([1, 2, 3].map(() => s.ask(s.people.manager, `POST ${place}/links/replace`)));
    const { links } = await read();
    expect(links.filter(({ withdrawnAt }: { withdrawnAt: string | null }) => withdrawnAt === null)).toHaveLength(1);
    expect(links).toHaveLength(4);
  });
});

describe("a wave in the field", () => {
  it("says how many have answered on which day of the organisation, how many late, how many have begun", async () => {
    const { s, survey, read } = await inField();
    const of = {
      organisation_id: s.ours.organisationId,
      programme_id: survey.programmeId,
      wave_id: survey.waveId,
      version_id: survey.versionId,
      link_id: survey.linkId,
    };
    const received = [
      ["2026-11-20T15:59:59Z", false],
      // Midnight in Shanghai.
      ["2026-11-20T16:00:00Z", false],
      ["2026-11-22T01:00:00Z", true],
    ] as const;
    for (const [at, late] of received) {
      const row = {
        id: randomUUID(),
        definition_id: survey.definitionId,
        answers: "{}",
        received_at: new Date(at),
        late,
      };
      await s.db
        .insertInto("response")
        .values({ ...of, ...row })
        .execute();
    }
    const last = new Date("2026-11-22T01:00:00Z");
    await countReceived(s.db, s.ours.organisationId, new Map([[survey.waveId, 3]]), last);
    const partial = { sequence: 1, answers: "{}", page: "start", language: "zh", started_at: last, saved_at: last };
    const answered = await s.db.selectFrom("response").select("id").limit(1).executeTakeFirstOrThrow();
    for (const id of [randomUUID(), randomUUID(), answered.id]) {
      await s.db
        .insertInto("partial_response")
        .values({ id, ...of, ...partial })
        .execute();
    }
    expect(await read()).toMatchObject({
      responses: 3,
      late: 1,
      started: 2,
      lastReceivedAt: last.toISOString(),
      days: [
        { day: "2026-11-20", responses: 1 },
        { day: "2026-11-21", responses: 1 },
        { day: "2026-11-22", responses: 1 },
      ],
    });
  });

  it("whose answers were imported has neither link nor end (409)", async () => {
    const { s } = await inField();
    const { waveId } = await addUnitObjects(s.db, s.ours, s.ours.department);
    for (const [place, body] of [
      ["GET fieldwork", undefined],
      ["POST close", { graceMinutes: 0 }],
      ["POST reopen", undefined],
      ["POST links/replace", undefined],
    ] as const) {
      const [method, path] = place.split(" ");
      const refused = await s.ask(s.people.manager, `${method} /api/waves/${waveId}/${path}`, body);
      expect([refused.statusCode, refused.json().code], place).toEqual([409, "wave-has-no-questionnaire"]);
    }
  });

  it("is not for nobody (401), nor for roles without the right (403), nor for others (404), nor with nonsense (422)", async () => {
    const { s, place, close } = await inField();
    const other = await addSurvey(s.db, { organisationId: s.ours.organisationId, unitId: s.ours.otherDepartment });
    const body = { graceMinutes: 0 };
    expect((await s.ask(null, `POST ${place}/close`, body)).statusCode).toBe(401);
    for (const role of ["reader", "designer", "analyst"] as const) {
      expect((await s.ask(s.people[role], `POST ${place}/close`, body)).statusCode, role).toBe(403);
    }
    expect((await s.ask(s.people.manager, `POST /api/waves/${other.waveId}/close`, body)).statusCode).toBe(404);
    expect((await s.ask(s.stranger, `GET ${place}/fieldwork`)).statusCode).toBe(404);
    expect((await close(-1)).statusCode).toBe(422);
    expect((await close(10_081)).statusCode).toBe(422);
    expect((await close(1.5)).statusCode).toBe(422);
  });
});
