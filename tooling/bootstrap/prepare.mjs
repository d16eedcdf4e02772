import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { installDependencies } from "./dependencies.mjs";
import { fromSystemError } from "./failure.mjs";
import { listenForInterruption } from "./interruption.mjs";
import { messagesFor } from "./language.mjs";
import { broughtVersion, findNode } from "./node-location.mjs";
import { bringNode } from "./node-runtime.mjs";
import { findNpmCli } from "./npm.mjs";
import { takeLock } from "./preparation-lock.mjs";
import { step } from "./progress.mjs";
import { dependenciesAreCurrent } from "./stamp.mjs";

/** Brings what is missing, one process at a time.
 *  @param {{ root: string, runtimeFolder: string }} places
 *  @returns {Promise<string>} the Node that runs the script
 *  @throws {import("./failure.mjs").Failure} */
export async function prepare({ root, runtimeFolder }) {
  const { signal, stopListening } = listenForInterruption();
  const { steps } = messagesFor(process.env);
  /** @param {string} pid */
  const onWait = (pid) => process.stderr.write(`${steps.waitForOther({ pid })} …\n`);
  let release = () => {};
  try {
    mkdirSync(runtimeFolder, { recursive: true });
    release = await takeLock(join(runtimeFolder, "preparing.lock"), { signal, onWait });
    const cli = findNpmCli(process.env, process.execPath);
    const bring = () =>
      step(steps.bringNode({ version: broughtVersion }), () => bringNode({ runtimeFolder, cli, signal }));
    const node = findNode(runtimeFolder) ?? (await bring());
    if (!dependenciesAreCurrent(root, node.version)) {
      await step(steps.installDependencies(), () => installDependencies({ root, runtimeFolder, node, cli, signal }));
    }
    signal.throwIfAborted();
    return node.path;
  } catch (error) {
    throw fromSystemError(error, root);
  } finally {
    release();
    stopListening();
  }
}
