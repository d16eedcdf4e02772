import { randomUUID } from "node:crypto";
import { ProblemError } from "@manyi/contract/problem/problem";
import { exportStudy } from "@manyi/contract/programme/programmes";
import {
  dropImport,
  exportRejected,
  mapImport,
  readImport,
  runImport,
  uploadStudy,
} from "@manyi/contract/study/imports";
import { StudyError } from "@manyi/study/issue/issue";
import type { Ground } from "../ground.ts";
import { type HeavyWork, heavyWork } from "../heavy/heavy-work.ts";
import { type Call, type HandledRoute, handle, handleGuarded, handleUpload, type Part } from "../http/call.ts";
import { createdBy } from "../programme/created-by.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { programmeFor } from "../programme/routes.ts";
import type { Scope } from "../rights/scope.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { importFor, queueImport } from "./commands.ts";
import { exportStudy as writeStudy } from "./export/export-study.ts";
import { rejectedCsv } from "./export/rejected-csv.ts";
import { checkMapping, mapped } from "./map-import.ts";
import { presentImport, studyFaulty } from "./present.ts";
import { deleteImport, insertImport, lockImport } from "./queries.ts";
import { type StoredUpload, storeUpload } from "./upload/store-upload.ts";

/** The study folder of a programme. */
function exported(ground: Ground): HandledRoute {
  return handle(exportStudy, async (call) => {
    const row = await programmeFor(call, call.params.programmeId, "study:export");
    if ((await newestDefinition(call.tx, row.id)) === null) throw new ProblemError("nothing-to-analyse", {});
    await call.audit({ object: { kind: "programme", id: row.id }, unitId: row.unitId });
    return {
      mediaType: "application/zip",
      name: `${row.name[call.language] ?? row.name.zh ?? row.name.en ?? row.id}.zip`,
      content: async () => {
        const zip = await writeStudy(ground, row.id);
        if (zip === null) throw new ProblemError("nothing-to-analyse", {});
        return zip;
      },
    };
  });
}

export function studyRoutes(ground: Ground): readonly HandledRoute[] {
  // Files are checked in a child process: a workbook may take a core and a gigabyte.
  const work = heavyWork(ground);
  return [
    exported(ground),
    handleUpload(uploadStudy, (parts, scope) => received(ground, work, parts, scope), uploaded),
    handle(readImport, async (call) => presentImport(await importFor(call, call.params.importId), call.language)),
    handleGuarded(mapImport, (door) => checkMapping(ground, work, door), mapped),
    handle(runImport, async (call) => {
      const { id, unitId } = await queueImport(call);
      const { programme, faultyLines } = call.body;
      await call.audit({ object: { kind: "import", id }, unitId, details: { programme, faultyLines } });
      return { id };
    }),
    handle(dropImport, (call) => dropped(ground, call)),
    handle(exportRejected, async (call) => {
      const { id, unitId, state, outcome } = await importFor(call, call.params.importId);
      if (outcome === null) throw new ProblemError("import-not-ready", { state });
      await call.audit({ object: { kind: "import", id }, unitId, details: { rejected: outcome.rejected } });
      const { rejectedKey } = outcome;
      return {
        mediaType: "text/csv",
        name: "rejected.csv",
        content: async () =>
          rejectedCsv(rejectedKey === null ? null : await ground.files.read(rejectedKey), call.language),
      };
    }),
  ];
}

type Received =
  | { readonly kind: "stored"; readonly upload: StoredUpload }
  | { readonly kind: "refused"; readonly error: StudyError };

/** What is no study is told once the caller's language is known. */
async function received(ground: Ground, work: HeavyWork, parts: AsyncIterable<Part>, scope: Scope): Promise<Received> {
  try {
    return { kind: "stored", upload: await storeUpload(ground, work, parts, scope) };
  } catch (error) {
    if (error instanceof StudyError) return { kind: "refused", error };
    throw error;
  }
}

async function uploaded(call: Call<typeof uploadStudy>, received: Received): Promise<{ id: string }> {
  if (received.kind === "refused") {
    throw new ProblemError("study-faulty", studyFaulty(received.error.issues, call.language));
  }
  const { unitId, files, checked } = received.upload;
  // Asked again: it was long ago that the upload began.
  await unitPathWithin(call.tx, call.scope, "study:import", unitId);
  const id = randomUUID();
  const { organisationId, actor } = call.scope;
  const { state, findings, mapping } = checked;
  const made = {
    id,
    organisationId,
    unitId,
    createdBy: createdBy(actor),
    createdAt: call.now,
    state,
    files,
    findings,
    mapping,
  };
  await insertImport(call.tx, made);
  const details = { files: files.map(({ bytes, sha256 }) => ({ bytes, sha256 })), state };
  await call.audit({ object: { kind: "import", id }, unitId, details });
  return { id };
}

const droppable = new Set(["mapping", "ready", "faulty", "failed"]);

async function dropped(ground: Ground, call: Call<typeof dropImport>): Promise<undefined> {
  await lockImport(call.tx, call.params.importId);
  const { id, unitId, state, files } = await importFor(call, call.params.importId);
  if (!droppable.has(state)) throw new ProblemError("import-not-ready", { state });
  await deleteImport(call.tx, id);
  await call.audit({ object: { kind: "import", id }, unitId });
  // Last, for it cannot be taken back: should the transaction fail after it, the import can still be dropped again.
  for (const { key } of files) await ground.files.remove(key);
}
