/** Answers that are not finished: saved page by page, never over something newer, never beside the complete ones. */
import { randomUUID } from "node:crypto";
import type { PartialSubmission } from "@manyi/contract/collection/submissions";
import { describe, expect, it } from "vitest";
import { addSurvey } from "../../test-support/add-survey.ts";
import { askedQuestionnaire } from "../../test-support/asked-questionnaire.ts";
import { type CollectionServer, collectionServer } from "../../test-support/collection-server.ts";

const partial: PartialSubmission = { sequence: 1, answers: { overall: 4 }, page: "second", version: 1, language: "zh" };

function saver(server: CollectionServer, id: string = randomUUID()) {
  const path = `/api/collect/${server.wave.token}/partials/${id}`;
  return {
    id,
    save: async (given: object = {}) => {
      const answer = await server.ask(null, `PUT ${path}`, { ...partial, ...given });
      return answer.statusCode === 204 ? [204] : [answer.statusCode, answer.json().code, answer.json().details];
    },
    read: async () => (await server.ask(null, `GET ${path}`)).json(),
  };
}

describe("answers that are not finished", () => {
  it("are saved and read again, with where the respondent was", async () => {
    const server = await collectionServer();
    const { id, save, read } = saver(server);
    expect((await read()).code).toBe("not-found");
    expect(await save({ stamp: server.collection.stamps.make(server.wave.linkId, server.clock.now()) })).toEqual([204]);
    expect(await read()).toEqual({ kind: "started", ...partial });
    const row = await server.db.selectFrom("partial_response").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id, wave_id: server.wave.waveId, started_at: server.clock.now() });
  });

  it("are never replaced by older ones: what is stale is told the sequence that stands there (9)", async () => {
    const server = await collectionServer();
    const { save, read } = saver(server);
    await save({ sequence: 5, answers: { overall: 5 } });
    expect(await save({ sequence: 4 })).toEqual([409, "partial-stale", { sequence: 5 }]);
    expect(await save({ sequence: 5, answers: { overall: 1 } })).toEqual([409, "partial-stale", { sequence: 5 }]);
    expect(await save({ sequence: 5, answers: { overall: 5 } })).toEqual([204]);
    expect(await read()).toMatchObject({ sequence: 5, answers: { overall: 5 } });
    expect(await save({ sequence: 9 })).toEqual([204]);
    expect(await read()).toMatchObject({ sequence: 9, answers: { overall: 4 } });
  });

  it("end with the newest, in whatever order ten of them come at once (9)", async () => {
    const server = await collectionServer();
    const { save, read } = saver(server);
    const sequences = [3, 9, 1, 10, 4, 7, 2, 8, 6, 5];
    const outcomes = await Promise.all(sequences.map((sequence) => save({ sequence, answers: { nps: sequence } })));
    expect(await read()).toMatchObject({ sequence: 10, answers: { nps: 10 } });
    expect(outcomes[sequences.indexOf(10)]).toEqual([204]);
    for (const outcome of outcomes.filter(([status]) => status !== 204)) expect(outcome[1]).toBe("partial-stale");
  });

  it("keep the time at which they were begun", async () => {
    const server = await collectionServer();
    const { save } = saver(server);
    await save();
    const begun = server.clock.now();
    server.clock.advance(60_000);
    await save({ sequence: 2 });
    const row = await server.db.selectFrom("partial_response").selectAll().executeTakeFirstOrThrow();
    expect([row.started_at, row.saved_at]).toEqual([begun, server.clock.now()]);
  });

  it("may lack what is required and may not hold what cannot be (10, 16)", async () => {
    const server = await collectionServer();
    const { save } = saver(server);
    expect(await save({ answers: {} })).toEqual([204]);
    expect(await save({ sequence: 2, answers: { overall: 1 } })).toEqual([204]);
    const wrong = [{ overall: 9 }, { strange: 1 }, { overall: 5, reason: "hidden" }, { more: 7 }];
    for (const answers of wrong)
      expect((await save({ sequence: 3, answers })).slice(0, 2)).toEqual([422, "answers-faulty"]);
    expect((await save({ sequence: 3, page: "nowhere" }))[1]).toBe("request-invalid");
    expect((await save({ sequence: 3, language: "fr" }))[1]).toBe("request-invalid");
    expect((await save({ sequence: 3, version: 2 }))[1]).toBe("version-unknown");
  });

  it("are gone once the complete ones are there, and nothing is saved beside these", async () => {
    const server = await collectionServer();
    const { id, save, read } = saver(server);
    await save();
    const receipt = (await server.submit(server.submission({ id }))).json();
    expect(await server.db.selectFrom("partial_response").select("id").execute()).toEqual([]);
    expect(await read()).toEqual({ kind: "received", receipt });
    const refused = await save({ sequence: 2 });
    expect(refused).toEqual([409, "received-already", { receivedAt: receipt.receivedAt }]);
    expect(await server.db.selectFrom("partial_response").select("id").execute()).toEqual([]);
  });

  it("are another link's affair: read and replaced by nobody who comes by this one (5)", async () => {
    const server = await collectionServer();
    const other = await addSurvey(server.db, { ...server.wave, unitId: server.ours.department }, askedQuestionnaire);
    const { id, save, read } = saver(server);
    await server.ask(null, `PUT /api/collect/${other.token}/partials/${id}`, partial);
    expect((await read()).code).toBe("not-found");
    expect((await save({ sequence: 7 })).slice(0, 2)).toEqual([404, "not-found"]);
    const rows = await server.db.selectFrom("partial_response").select(["wave_id", "sequence"]).execute();
    expect(rows).toEqual([{ wave_id: other.waveId, sequence: 1 }]);
  });

  it("are taken while the wave takes answers, and not after (6)", async () => {
    const server = await collectionServer();
    const early = saver(server);
    await early.save();
    server.clock.advance(1_000);
    const closedAt = server.clock.now();
    const graceUntil = new Date(closedAt.getTime() + 60_000);
    await server.db
      .updateTable("wave")
      .set({ state: "closing", closed_at: closedAt, grace_until: graceUntil })
      .execute();
    server.clock.advance(1_000);
    expect(await early.save({ sequence: 2 })).toEqual([204]);
    const refused = [409, "wave-closed", { closedAt: closedAt.toISOString() }];
    expect(await saver(server).save()).toEqual(refused);
    server.clock.advance(60_000);
    expect(await early.save({ sequence: 3 })).toEqual(refused);
  });

  it.each(["x", "5F0C6A52-0C0C-4000-8000-000000000000", "5f0c6a52-0c0c-1000-8000-000000000000"])(
    "have a UUID of version 4, not %s (3)",
    async (id) => {
      const server = await collectionServer();
      const { save, read } = saver(server, id);
      expect((await save()).slice(0, 2)).toEqual([400, "submission-id-missing"]);
      expect((await read()).code).toBe("submission-id-missing");
    },
  );
});
