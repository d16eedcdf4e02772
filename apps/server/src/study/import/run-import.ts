/**
 * An upload becomes responses of a programme: in one transaction, so that it is there as a whole or not at all, and a second
 * run of the same job finds it done. While it runs, another connection says how far it is.
 */

import { join } from "node:path";
import { definitionOf } from "@manyi/study/check/read-definition";
import { issue, StudyError } from "@manyi/study/issue/issue";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { actorOf } from "../../programme/created-by.ts";
import { type DefinitionRecord, insertDefinition, newestDefinition } from "../../programme/definitions.ts";
import { ensureWaves, insertProgramme, lockProgramme, wavesOf } from "../../programme/queries.ts";
import { resultsJobKey } from "../../programme/results-key.ts";
import type { StudyGround } from "../../programme/study-ground.ts";
import { type CheckedLines, checkLines } from "../check/check-lines.ts";
import { fetchFiles } from "../fetch-files.ts";
import type { ImportOutcome, ImportRecord, ImportRequest } from "../import-record.ts";
import { type LocalFile, type LocalStudy, localStudy, studyWith } from "../local-study.ts";
import { changeImport, changeWaitingImport, importOfJob, lockImport } from "../queries.ts";
import { withWorkFolder } from "../work-folder.ts";
import { refuseOtherHeader, refuseOtherStudy } from "./compare-definitions.ts";
import { knownKeys } from "./known-keys.ts";
import { RejectedLines } from "./rejected-lines.ts";
import { storeRows } from "./store-rows.ts";
import { wavesOfStudy } from "./wave-rows.ts";

/** How often progress is written down. */
const progressEveryMs = 500;

/** Carries out a queued import; does nothing where it has been carried out or given up. What is wrong with the study ends in
 *  the import's state; everything else is thrown, and may be tried again. */
export async function runImport(ground: StudyGround, importId: string): Promise<void> {
  const record = await importOfJob(ground.database, importId);
  if (record === null || record.request === null || !isWaiting(record)) return;
  const { request } = record;
  try {
    await withWorkFolder(ground.config.dataFolder, async (folder) => {
      const files = await fetchFiles(ground.files, record.files, folder);
      await carryOut(ground, { record, request, files, folder });
    });
  } catch (cause) {
    if (!(cause instanceof StudyError)) throw cause;
    await giveUp(ground, record, cause);
  }
}

function isWaiting({ state }: ImportRecord): boolean {
  return state === "queued" || state === "running";
}

interface Work {
  readonly record: ImportRecord;
  readonly request: ImportRequest;
  readonly files: readonly LocalFile[];
  readonly folder: string;
}

async function carryOut(ground: StudyGround, work: Work): Promise<void> {
  const { record, request } = work;
  const existing = await existingDefinition(ground, request);
  const study = await studyOf(work, existing);
  const checked = await checkedStudy(study, request);
  const total = checked.loaded.data.rowsRead + checked.faulty.size;
  const rejected = new RejectedLines(join(work.folder, "rejected"));
  try {
    // Another run may have ended meanwhile: what is done stays done.
    const begun = { state: "running", progress: { done: 0, total } } as const;
    if (!(await changeWaitingImport(ground.database, record.id, begun))) return;
    await ground.database.transaction().execute(async (tx) => {
      await lockImport(tx, record.id);
      const now = await importOfJob(tx, record.id);
      if (now === null || !isWaiting(now)) return;
      await store(ground, tx, { ...work, study, checked, rejected, total });
    });
  } finally {
    await rejected.abandon();
  }
}

async function existingDefinition(
  { database }: StudyGround,
  { programme }: ImportRequest,
): Promise<DefinitionRecord | null> {
  return programme.kind === "existing" ? newestDefinition(database, programme.programmeId) : null;
}

/** Further data without a study.json is read by the definition that the programme has.
 *  @throws StudyError where it is another study than the programme's */
async function studyOf({ record, files }: Work, existing: DefinitionRecord | null): Promise<LocalStudy> {
  if (existing === null) return localStudy(files, record.mapping);
  if (record.findings.hasStudyJson) {
    const study = await localStudy(files, null);
    refuseOtherStudy(existing, study.read);
    return withSameHeader(existing, study);
  }
  const read = definitionOf(Buffer.from(existing.study));
  const [{ name }] = files;
  const definition = { ...read.definition, data: { file: name } };
  return withSameHeader(existing, studyWith({ ...read, definition, hash: existing.hash }, files));
}

async function withSameHeader(existing: DefinitionRecord, study: LocalStudy): Promise<LocalStudy> {
  const { rows, file } = await study.open();
  rows.close?.();
  refuseOtherHeader(existing, rows.header, file);
  return study;
}

/** @throws StudyError where the study is faulty, or its lines are and none may be left out */
async function checkedStudy(study: LocalStudy, { faultyLines }: ImportRequest): Promise<CheckedLines> {
  const checked = await checkLines(study.open, faultyLines);
  if (faultyLines !== "leave-out" && checked.faulty.size > 0) throw new StudyError(checked.issues);
  return checked;
}

interface StoreWork extends Work {
  readonly study: LocalStudy;
  readonly checked: CheckedLines;
  readonly rejected: RejectedLines;
  readonly total: number;
}

async function store(ground: StudyGround, tx: Transaction<Tables>, work: StoreWork): Promise<void> {
  const { record, study, checked, rejected } = work;
  const at = ground.clock.now();
  const place = await placeFor(tx, work, at);
  const opened = await study.open();
  const definitionId =
    place.definition?.id ??
    (await insertDefinition(tx, {
      organisationId: record.organisationId,
      programmeId: place.programmeId,
      createdAt: at,
      hash: study.read.hash,
      study: study.read.text,
      header: opened.rows.header,
    }));
  const waves = wavesOfStudy(checked.loaded, await wavesOf(tx, [place.programmeId]));
  const waveIds = await ensureWaves(
    tx,
    { organisationId: record.organisationId, programmeId: place.programmeId, createdAt: at },
    waves,
  );
  const known = await knownKeys(tx, place.definition === null ? null : place.programmeId, opened);
  const imported = await storeRows(tx, {
    opened,
    of: {
      organisationId: record.organisationId,
      programmeId: place.programmeId,
      definitionId,
      importId: record.id,
      at,
      actor: actorOf(record.createdBy),
    },
    waveIds,
    judge: (line, row) => checked.faulty.of(line) ?? known(row),
    rejected,
    progress: progressTeller(ground, work),
  });
  const { file } = opened;
  if (imported === 0) throw new StudyError([issue("no-rows", { file }, { file })]);
  const outcome: ImportOutcome = {
    programmeId: place.programmeId,
    imported,
    rejected: rejected.count,
    waves: waves.length,
    data: { file, ...opened.fingerprint() },
    rejectedKey: await rejected.keep(ground.files),
  };
  const { programmeId } = place;
  // Whoever looks next finds the results there, or on their way.
  const results = { programmeId, waveId: null, weight: "" };
  await enqueue(tx, "compute-results", results, { key: resultsJobKey(results) });
  await changeImport(tx, record.id, {
    state: "done",
    progress: null,
    outcome,
    programmeId,
    definitionId,
    settledAt: at,
  });
}

/** The programme that takes the responses, and its definition if it has one. */
async function placeFor(
  tx: Kysely<Tables>,
  { record, request, study }: StoreWork,
  at: Date,
): Promise<{ readonly programmeId: string; readonly definition: DefinitionRecord | null }> {
  if (request.programme.kind === "new") {
    const { name, unitId } = request.programme;
    const { organisationId, createdBy } = record;
    const programmeId = await insertProgramme(tx, { organisationId, unitId, name, createdAt: at, createdBy });
    return { programmeId, definition: null };
  }
  const { programmeId } = request.programme;
  await lockProgramme(tx, programmeId);
  const definition = await newestDefinition(tx, programmeId);
  // Somebody may have brought in another study since we looked.
  if (definition !== null) refuseOtherStudy(definition, study.read);
  return { programmeId, definition };
}

function progressTeller(
  { database, clock }: StudyGround,
  { record, total }: StoreWork,
): (rows: number) => Promise<void> {
  let told = clock.now().getTime();
  return async (done) => {
    const now = clock.now().getTime();
    if (now - told < progressEveryMs) return;
    told = now;
    await changeWaitingImport(database, record.id, { progress: { done, total } });
  };
}

/** Nothing was imported. The files go: what is wrong with them is said. */
async function giveUp({ database, files, clock }: StudyGround, record: ImportRecord, cause: StudyError): Promise<void> {
  const findings = { ...record.findings, issues: cause.issues };
  const settledAt = clock.now();
  const change = { state: "failed", progress: null, findings, files: [], settledAt } as const;
  if (!(await changeWaitingImport(database, record.id, change))) return;
  for (const { key } of record.files) await files.remove(key);
}
