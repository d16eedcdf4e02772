/**
 * The memory of a program and all it starts. Pages that processes share are counted once (PSS), so the sum over a tree is what
 * the machine really gives; RSS would count them again in each process. Linux only: it reads /proc.
 */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Run {
  readonly exitCode: number;
  readonly wallMs: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The largest sum of PSS over the tree that was seen at one moment. */
  readonly peakPssBytes: number;
}

/** Runs a program to its end while watching its memory.
 *  @param sampleEveryMs shorter peaks than this may be missed
 *  @throws Error if the program cannot be started */
export async function runWatched(command: string, args: readonly string[], sampleEveryMs = 20): Promise<Run> {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  let peakPssBytes = 0;
  const sample = () => {
    if (child.pid !== undefined) peakPssBytes = Math.max(peakPssBytes, treePssBytes(child.pid));
  };
  const timer = setInterval(sample, sampleEveryMs);
  try {
    const exitCode = await ended(child);
    return { exitCode, wallMs: performance.now() - began, stdout: stdout(), stderr: stderr(), peakPssBytes };
  } finally {
    clearInterval(timer);
  }
}

/** Memory of a process and its descendants now.
 *  @returns sum of PSS in bytes; 0 when the process is gone */
export function treePssBytes(pid: number): number {
  const children = childrenByParent();
  const sumOf = (process: number): number =>
    pssBytes(process) + (children.get(process) ?? []).reduce((sum, child) => sum + sumOf(child), 0);
  return sumOf(pid);
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // The name in parentheses may hold spaces and parentheses itself: the parent is counted from the last one.
    const parent = Number(read(`/proc/${name}/stat`).replace(/^.*\)/s, "").trim().split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function pssBytes(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const parts: string[] = [];
  stream.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  return () => parts.join("");
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
