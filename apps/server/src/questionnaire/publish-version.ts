/** From a draft to what is asked: a version that never changes, and the study as whose data its answers are kept. */
import { createHash } from "node:crypto";
import { readQuestionnaire } from "@manyi/questionnaire/check/read-questionnaire";
import { studyOfQuestionnaire } from "@manyi/study/from-questionnaire/study-of-questionnaire";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { insertDefinition, newestDefinition } from "../programme/definitions.ts";
import type { NewWave } from "../programme/queries.ts";
import { assess } from "./assess.ts";
import { type DraftRecord, insertVersion, type VersionRecord, versionsOf } from "./queries.ts";
import { questionnaireFaulty } from "./questionnaire-faulty.ts";

export interface Publishing {
  readonly organisationId: string;
  readonly programmeId: string;
  readonly at: Date;
  readonly by: string | null;
}

type Version = Pick<VersionRecord, "id" | "number">;

/** Unchanged since the newest version it is that one. The caller holds the programme's lock: numbers are given out in turn.
 *  @throws ProblemError questionnaire-faulty while an error is left */
export async function publishVersion(
  tx: Kysely<Tables>,
  { draft, hash }: Pick<DraftRecord, "draft" | "hash">,
  { organisationId, programmeId, at, by }: Publishing,
): Promise<Version> {
  const former = await versionsOf(tx, programmeId);
  const read = readQuestionnaire(draft);
  if (read.kind === "unreadable") throw questionnaireFaulty(read.issues);
  const errors = assess(read.questionnaire, former).issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw questionnaireFaulty(errors);
  const [newest] = former;
  if (newest?.hash === hash) return newest;
  const number = (newest?.number ?? 0) + 1;
  const content = read.questionnaire;
  const id = await insertVersion(tx, { organisationId, programmeId, number, hash, content, at, by });
  return { id, number };
}

export interface AskingWave extends NewWave {
  /** Numbers of the versions that it asks and has asked. */
  readonly versions: readonly number[];
}

/** Makes a new definition of all that the programme has ever asked, in all of its waves; the one there is where it says the
 *  same.
 *  @param waves in their order
 *  @returns its id */
export async function deriveDefinition(
  tx: Kysely<Tables>,
  { organisationId, programmeId, at }: Publishing,
  waves: readonly AskingWave[],
): Promise<string> {
  const versions = (await versionsOf(tx, programmeId)).map(({ number, content }) => ({
    number,
    questionnaire: content,
  }));
  const { study, header } = studyOfQuestionnaire({
    id: programmeId,
    versions,
    waves: waves.map(({ code, name, versions }) => ({
      code,
      name: Object.fromEntries(Object.entries(name)),
      versions,
    })),
  });
  const text = `${JSON.stringify(study, null, 2)}\n`;
  const hash = createHash("sha256").update(text).digest("hex");
  const before = await newestDefinition(tx, programmeId);
  if (before?.hash === hash) return before.id;
  // The newest is found by its time: two within a moment, or a clock that was turned back, must not change places.
  const createdAt = new Date(Math.max(at.getTime(), (before?.createdAt.getTime() ?? 0) + 1));
  return insertDefinition(tx, { organisationId, programmeId, createdAt, hash, study: text, header });
}
