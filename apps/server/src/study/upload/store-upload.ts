import { createReadStream } from "node:fs";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { HeavyWork } from "../../heavy/heavy-work.ts";
import type { Part } from "../../http/call.ts";
import type { StudyGround } from "../../programme/study-ground.ts";
import type { Scope } from "../../rights/scope.ts";
import { unitPathWithin } from "../../rights/unit-path.ts";
import type { CheckedUpload } from "../check/check-upload.ts";
import type { ImportFile } from "../import-record.ts";
import type { LocalFile } from "../local-study.ts";
import { withWorkFolder } from "../work-folder.ts";
import { receiveParts } from "./receive-upload.ts";

export interface StoredUpload {
  readonly unitId: string;
  readonly files: readonly ImportFile[];
  readonly checked: CheckedUpload;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes an upload in, checks it in the child process, and keeps its files, if the caller may import for the unit. Before the
 *  request's transaction: nothing is written to the database.
 *  @throws ProblemError, StudyError, StorageFullError */
export function storeUpload(
  ground: StudyGround,
  work: HeavyWork,
  parts: AsyncIterable<Part>,
  scope: Scope,
): Promise<StoredUpload> {
  const { config, files } = ground;
  return withWorkFolder(config.dataFolder, async (folder) => {
    const received = await receiveParts(parts, folder, config.largestImportBytes);
    const { unitId } = received;
    if (unitId === null || !uuid.test(unitId)) {
      throw new ProblemError("request-invalid", { faults: [{ at: "body.unitId", problem: "missing" }] });
    }
    await unitPathWithin(ground.database, scope, "study:import", unitId);
    const checked = await work.run("check-upload", { files: received.files, mapping: null });
    const stored: ImportFile[] = [];
    for (const { name, path } of needed(received.files, checked)) {
      const limits = { largestBytes: config.largestImportBytes };
      stored.push({ name, ...(await files.put("imports", createReadStream(path), limits)) });
    }
    return { unitId, files: stored, checked };
  });
}

/** Beside a definition lies its data; what else lay in the folder is not kept. */
function needed(files: readonly LocalFile[], { findings }: CheckedUpload): readonly LocalFile[] {
  const { preview, hasStudyJson } = findings;
  if (!hasStudyJson || preview === null) return files;
  const data = preview.dataFile.normalize("NFC");
  return files.filter(({ name }) => name === "study.json" || name.normalize("NFC") === data);
}
