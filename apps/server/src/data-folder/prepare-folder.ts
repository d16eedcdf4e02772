import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";

const PROBE_BYTES = 1_000_000;

/** Makes the folder if it is missing and proves that it can be written.
 *  @throws OperatorFailure if it is a file, may not be written, or its disk is full */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    probe(join(folder, `.probe-${process.pid}`));
  } catch (error) {
    throw folderFailure(folder, error);
  }
}

/** What kept something from being written below the data folder, as a failure; an error of another kind stays itself. */
export function folderFailure(folder: string, error: unknown): unknown {
  if (isFile(folder) || hasCode(error, "ENOTDIR"))
    return new OperatorFailure("data-folder-is-file", { folder }, { cause: error });
  if (hasCode(error, "ENOSPC", "EDQUOT")) return new OperatorFailure("disk-full", { folder }, { cause: error });
  if (error instanceof Error && hasCode(error, "EACCES", "EPERM", "EROFS", "ENOENT")) {
    const reason = "code" in error ? String(error.code) : error.message;
    return new OperatorFailure("data-folder-not-writable", { folder, reason }, { cause: error });
  }
  return error;
}

/** With its parents. Node's own way of making those never returns below a folder like /proc, which exists and takes none. */
function makeFolder(folder: string): void {
  try {
    // Root's database runs as another user, who must be able to pass.
    mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    if (hasCode(error, "EEXIST") && !isFile(folder)) return;
    if (!hasCode(error, "ENOENT") || existsSync(dirname(folder))) throw error;
    makeFolder(dirname(folder));
    makeFolder(folder);
  }
}

/** An empty file can be made on a full disk; only bytes tell. */
function probe(file: string): void {
  try {
    const descriptor = openSync(file, "w", 0o600);
    try {
      writeFileSync(descriptor, Buffer.alloc(PROBE_BYTES));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } finally {
    rmSync(file, { force: true });
  }
}

function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
