/** What uploads leave behind: forgotten ones, files of requests that failed, folders of processes that were killed. */
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { keysOfDerived } from "../analysis/queries.ts";
import { deleteImport, forgottenImports, keysOfImports } from "./queries.ts";
import type { StudyGround } from "./study-ground.ts";
import { workFolders } from "./work-folder.ts";

const hourMs = 3_600_000;
/** An upload nobody carried out. */
const forgottenAfterMs = 14 * 24 * hourMs;
/** Longer than any request or job takes: a file nobody knows may belong to a transaction that is still under way. */
const strayAfterMs = 24 * hourMs;

/** For the nightly job. May run twice at once. */
export async function clearAwayUploads(ground: StudyGround): Promise<void> {
  const { database, files, clock } = ground;
  const now = clock.now().getTime();
  for (const { id } of await forgottenImports(database, new Date(now - forgottenAfterMs))) {
    await deleteImport(database, id);
  }
  const stray = new Date(now - strayAfterMs);
  await removeUnknown(files, "imports", stray, await keysOfImports(database));
  await removeUnknown(files, "derived", stray, await keysOfDerived(database));
  await removeOldFolders(workFolders(ground.config.dataFolder), stray);
}

async function removeUnknown(
  files: StudyGround["files"],
  area: string,
  storedBefore: Date,
  known: ReadonlySet<string>,
): Promise<void> {
  for await (const key of files.list(area, { storedBefore })) if (!known.has(key)) await files.remove(key);
}

async function removeOldFolders(parent: string, before: Date): Promise<void> {
  // It is not there until something was uploaded.
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < before.getTime()) await rm(path, { recursive: true, force: true });
  }
}
