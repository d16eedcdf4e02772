import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";
import { findNode } from "./node-location.mjs";
import { runScript } from "./run-script.mjs";
import { dependenciesAreCurrent } from "./stamp.mjs";

/** @param {readonly string[]} argv the script, relative to the repository, and its arguments */
export async function main([script = "", ...args]) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  try {
    const file = resolve(root, script);
    if (script === "" || !existsSync(file)) throw new Failure("no-such-script", { script: script || "(none)" });
    runScript(await readyNode(root), file, args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.sentence(process.env)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** What prepares is loaded only when something is missing: usually nothing is, and a start should cost nothing then.
 *  @param {string} root
 *  @returns {Promise<string>} the Node that runs the script */
async function readyNode(root) {
  const runtimeFolder = join(root, ".runtime");
  const node = findNode(runtimeFolder);
  if (node !== undefined && dependenciesAreCurrent(root, node.version)) return node.path;
  const { prepare } = await import("./prepare.mjs");
  return prepare({ root, runtimeFolder });
}

/** A shell expects 128 + the signal's number from a program that a signal stopped.
 *  @param {Failure} failure */
function exitCodeOf(failure) {
  if (failure.code !== "interrupted") return 1;
  const numbers = /** @type {Record<string, number>} */ (constants.signals);
  return 128 + (numbers[failure.details.signal ?? ""] ?? 2);
}
