/** Changes to imports, each with its rules. */
import { ProblemError } from "@manyi/contract/problem/problem";
import type { runImport } from "@manyi/contract/study/imports";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Call } from "../http/call.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { programmeFor } from "../programme/routes.ts";
import { may, type Scope } from "../rights/scope.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import type { ImportRecord } from "./import-record.ts";
import { studyFaulty } from "./present.ts";
import { changeImport, findImport, lockImport } from "./queries.ts";

/** The import, if the caller may import for its unit.
 *  @throws ProblemError not-found */
export async function importFor(
  { tx, scope }: { readonly tx: Kysely<Tables>; readonly scope: Scope },
  importId: string,
): Promise<ImportRecord> {
  const record = await findImport(tx, scope.organisationId, importId);
  if (record === null) throw new ProblemError("not-found", {});
  await unitPathWithin(tx, scope, "study:import", record.unitId);
  return record;
}

/** Puts the import into the queue.
 *  @throws ProblemError not-found, not-permitted, programme-has-questionnaire, import-not-ready, study-faulty */
export async function queueImport(call: Call<typeof runImport>): Promise<ImportRecord> {
  await lockImport(call.tx, call.params.importId);
  const record = await importFor(call, call.params.importId);
  const { programme, faultyLines } = call.body;
  const takesDefinition = await allowedTarget(call, programme);
  const isReady = record.state === "ready" || (takesDefinition && record.state === "mapping");
  if (record.state === "faulty") {
    throw new ProblemError("study-faulty", studyFaulty(record.findings.issues, call.language));
  }
  if (!isReady) throw new ProblemError("import-not-ready", { state: record.state });
  if (!takesDefinition && faultyLines === "refuse" && record.findings.faultyLines > 0) {
    throw new ProblemError("study-faulty", {
      ...studyFaulty(
        record.findings.warnings.filter(({ severity }) => severity === "error"),
        call.language,
      ),
      total: record.findings.faultyLines,
    });
  }
  await changeImport(call.tx, record.id, { state: "queued", request: call.body, progress: null });
  await call.enqueue("run-import", { importId: record.id }, { key: `import:${record.id}` });
  return record;
}

/** @returns whether the data is read by the definition that the programme has already */
async function allowedTarget(call: Call<typeof runImport>, target: ImportTarget): Promise<boolean> {
  const { tx, scope } = call;
  if (target.kind === "new") {
    await unitPathWithin(tx, scope, "study:import", target.unitId);
    return false;
  }
  const { id, unitPath, archivedAt, questionnaire } = await programmeFor(call, target.programmeId, "study:import");
  if (!may(scope, "study:import", unitPath) || archivedAt !== null) throw new ProblemError("not-found", {});
  if (questionnaire !== null) throw new ProblemError("programme-has-questionnaire", {});
  return (await newestDefinition(tx, id)) !== null;
}

type ImportTarget = Call<typeof runImport>["body"]["programme"];
