import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readManifests } from "./manifests.mjs";

const STAMP = "node_modules/.manyi-stamp";

/** Whether what is installed belongs to these package.json files, this lock file and this Node.
 *  @param {string} root
 *  @param {string} nodeVersion
 *  @returns {boolean} */
export function dependenciesAreCurrent(root, nodeVersion) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === expectedStamp(root, nodeVersion);
}

/** Says that what is installed belongs to the files as they are now.
 *  @param {string} root
 *  @param {string} nodeVersion */
export function writeStamp(root, nodeVersion) {
  writeFileSync(join(root, STAMP), expectedStamp(root, nodeVersion));
}

/** @param {string} root */
export function removeStamp(root) {
  rmSync(join(root, STAMP), { force: true });
}

/** @param {string} root
 *  @param {string} nodeVersion */
function expectedStamp(root, nodeVersion) {
  const hash = createHash("sha256")
    .update(nodeVersion)
    .update(readFileSync(join(root, "package-lock.json")));
  for (const { folder, text } of readManifests(root)) hash.update(`\0${folder}\0`).update(text);
  return `${hash.digest("hex")}\n`;
}
