/** Further versions of a survey's questionnaire. */
import { contentHash } from "@manyi/questionnaire/content/content-hash";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Database } from "../src/database/connect.ts";
import { askInWave } from "../src/programme/collecting-waves.ts";
import { insertVersion } from "../src/questionnaire/queries.ts";
import type { Survey } from "./add-survey.ts";

/** @returns its id; nothing asks it yet */
export async function addVersion(
  db: Database,
  { organisationId, programmeId }: Survey,
  number: number,
  content: Questionnaire,
): Promise<string> {
  const hash = await contentHash(content);
  return insertVersion(db, { organisationId, programmeId, number, hash, content, at: new Date(), by: null });
}

export async function askVersion(
  db: Database,
  { organisationId, waveId, definitionId }: Survey,
  versionId: string,
): Promise<void> {
  await askInWave(db, waveId, { organisationId, versionId, definitionId, at: new Date() });
}
