import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const NEEDED_MAJOR = 24;

/** The version that is brought where the machine's Node is older. */
export const broughtVersion = "24.21.0";

/** The Node that will run the script, if it is here already.
 *  @param {string} runtimeFolder
 *  @returns {{ path: string, version: string } | undefined} */
export function findNode(runtimeFolder) {
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR)
    return { path: process.execPath, version: process.versions.node };
  const path = binaryIn(homeOf(runtimeFolder));
  return existsSync(path) ? { path, version: broughtVersion } : undefined;
}

/** The folder that the brought Node stands in.
 *  @param {string} runtimeFolder */
export const homeOf = (runtimeFolder) =>
  join(runtimeFolder, `node-v${broughtVersion}-${process.platform}-${process.arch}`);

/** @param {string} home */
export const binaryIn = (home) => join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
