/** A programme with a published questionnaire and a wave that is open, as a caller of the interface would have made it. */
import { contentHash } from "@manyi/questionnaire/content/content-hash";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { insertLink } from "../src/collection/link-queries.ts";
import { newLinkToken } from "../src/collection/link-token.ts";
import type { Database } from "../src/database/connect.ts";
import { insertOpenWave } from "../src/programme/collecting-waves.ts";
import { insertProgramme } from "../src/programme/queries.ts";
import { deriveDefinition, publishVersion } from "../src/questionnaire/publish-version.ts";
import { insertDraft } from "../src/questionnaire/queries.ts";
import { smallQuestionnaire } from "./small-questionnaire.ts";

export interface Survey {
  readonly organisationId: string;
  readonly programmeId: string;
  readonly waveId: string;
  readonly versionId: string;
  readonly definitionId: string;
  readonly linkId: string;
  /** Of the link. */
  readonly token: string;
}

export async function addSurvey(
  db: Database,
  { organisationId, unitId }: { readonly organisationId: string; readonly unitId: string },
  questionnaire: Questionnaire = smallQuestionnaire(),
  at: Date = new Date(),
): Promise<Survey> {
  const made = { organisationId, createdAt: at, createdBy: null };
  const programmeId = await insertProgramme(db, { ...made, unitId, name: { zh: "在线调查", en: "Online" } });
  const draft = { draft: questionnaire, hash: await contentHash(questionnaire), at, by: null };
  await insertDraft(db, { organisationId, programmeId }, draft);
  const publishing = { organisationId, programmeId, at, by: null };
  const wave = { code: "1", name: { zh: "第一期", en: "First wave" } };
  const { id: versionId } = await publishVersion(db, draft, publishing);
  const definitionId = await deriveDefinition(db, publishing, [{ ...wave, versions: [1] }]);
  const waveId = await insertOpenWave(db, programmeId, wave, { organisationId, versionId, definitionId, at });
  const token = newLinkToken();
  const linkId = await insertLink(db, { ...made, programmeId, waveId, token });
  return { organisationId, programmeId, waveId, versionId, definitionId, linkId, token };
}
