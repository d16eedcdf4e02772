import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold nothing of ours: installed, brought or produced. */
const FOREIGN = new Set(["node_modules", ".runtime", ".git", "out", "coverage", "dist"]);

/** Every file below a folder.
 *  @param root the paths are relative to it, with forward slashes
 *  @param folder relative to the root; "" for the root itself
 *  @returns sorted paths; none when the folder does not exist */
export function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const files: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (FOREIGN.has(entry.name) || /^dist-\d+$/.test(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) files.push(...filesUnder(root, path));
    else if (entry.isFile()) files.push(path);
  }
  return files.sort();
}
