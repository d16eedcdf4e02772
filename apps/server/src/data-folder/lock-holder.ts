import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock, so precisely that a later process with the same number is told apart. */
export interface LockHolder {
  readonly pid: number;
  /** Ticks between the machine's start and the process's (Linux); "" where the system does not tell. */
  readonly processStart: string;
  /** Changes with every start of the machine. */
  readonly boot: string;
  /** Two containers count their processes apart. */
  readonly pidNamespace: string;
  readonly host: string;
}

export function ownHolder(): LockHolder {
  return {
    pid: process.pid,
    processStart: processStart(process.pid) ?? "",
    boot: read("/proc/sys/kernel/random/boot_id") ?? "",
    pidNamespace: pidNamespace(),
    host: hostname(),
  };
}

/** `unknown`: it was another machine or container, or a system that does not tell; only its sign of life can decide. */
export function judge(holder: LockHolder): "lives" | "gone" | "unknown" {
  const own = ownHolder();
  if (own.boot === "") return isRunning(holder.pid) || holder.host !== own.host ? "unknown" : "gone";
  if (holder.boot !== own.boot || holder.pidNamespace !== own.pidNamespace) return "unknown";
  return processStart(holder.pid) === holder.processStart ? "lives" : "gone";
}

/** Field 22 of /proc/PID/stat; the second, the program's name, may itself hold spaces and brackets. A zombie lives no more. */
export function processStart(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return fields[0] === "Z" ? undefined : fields[19];
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
