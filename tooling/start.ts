/** `npm start`: builds the console where its sources changed, then runs the server in this process. What follows `--` is for the server. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languageOf } from "./bootstrap/language.mjs";
import { consoleIsBuilt } from "./repository/built-console.ts";
import { repositoryRoot } from "./repository/root.ts";
import { en } from "./start/messages/en.ts";
import { zh } from "./start/messages/zh.ts";
import { needsConsole } from "./start/needs-console.ts";

const messages = languageOf(process.env) === "zh" ? zh : en;

if (needsConsole(process.argv.slice(2)) && !consoleIsReady()) {
  process.stderr.write(`${messages.consoleNotBuilt()}\n`);
  process.exitCode = 1;
} else {
  // Found at run time: no folder's imports lead into an app.
  await import(pathToFileURL(join(repositoryRoot, "apps/server/src/main.ts")).href);
}

function consoleIsReady(): boolean {
  if (!existsSync(join(repositoryRoot, "apps/console/dist/.stamp")))
    process.stderr.write(`${messages.buildingConsole()}\n`);
  return consoleIsBuilt();
}
