import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ folder: string, text: string, content: any }} Manifest `folder` is relative to the root, "" for the root itself */

/** Every package.json of the repository: the root's and each workspace's, in a fixed order.
 *  @param {string} root
 *  @returns {Manifest[]} */
export function readManifests(root) {
  const own = readManifest(root, "");
  /** @type {string[]} */
  const patterns = own.content.workspaces ?? [];
  const folders = patterns.flatMap((pattern) =>
    pattern.endsWith("/*") ? foldersIn(root, pattern.slice(0, -2)) : [pattern],
  );
  const workspaces = folders.filter((folder) => existsSync(join(root, folder, "package.json"))).sort();
  return [own, ...workspaces.map((folder) => readManifest(root, folder))];
}

/** @param {string} root
 *  @param {string} folder
 *  @returns {Manifest} */
function readManifest(root, folder) {
  const text = readFileSync(join(root, folder, "package.json"), "utf8");
  return { folder, text, content: JSON.parse(text) };
}

/** @param {string} root
 *  @param {string} parent */
function foldersIn(root, parent) {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
}
