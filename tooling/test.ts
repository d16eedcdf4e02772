/**
 * `npm test`: everything that must hold, in order, going on after a failure. `npm test -- PATTERN` runs only the tests whose
 * file matches. All output goes to standard output, so that the summary is the last line however it is captured.
 */

import { readImportGraph } from "./boundaries/import-graph.ts";
import { countCycles } from "./boundaries/violations.ts";
import { provideBrowser } from "./browser/provide-browser.ts";
import { isBuilt, parts } from "./repository/built-parts.ts";
import { repositoryRoot } from "./repository/root.ts";
import { describeSizes } from "./sizes/figures.ts";
import { measureRepository } from "./sizes/measure.ts";
import { runChecks } from "./test-run/checks.ts";
import type { Tally } from "./test-run/tally.ts";
import { addTallies, tallyText } from "./test-run/tally.ts";
import { runVitest } from "./test-run/vitest-run.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const patterns = process.argv.slice(2);

provideBrowser(say);
// Once, before several tests want it at the same time; one that cannot be built fails them with its own words.
for (const part of parts) isBuilt(part);
const tally = patterns.length === 0 ? await runEverything() : runVitest(patterns, {});
say(tallyText(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;

async function runEverything(): Promise<Tally> {
  const checks = runChecks(say);
  say("\n== tests");
  const tests = runVitest([], {});
  say("\n== sizes");
  const cycles = countCycles(await readImportGraph(repositoryRoot));
  for (const line of describeSizes(measureRepository(repositoryRoot), cycles)) say(line);
  return addTallies(checks, tests);
}
