import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes a repository of our layout into a new temporary folder, to plant faults in.
 *  @param dependencies of each workspace folder, by package name
 *  @param files path → text
 *  @returns its folder */
export function plantLayout(
  dependencies: Readonly<Record<string, readonly string[]>>,
  files: Readonly<Record<string, string>>,
): string {
  const root = mkdtempSync(join(tmpdir(), "manyi-layout-"));
  write(root, "package.json", JSON.stringify({ type: "module", workspaces: Object.keys(dependencies) }));
  for (const [folder, names] of Object.entries(dependencies)) {
    const name = `@manyi/${folder.replace(/^.*\//, "")}`;
    const declared = Object.fromEntries(names.map((dependency) => [dependency, "0.1.0"]));
    const exports = { "./*": "./src/*.ts" };
    write(root, `${folder}/package.json`, JSON.stringify({ name, type: "module", exports, dependencies: declared }));
    mkdirSync(join(root, "node_modules/@manyi"), { recursive: true });
    symlinkSync(join(root, folder), join(root, "node_modules", name), "dir");
  }
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
