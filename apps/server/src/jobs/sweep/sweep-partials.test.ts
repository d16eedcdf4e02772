import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { addSurvey, type Survey } from "../../../test-support/add-survey.ts";
import { testDatabase } from "../../../test-support/database.ts";
import { testInstant } from "../../../test-support/job-ground.ts";
import { addTwoOrganisations } from "../../../test-support/two-organisations.ts";
import type { Database } from "../../database/connect.ts";
import { rowSweeps, sweepRows } from "./sweep-rows.ts";

const daysAgo = (days: number) => new Date(testInstant.getTime() - days * 86_400_000);

async function sweep(db: Database): Promise<void> {
  for (const one of rowSweeps) await sweepRows(db, one, testInstant, new AbortController().signal);
}

async function addPartial(db: Database, wave: Survey, id: string = randomUUID()): Promise<string> {
  await db
    .insertInto("partial_response")
    .values({
      id,
      organisation_id: wave.organisationId,
      programme_id: wave.programmeId,
      wave_id: wave.waveId,
      link_id: wave.linkId,
      version_id: wave.versionId,
      sequence: 1,
      answers: "{}",
      page: "first",
      language: "zh",
      started_at: daysAgo(60),
      saved_at: daysAgo(60),
    })
    .execute();
  return id;
}

async function left(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom("partial_response").select("id").execute();
  return rows.map(({ id }) => id).sort();
}

it("forgets unfinished answers 30 days after nobody could finish them any more, and not before", async () => {
  const { db } = await testDatabase();
  const { ours } = await addTwoOrganisations(db);
  const closed = async (closedDays: number, graceDays: number | null) => {
    const wave = await addSurvey(db, { ...ours, unitId: ours.department });
    const grace_until = graceDays === null ? null : daysAgo(graceDays);
    const values = { state: "closed" as const, closed_at: daysAgo(closedDays), grace_until };
    await db.updateTable("wave").set(values).where("id", "=", wave.waveId).execute();
    return addPartial(db, wave);
  };
  const open = await addPartial(db, await addSurvey(db, { ...ours, unitId: ours.department }));
  await closed(31, null);
  await closed(40, 31);
  const kept = [open, await closed(29, null), await closed(40, 29)];
  await sweep(db);
  expect(await left(db)).toEqual(kept.sort());
});

it("removes what was saved beside complete answers, and leaves those alone", async () => {
  const { db } = await testDatabase();
  const { ours } = await addTwoOrganisations(db);
  const wave = await addSurvey(db, { ...ours, unitId: ours.department });
  const id = await addPartial(db, wave);
  const other = await addPartial(db, wave);
  await db
    .insertInto("response")
    .values({
      id,
      organisation_id: wave.organisationId,
      programme_id: wave.programmeId,
      wave_id: wave.waveId,
      definition_id: wave.definitionId,
      answers: "{}",
      received_at: testInstant,
    })
    .execute();
  await sweep(db);
  expect(await left(db)).toEqual([other]);
  expect(await db.selectFrom("response").select("id").execute()).toEqual([{ id }]);
});
