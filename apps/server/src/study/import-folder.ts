/** A study folder of this machine becomes a programme, without a request: the examples of the first start. */

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { StudyError } from "@manyi/study/issue/issue";
import type { LocalText } from "../database/tables.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import { checkUpload } from "./check/check-upload.ts";
import { runImport } from "./import/run-import.ts";
import type { ImportFile } from "./import-record.ts";
import { changeImport, importOfJob, insertImport } from "./queries.ts";

export interface FolderImport {
  readonly organisationId: string;
  readonly unitId: string;
  readonly folder: string;
  /** Null: the study's title. */
  readonly name: LocalText | null;
}

/** @returns the programme's id
 *  @throws StudyError where the study cannot be imported as a whole */
export async function importFolder(ground: StudyGround, asked: FolderImport): Promise<string> {
  const { organisationId, unitId, folder } = asked;
  const names = (await readdir(folder)).filter((name) => /\.(json|csv|tsv|txt|xlsx|xlsm)$/i.test(name)).sort();
  const local = names.map((name) => ({ name, path: join(folder, name) }));
  const { state, findings } = await checkUpload(local, null);
  if (state !== "ready" || findings.title === null) throw new StudyError(findings.issues);
  const files: ImportFile[] = [];
  for (const { name, path } of local) {
    const limits = { largestBytes: ground.config.largestImportBytes };
    files.push({ name, ...(await ground.files.put("imports", createReadStream(path), limits)) });
  }
  const id = randomUUID();
  const createdAt = ground.clock.now();
  const common = { id, organisationId, unitId, createdBy: null, createdAt, files, findings, mapping: null };
  await insertImport(ground.database, { ...common, state: "ready" });
  const programme = { kind: "new" as const, name: asked.name ?? findings.title, unitId };
  await changeImport(ground.database, id, { state: "queued", request: { programme, faultyLines: "refuse" } });
  await runImport(ground, id);
  const done = await importOfJob(ground.database, id);
  if (done?.outcome === null || done?.outcome === undefined) throw new StudyError(done?.findings.issues ?? []);
  return done.outcome.programmeId;
}
