/** One of each thing a request can be about, in one unit. */
import { createHash, randomUUID } from "node:crypto";
import type { Database } from "../src/database/connect.ts";
import { countReceived } from "../src/programme/wave-counts.ts";
import { addSurvey, type Survey } from "./add-survey.ts";
import { addPerson, type Tree } from "./two-organisations.ts";

/** The smallest study there is. */
const STUDY = JSON.stringify({
  format: "manyi-study/1",
  id: "smallest",
  title: { zh: "满意度调查", en: "Survey" },
  data: { file: "data.csv" },
  scales: { ten: { kind: "rating", minimum: 0, maximum: 10 } },
  columns: [{ name: "q1", type: "rating", label: { zh: "总体满意度", en: "Overall" }, scale: "ten" }],
  measures: { overall: "q1" },
});

const NOTHING_FOUND = {
  title: null,
  hasStudyJson: false,
  preview: null,
  issues: [],
  warnings: [],
  faultyLines: 0,
};

export interface UnitObjects {
  readonly tree: Tree;
  /** The unit all of them are in; a team of its own. */
  readonly unitId: string;
  /** Another unit beside it, with nothing in it. */
  readonly emptyUnitId: string;
  readonly memberId: string;
  readonly apiKeyId: string;
  readonly programmeId: string;
  readonly waveId: string;
  readonly definitionId: string;
  readonly importId: string;
  readonly responseId: string;
  /** Another programme: with a questionnaire, and a wave that is open. */
  readonly survey: Survey;
}

/** @param above under which unit; null: under the root */
export async function addUnitObjects(db: Database, tree: Tree, above: string): Promise<UnitObjects> {
  const unitId = await addTeam(db, tree, above);
  const emptyUnitId = await addTeam(db, tree, above);
  const member = await addPerson(db, tree, "reader", unitId);
  const organisation_id = tree.organisationId;
  const now = new Date();
  const key = {
    id: randomUUID(),
    organisation_id,
    unit_id: unitId,
    name: "k",
    prefix: "mk_x",
    secret_hash: createHash("sha256").update(unitId).digest(),
    permissions: ["programme:read"],
    created_by: member.userId,
    created_at: now,
  };
  await db.insertInto("api_key").values(key).execute();
  const name = JSON.stringify({ zh: "满意度调查" });
  const programmeId = randomUUID();
  await db
    .insertInto("programme")
    .values({ id: programmeId, organisation_id, unit_id: unitId, name, created_at: now })
    .execute();
  const answers = await addResponse(db, { organisation_id, programme_id: programmeId, name, now });
  const importId = randomUUID();
  await db
    .insertInto("study_import")
    .values({
      id: importId,
      organisation_id,
      unit_id: unitId,
      created_by: member.userId,
      created_at: now,
      state: "faulty",
      files: "[]",
      findings: JSON.stringify(NOTHING_FOUND),
    })
    .execute();
  const survey = await addSurvey(db, { organisationId: tree.organisationId, unitId });
  const memberId = member.userId;
  return { tree, unitId, emptyUnitId, memberId, apiKeyId: key.id, programmeId, importId, ...answers, survey };
}

async function addTeam(db: Database, tree: Tree, above: string): Promise<string> {
  const id = randomUUID();
  const { path } = await db.selectFrom("unit").select("path").where("id", "=", above).executeTakeFirstOrThrow();
  const name = JSON.stringify({ zh: "小组" });
  await db
    .insertInto("unit")
    .values({
      id,
      organisation_id: tree.organisationId,
      parent_id: above,
      kind: "team",
      name,
      path: [...path, id],
    })
    .execute();
  return id;
}

interface Of {
  readonly organisation_id: string;
  readonly programme_id: string;
  readonly name: string;
  readonly now: Date;
}

async function addResponse(db: Database, { organisation_id, programme_id, name, now }: Of) {
  const [waveId, definitionId, responseId] = [randomUUID(), randomUUID(), randomUUID()];
  await db
    .insertInto("wave")
    .values({
      id: waveId,
      organisation_id,
      programme_id,
      code: "1",
      name,
      position: 1,
      state: "closed",
      created_at: now,
    })
    .execute();
  await countReceived(db, organisation_id, new Map([[waveId, 1]]), now);
  await db
    .insertInto("definition")
    .values({
      id: definitionId,
      organisation_id,
      programme_id,
      hash: createHash("sha256").update(STUDY).digest("hex"),
      study: STUDY,
      header: ["q1"],
      created_at: now,
    })
    .execute();
  await db
    .insertInto("response")
    .values({
      id: responseId,
      organisation_id,
      programme_id,
      wave_id: waveId,
      definition_id: definitionId,
      answers: JSON.stringify({ q1: "9" }),
      received_at: now,
    })
    .execute();
  await db
    .insertInto("response_event")
    .values({
      at: now,
      organisation_id,
      programme_id,
      response_id: responseId,
      kind: "submitted",
      actor_kind: "system",
    })
    .execute();
  return { waveId, definitionId, responseId };
}
