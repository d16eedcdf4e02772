import type { Database } from "../../database/connect.ts";
import type { FileStore } from "../../files/file-store.ts";
import type { Log } from "../../log/log.ts";
import { knownKeys } from "./sweep-rows.ts";

const BATCH = 500;
/** So many files and not one of them known: more likely a wrong database or a shared bucket than so much rubbish. */
const SUSPICIOUS = 20;

interface FileGround {
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Log;
}

/** Removes an area's files that no row knows. Only those stored before an instant: the row of a younger one may be about to
 *  be committed.
 *  @returns how many were removed */
export async function sweepUnknownFiles(
  { database, files, log }: FileGround,
  area: string,
  storedBefore: Date,
  signal: AbortSignal,
): Promise<number> {
  let known = 0;
  let removed = 0;
  for await (const keys of batchesOf(files.list(area, { storedBefore }))) {
    signal.throwIfAborted();
    const kept = await knownKeys(database, keys);
    known += kept.size;
    const unknown = keys.filter((key) => !kept.has(key));
    if (known === 0 && unknown.length > SUSPICIOUS) {
      log.error("sweep-left-unknown-files", { area, count: unknown.length });
      return removed;
    }
    for (const key of unknown) await files.remove(key);
    removed += unknown.length;
  }
  return removed;
}

async function* batchesOf(keys: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const key of keys) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
