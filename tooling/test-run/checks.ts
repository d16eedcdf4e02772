import { spawnSync } from "node:child_process";
import { repositoryRoot } from "../repository/root.ts";
import type { Tally } from "./tally.ts";

const CHECKS: readonly { readonly title: string; readonly args: readonly string[] }[] = [
  { title: "format and lint (biome)", args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { title: "types (tsc)", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { title: "types of the console (tsc)", args: ["node_modules/typescript/bin/tsc", "-p", "apps/console"] },
  {
    title: "types of the respondent's pages (tsc)",
    args: ["node_modules/typescript/bin/tsc", "-p", "packages/respondent"],
  },
  { title: "unused files, exports and dependencies (knip)", args: ["node_modules/knip/bin/knip.js"] },
];

/** Runs the checks that read the code without running it; each counts as one test.
 *  @param say is given one line a step */
export function runChecks(say: (line: string) => void): Tally {
  let passed = 0;
  for (const { title, args } of CHECKS) {
    say(`\n== ${title}`);
    const { status } = spawnSync(process.execPath, args, { cwd: repositoryRoot, stdio: ["ignore", 1, 1] });
    if (status === 0) passed += 1;
    say(status === 0 ? "passed" : "FAILED");
  }
  return { passed, failed: CHECKS.length - passed, skipped: 0 };
}
