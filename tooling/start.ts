/** `npm start`: builds the console and the respondents' pages where their sources changed, then runs the server in this process.
 *  What follows `--` is for the server. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languageOf } from "./bootstrap/language.mjs";
import { isBuilt, parts, wasBuilt } from "./repository/built-parts.ts";
import { repositoryRoot } from "./repository/root.ts";
import { en } from "./start/messages/en.ts";
import { zh } from "./start/messages/zh.ts";
import { needsConsole } from "./start/needs-console.ts";

const messages = languageOf(process.env) === "zh" ? zh : en;

if (needsConsole(process.argv.slice(2)) && !everythingIsBuilt()) {
  process.stderr.write(`${messages.notBuilt()}\n`);
  process.exitCode = 1;
} else {
  // Found at run time: no folder's imports lead into an app.
  await import(pathToFileURL(join(repositoryRoot, "apps/server/src/main.ts")).href);
}

function everythingIsBuilt(): boolean {
  if (!parts.every(wasBuilt)) process.stderr.write(`${messages.building()}\n`);
  return parts.every(isBuilt);
}
