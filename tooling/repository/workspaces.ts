import { readManifests } from "../bootstrap/manifests.mjs";
import { filesUnder } from "./files-under.ts";

export interface Workspace {
  /** Relative to the root, such as `packages/study`. */
  readonly folder: string;
  /** Its package name, such as `@manyi/study`. */
  readonly name: string;
  /** Packages it may import: its own declarations, those for its tests included. */
  readonly declared: ReadonlySet<string>;
  /** Its TypeScript and JavaScript files, relative to the root. */
  readonly codeFiles: readonly string[];
}

/** The workspaces that package.json names.
 *  @param root the repository, or a copy of its layout */
export function readWorkspaces(root: string): Workspace[] {
  return readManifests(root)
    .filter(({ folder }) => folder !== "")
    .map(({ folder, content }) => ({
      folder,
      name: String(content.name),
      declared: new Set([...Object.keys(content.dependencies ?? {}), ...Object.keys(content.devDependencies ?? {})]),
      codeFiles: filesUnder(root, folder).filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
    }));
}
