import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running PostgreSQL keeps in its folder as `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  readonly isReady: boolean;
}

/** Lines by PostgreSQL's miscadmin.h: 1 the process, 8 the state. */
export function readPostmasterFile(clusterFolder: string): PostmasterFile | null {
  const file = join(clusterFolder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readText(file).split("\n");
  const pid = Number(lines[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === "ready" } : null;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It went away between the two looks.
    return "";
  }
}
