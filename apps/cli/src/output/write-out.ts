import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface OutFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The folder cannot take the files: no right, no room, no such place. */
export class OutNotWritable extends Error {
  readonly folder: string;
  readonly reason: string;

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    super(`cannot write into ${folder}: ${reason}`, { cause });
    this.folder = folder;
    this.reason = reason;
  }
}

/** Writes all files or, as far as a file system allows, none: each is complete before it takes its name.
 *  @returns their paths
 *  @throws OutNotWritable */
export async function writeOut(folder: string, files: readonly OutFile[]): Promise<readonly string[]> {
  const unfinished = files.map(({ name }) => join(folder, `.${name}.unfinished`));
  try {
    await mkdir(folder, { recursive: true });
    for (const [i, { content }] of files.entries()) await writeFile(unfinished[i], content);
    for (const [i, { name }] of files.entries()) await rename(unfinished[i], join(folder, name));
  } catch (cause) {
    await Promise.allSettled(unfinished.map((path) => rm(path, { force: true })));
    throw new OutNotWritable(folder, cause);
  }
  return files.map(({ name }) => join(folder, name));
}
