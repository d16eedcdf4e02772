import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Longer than any request or job takes: what is older was left by a process that was killed. */
const leftAfterMs = 24 * 3_600_000;

/** Runs a piece of work with a folder of its own, which goes with it. Names in it are made here, never taken from a user.
 *  @param dataFolder the server's own: what is uploaded must not fill the system's */
export async function withWorkFolder<Result>(
  dataFolder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = join(dataFolder, "work");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeLeft(parent, Date.now() - leftAfterMs);
  const folder = await mkdtemp(join(parent, "w-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeLeft(parent: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    // Gone meanwhile: its own work removed it.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < beforeMs) await rm(path, { recursive: true, force: true });
  }
}
