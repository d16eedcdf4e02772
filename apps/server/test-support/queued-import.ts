import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Readable } from "node:stream";
import { checkUpload } from "../src/study/check/check-upload.ts";
import type { ImportFile, ImportRequest } from "../src/study/import-record.ts";
import { changeImport, insertImport } from "../src/study/queries.ts";
import type { TestStudyGround } from "./study-ground.ts";
import { folderOf } from "./unpacked.ts";

/** An upload that was checked and put into the queue.
 *  @returns its id */
export async function queuedImport(
  { ground, organisationId, unitId }: TestStudyGround,
  files: ReadonlyMap<string, string | Uint8Array>,
  request: Partial<ImportRequest> = {},
): Promise<string> {
  const folder = await folderOf(files);
  const local = [...files.keys()].map((name) => ({ name, path: join(folder, name) }));
  const { state, findings, mapping } = await checkUpload(local, null);
  const stored: ImportFile[] = [];
  for (const [name, content] of files) {
    const file = await ground.files.put("imports", Readable.from([Buffer.from(content)]), { largestBytes: 1 << 30 });
    stored.push({ name, ...file });
  }
  const id = randomUUID();
  const createdAt = ground.clock.now();
  const made = { id, organisationId, unitId, createdBy: null, createdAt, state, files: stored, findings, mapping };
  await insertImport(ground.database, made);
  const programme = { kind: "new", name: { zh: "项目" }, unitId } as const;
  await changeImport(ground.database, id, {
    state: "queued",
    request: { programme, faultyLines: "refuse", ...request },
  });
  return id;
}
