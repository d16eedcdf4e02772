/**
 * What an earlier run left behind. The product's own process may be killed at any moment; its PostgreSQL then lives on. It is
 * stopped rather than adopted: adopted, it would not be our child, so we would learn of its death late; it might run with the
 * settings or the binaries of an earlier version; and the killed process's transactions might still hold their locks. Stopping
 * costs a second, and one way of starting is left to test. Nobody else uses it: the data folder's lock is ours.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readPostmasterFile } from "./postmaster-file.ts";

const LOOK_EVERY_MS = 25;
const FAST_SHUTDOWN_MS = 20_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/** Stops a PostgreSQL that still runs on this folder, and removes a `postmaster.pid` whose number now belongs to another
 *  program; one whose process is gone PostgreSQL itself sees through. */
export async function stopLeftover(clusterFolder: string): Promise<"none" | "stopped" | "stale-file"> {
  const pid = readPostmasterFile(clusterFolder)?.pid;
  if (pid === undefined || pid === process.pid || !isAlive(pid)) return "none";
  if (!isPostgresOf(pid, clusterFolder)) {
    rmSync(join(clusterFolder, "postmaster.pid"), { force: true });
    return "stale-file";
  }
  signal(pid, "SIGINT");
  if (await isGoneWithin(pid, FAST_SHUTDOWN_MS)) return "stopped";
  signal(pid, "SIGQUIT");
  if (!(await isGoneWithin(pid, IMMEDIATE_SHUTDOWN_MS))) signal(pid, "SIGKILL");
  return "stopped";
}

/** Ends processes of a killed PostgreSQL that have not noticed (one may be deep in a computation): while they live, they hold
 *  its memory and the next one cannot start. They have lost their master, so nothing they do can be committed. */
export function endOrphans(clusterFolder: string): void {
  if (process.platform !== "linux") return;
  for (const entry of readdirSync("/proc")) {
    if (/^\d+$/.test(entry) && isPostgresOf(Number(entry), clusterFolder)) signal(Number(entry), "SIGQUIT");
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Ended, but its parent has not asked how: in a container without an init such processes stay for ever. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** PostgreSQL's processes stand in their cluster's folder. */
function isPostgresOf(pid: number, clusterFolder: string): boolean {
  if (process.platform === "win32")
    return commandOf("tasklist", ["/FI", `PID eq ${pid}`, "/NH"]).includes("postgres.exe");
  if (process.platform !== "linux") {
    const command = commandOf("ps", ["-o", "args=", "-p", String(pid)]);
    return command.includes("postgres") && command.includes(clusterFolder);
  }
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres" &&
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder)
    );
  } catch {
    // Gone, or of a user whose processes are not ours to see.
    return false;
  }
}

function commandOf(program: string, args: readonly string[]): string {
  return spawnSync(program, args, { encoding: "utf8" }).stdout ?? "";
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}
