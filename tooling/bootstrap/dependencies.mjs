import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Failure } from "./failure.mjs";
import { driftFromManifests, driftOfInstalled } from "./lock-drift.mjs";
import { readManifests } from "./manifests.mjs";
import { npmEnvironment, runNpm } from "./npm.mjs";
import { removeStamp, writeStamp } from "./stamp.mjs";

/** Stands in node_modules while npm works there: found at the next start, npm failed or was cut short and all is installed anew. */
const UNDER_WAY = "node_modules/.manyi-installing";

/** Installs the dependencies exactly as the lock file pins them.
 *  @param {{ root: string, runtimeFolder: string, node: { path: string, version: string }, cli: string, signal: AbortSignal }} task
 *  @throws {Failure} */
export async function installDependencies({ root, runtimeFolder, node, cli, signal }) {
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const lock = JSON.parse(lockText);
  assertNoDrift(driftFromManifests(readManifests(root), lock));
  removeStamp(root);
  if (existsSync(join(root, UNDER_WAY))) rmSync(join(root, "node_modules"), { recursive: true, force: true });
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, UNDER_WAY), "");
  // Not `npm ci`: the lock file lacks some packages' siblings for other platforms, and `npm ci` stops there.
  await runNpm({
    node: node.path,
    cli,
    args: ["install", "--no-save", "--include=dev"],
    cwd: root,
    place: root,
    env: npmEnvironment(process.env, { cli, fallbackCache: join(runtimeFolder, "npm-cache") }),
    logFolder: runtimeFolder,
    signal,
  });
  restoreLockFile(root, lockText);
  assertNoDrift(
    driftOfInstalled(JSON.parse(readFileSync(join(root, "node_modules/.package-lock.json"), "utf8")), lock),
  );
  rmSync(join(root, UNDER_WAY), { force: true });
  writeStamp(root, node.version);
}

/** @param {string} root
 *  @param {string} before */
function restoreLockFile(root, before) {
  const file = join(root, "package-lock.json");
  if (readFileSync(file, "utf8") === before) return;
  writeFileSync(file, before);
  throw new Failure("lock-would-change", { differences: "npm rewrote it" });
}

/** @param {readonly string[]} drift */
function assertNoDrift(drift) {
  if (drift.length === 0) return;
  const more = drift.length > 3 ? `, … ${drift.length} in all` : "";
  throw new Failure("lock-would-change", { differences: drift.slice(0, 3).join(", ") + more });
}
