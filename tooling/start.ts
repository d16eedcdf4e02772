/** `npm start`: analyses the study that comes with the product and says where its report lies. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "./bootstrap/language.mjs";
import { repositoryRoot } from "./repository/root.ts";
import { en } from "./start/messages/en.ts";
import { zh } from "./start/messages/zh.ts";

const STUDY = "examples/bookkeeping";
const OUTPUT = "out/bookkeeping";

const messages = languageOf(process.env) === "zh" ? zh : en;
const say = (line: string) => process.stdout.write(`${line}\n`);

say(messages.analysing(STUDY));
const { status } = spawnSync(process.execPath, ["apps/cli/src/main.ts", "analyse", STUDY, "--out", OUTPUT], {
  cwd: repositoryRoot,
  stdio: "inherit",
});
if (status === 0) {
  say(messages.reportsAre());
  for (const file of ["report.html", "report.pdf"]) {
    const path = join(repositoryRoot, OUTPUT, file);
    if (existsSync(path)) say(`  ${path}`);
  }
  say(messages.analyseYourOwn());
}
process.exitCode = status ?? 1;
