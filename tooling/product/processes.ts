/** Processes as Linux shows them; elsewhere none are seen. */
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";

const PROCESSES = "/proc";

/** Whether this machine lets one look. */
export const processesAreSeen = existsSync(join(PROCESSES, "self", "environ"));

/** Those that stand in the folder, as PostgreSQL's do in their cluster's. */
export function processesIn(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  const place = realpathSync(folder);
  return processIds().filter((pid) => placeOf(pid) === place);
}

/** All that belong to the data folder: those that stand in it or below, and those that were started with it as MANYI_DATA. */
export function processesOf(dataFolder: string): readonly number[] {
  const place = realpathSync(dataFolder);
  const setting = `MANYI_DATA=${dataFolder}`;
  return processIds().filter(
    (pid) => `${placeOf(pid)}${sep}`.startsWith(`${place}${sep}`) || environmentOf(pid).includes(setting),
  );
}

export function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

function processIds(): readonly number[] {
  if (!processesAreSeen) return [];
  return readdirSync(PROCESSES)
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .sort((left, right) => left - right);
}

function placeOf(pid: number): string | undefined {
  try {
    return readlinkSync(join(PROCESSES, String(pid), "cwd"));
  } catch {
    return undefined;
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(join(PROCESSES, String(pid), "environ"), "utf8").split("\0");
  } catch {
    return [];
  }
}
