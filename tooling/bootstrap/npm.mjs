import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { Failure } from "./failure.mjs";
import { failureFromNpmOutput, gaveUpOnRegistry } from "./npm-output.mjs";

/** @typedef {Record<string, string | undefined>} Environment */

/** Set by an outer `npm run`, or by a person for another project: they would send our install elsewhere or silence it. */
const MISLEADING =
  /^npm_config_(workspaces?|include_workspace_root|local_prefix|prefix|global|location|dry_run|json|loglevel|omit|production|ignore_scripts|package_lock_only)$/i;

/** On a full disk npm 11 only warns, leaves packages cut short and ends with success. */
const LEFT_HALF_A_PACKAGE = /TAR_ENTRY_ERROR/;

const END_WITH_PARENT = new URL("./end-with-parent.mjs", import.meta.url).href;
const QUIETLY = [
  "--loglevel=http",
  "--no-progress",
  "--no-update-notifier",
  "--no-audit",
  "--no-fund",
  "--color=false",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/** `npm-cli.js` of the npm that came with the machine's Node.
 *  @param {Environment} env
 *  @param {string} execPath the running Node
 *  @returns {string} its path
 *  @throws {Failure} `npm-absent` */
export function findNpmCli(env, execPath) {
  const nextToNode = [
    join(dirname(execPath), "../lib/node_modules/npm/bin/npm-cli.js"),
    join(dirname(execPath), "node_modules/npm/bin/npm-cli.js"),
  ];
  const onPath = (env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => [join(folder, "npm"), join(folder, "node_modules/npm/bin/npm-cli.js")]);
  for (const candidate of [env.npm_execpath ?? "", ...nextToNode, ...onPath]) {
    if (candidate === "" || !existsSync(candidate)) continue;
    const file = realpathSync(candidate);
    if (basename(file) === "npm-cli.js") return file;
  }
  throw new Failure("npm-absent");
}

/** The environment for npm: the person's registry and proxy settings stay, what would mislead it goes.
 *  @param {Environment} env
 *  @param {{ cli: string, fallbackCache: string }} places
 *  @returns {Environment} */
export function npmEnvironment(env, { cli, fallbackCache }) {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.test(name)));
  const cache = join(homedir(), ".npm", "_cacache");
  if (!kept.npm_config_cache && !canWrite(cache)) kept.npm_config_cache = fallbackCache;
  // Debian takes npm's own dependencies from here, by a path built into its Node and into no other.
  if (cli.startsWith("/usr/share/nodejs/")) kept.NODE_PATH = "/usr/share/nodejs";
  return kept;
}

/** @param {string} path a file or folder that may not exist yet
 *  @returns {boolean} */
function canWrite(path) {
  if (!existsSync(path)) return dirname(path) !== path && canWrite(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs npm to its end, or stops it at once when the signal says so. `place` is the folder a sentence names when the disk is full.
 *  @param {{ node: string, cli: string, args: readonly string[], cwd: string, place: string, env: Environment, logFolder: string, signal: AbortSignal }} task
 *  @throws {Failure} what npm's output means, with the output kept in a log file */
export async function runNpm({ node, cli, args, cwd, place, env, logFolder, signal }) {
  signal.throwIfAborted();
  const child = spawn(node, ["--import", END_WITH_PARENT, cli, ...args, ...QUIETLY], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    windowsHide: true,
  });
  let output = "";
  const stop = () => child.kill("SIGKILL");
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (gaveUpOnRegistry.test(output)) stop();
    });
  }
  signal.addEventListener("abort", stop);
  const status = await new Promise((resolve, reject) =>
    child.once("error", reject).once("close", (code) => resolve(code)),
  );
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (status !== 0 || LEFT_HALF_A_PACKAGE.test(output))
    throw failureFromNpmOutput(output, { place, log: keepLog(output, logFolder) });
}

/** @param {string} output
 *  @param {string} folder
 *  @returns {string | undefined} where it is kept; undefined when no place could take it (a full disk) */
function keepLog(output, folder) {
  for (const file of [join(folder, "npm-output.log"), join(tmpdir(), "manyi-npm-output.log")]) {
    try {
      writeFileSync(file, output);
      return file;
    } catch {
      rmSync(file, { force: true });
    }
  }
  return undefined;
}
