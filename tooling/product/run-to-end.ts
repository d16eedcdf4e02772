import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { repositoryRoot } from "../repository/root.ts";

export interface Ended {
  /** Null if a signal ended it. */
  readonly code: number | null;
  readonly output: Buffer;
  /** What it said to people. */
  readonly said: string;
}

/** Runs a program of this repository as somebody at a terminal would, to its end. @param script relative to the repository */
export async function runToEnd(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(repositoryRoot, script), ...args], {
    env: { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killed = () => void child.kill("SIGKILL");
  process.once("exit", killed);
  const [output, said] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, "close")]);
  process.removeListener("exit", killed);
  return { code: child.exitCode, output, said: said.toString("utf8") };
}
