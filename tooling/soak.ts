/** `npm run soak -- PATTERN`: the property tests again, with a hundred times as many cases. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "./repository/files-under.ts";
import { repositoryRoot } from "./repository/root.ts";
import { tallyText } from "./test-run/tally.ts";
import { runVitest } from "./test-run/vitest-run.ts";

const RUNS = "100000";

const patterns = process.argv.slice(2);
const isWanted = (file: string) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern));
const files = filesUnder(repositoryRoot, "").filter(
  (file) => file.endsWith(".test.ts") && isWanted(file) && holdsProperties(file),
);

if (files.length === 0) {
  process.stderr.write(`No file with property tests matches ${patterns.join(" ") || "anything"}.\n`);
  process.exitCode = 1;
} else {
  const tally = runVitest(files, { MANYI_RUNS: process.env.MANYI_RUNS ?? RUNS });
  process.stdout.write(`${tallyText(tally)}\n`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

function holdsProperties(file: string): boolean {
  return /from "fast-check"/.test(readFileSync(join(repositoryRoot, file), "utf8"));
}
