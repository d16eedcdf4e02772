import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { repositoryRoot } from "../repository/root.ts";

/** One process of the product, started as an operator would. */
export interface ServerProcess {
  readonly pid: number;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ctrl-C: a terminal sends it to the process and to all that it has started.
   *  @returns the exit code; null if a signal ended it */
  interrupt(): Promise<number | null>;
}

export interface ServerOptions {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where all it says goes. */
  readonly logFile: string;
}

const READY_MS = 120_000;
const LOOK_EVERY_MS = 50;

/** @param isReady asked again and again until it says yes
 *  @throws Error if the process ends before it is ready, or is not in two minutes */
export async function startProcess(options: ServerOptions, isReady: () => Promise<boolean>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(repositoryRoot, "apps/server/src/main.ts"), ...options.args], {
    // It stops by itself when we are killed.
    env: {
      PATH: process.env.PATH ?? "",
      LANG: "en_US.UTF-8",
      MANYI_BOOTSTRAP_PID: String(process.pid),
      ...options.environment,
    },
    // A group of its own, as a terminal gives to a command.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A crash test that is itself broken off leaves nothing running.
  process.once("exit", () => child.kill("SIGKILL"));
  const log = createWriteStream(options.logFile, { flags: "a" });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const until = performance.now() + READY_MS;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded(child))
      throw new Error(`The server ended (${child.exitCode ?? child.signalCode}); see ${options.logFile}`);
    if (performance.now() > until) throw new Error(`The server is not ready after two minutes; see ${options.logFile}`);
    await sleep(LOOK_EVERY_MS);
  }
  const { pid } = child;
  if (pid === undefined) throw new Error("The server has no process.");
  return {
    pid,
    isRunning: () => !hasEnded(child),
    kill: (signal) => endAndWait(child, () => child.kill(signal)),
    interrupt: async () => {
      await endAndWait(child, () => process.kill(-pid, "SIGINT"));
      return child.exitCode;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function endAndWait(child: ChildProcess, end: () => void): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  end();
  await ended;
}
