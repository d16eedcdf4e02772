import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./root.ts";

/** What is built before the product can show it. */
const builders = { console: "apps/console/build.ts", pages: "packages/respondent/build.ts" } as const;
const built = { console: "apps/console/dist/.stamp", pages: "packages/respondent/dist/.stamp" } as const;

export type Part = keyof typeof builders;
export const parts: readonly Part[] = ["console", "pages"];

/** Whether it was ever built, of whatever sources. */
export function wasBuilt(part: Part): boolean {
  return existsSync(join(repositoryRoot, built[part]));
}

/** Builds a part where its sources changed since the last time. In a process of its own: what the bundler takes of memory
 *  goes with it.
 *  @returns whether it is there */
export function isBuilt(part: Part): boolean {
  const { status } = spawnSync(process.execPath, [builders[part]], {
    cwd: repositoryRoot,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0;
}
