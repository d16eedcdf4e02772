import { spawnSync } from "node:child_process";
import { repositoryRoot } from "./root.ts";

/** Builds the console where its sources changed since the last time. In a process of its own: what the bundler takes of memory
 *  goes with it.
 *  @returns whether it is there */
export function consoleIsBuilt(): boolean {
  const { status } = spawnSync(process.execPath, ["apps/console/build.ts"], {
    cwd: repositoryRoot,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0;
}
