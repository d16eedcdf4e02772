import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** Runs a piece of work with a folder of its own, which goes with it. Names in it are made here, never taken from a user.
 *  @param dataFolder the server's own: what is uploaded must not fill the system's */
export async function withWorkFolder<Result>(
  dataFolder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = workFolders(dataFolder);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(parent, "w-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where they lie; what is old in it was left by a process that was killed. */
export function workFolders(dataFolder: string): string {
  return join(dataFolder, "work");
}
