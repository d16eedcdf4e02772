/** What the columns of an upload are, said by a person. The data is checked against it before the request's transaction: a large
 *  file takes longer than a connection of the database may be held. */
import { isDeepStrictEqual } from "node:util";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { mapImport } from "@manyi/contract/study/imports";
import type { HeavyWork } from "../heavy/heavy-work.ts";
import type { Call, Door } from "../http/call.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import type { CheckedUpload } from "./check/check-upload.ts";
import { importFor } from "./commands.ts";
import { fetchFiles } from "./fetch-files.ts";
import type { ImportRecord } from "./import-record.ts";
import { presentImport } from "./present.ts";
import { changeImport, lockImport } from "./queries.ts";
import { withWorkFolder } from "./work-folder.ts";

const mappable = new Set(["mapping", "ready"]);

interface CheckedMapping {
  /** The import as it was when the check began. */
  readonly seen: ImportRecord;
  readonly checked: CheckedUpload;
}

/** @throws ProblemError not-found, import-not-ready; both before anything is checked */
export async function checkMapping(
  ground: StudyGround,
  work: HeavyWork,
  { scope, params, body }: Door<typeof mapImport>,
): Promise<CheckedMapping> {
  if (scope === null) throw new ProblemError("not-signed-in", {});
  const seen = await importFor({ tx: ground.database, scope }, params.importId);
  const { state, files, findings } = seen;
  if (findings.hasStudyJson || !mappable.has(state)) throw new ProblemError("import-not-ready", { state });
  const checked = await withWorkFolder(ground.config.dataFolder, async (folder) =>
    work.run("check-upload", { files: await fetchFiles(ground.files, files, folder), mapping: body }),
  );
  return { seen, checked };
}

/** @throws ProblemError not-found, changed-meanwhile */
export async function mapped(call: Call<typeof mapImport>, { seen, checked }: CheckedMapping) {
  await lockImport(call.tx, seen.id);
  const record = await importFor(call, seen.id);
  if (!isDeepStrictEqual(record, seen)) throw new ProblemError("changed-meanwhile", {});
  const mapping = call.body;
  // What was seen of the file stays, also where the mapping makes no study of it.
  const findings = { ...checked.findings, preview: checked.findings.preview ?? seen.findings.preview };
  await changeImport(call.tx, seen.id, { state: checked.state, findings, mapping });
  await call.audit({
    object: { kind: "import", id: seen.id },
    unitId: seen.unitId,
    details: { state: checked.state },
  });
  return presentImport({ ...record, state: checked.state, findings, mapping }, call.language);
}
