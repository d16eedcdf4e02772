import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../repository/root.ts";
import type { Tally } from "./tally.ts";
import type { VitestReport } from "./vitest-report.ts";
import { tallyOf } from "./vitest-report.ts";

/** Runs the tests whose file matches one of the patterns, or all.
 *  @param env added to the environment, such as `MANYI_RUNS` */
export function runVitest(patterns: readonly string[], env: Readonly<Record<string, string>>): Tally {
  const seed = process.env.MANYI_SEED ?? String(randomInt(2 ** 31));
  const runs = env.MANYI_RUNS ?? process.env.MANYI_RUNS ?? "1000";
  process.stdout.write(`property tests: ${runs} cases each, seed ${seed} (MANYI_SEED=${seed} repeats them)\n`);
  const folder = mkdtempSync(join(tmpdir(), "manyi-tests-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { status } = spawnSync(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...patterns],
      { cwd: repositoryRoot, stdio: ["ignore", 1, 1], env: { ...process.env, ...env, MANYI_SEED: seed } },
    );
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    return tallyOf({ ...report, success: report.success && status === 0 });
  } catch {
    // No report: vitest itself did not get as far, and has said why.
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
