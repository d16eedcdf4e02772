import type { ICruiseResult } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import { readWorkspaces } from "../repository/workspaces.ts";
import { rulesFromArrows } from "./rules.ts";

/** Every import between the repository's files, with what breaks the rules.
 *  @param root the repository, or a copy of its layout
 *  @throws Error if nothing was read: a checker that reads nothing finds nothing wrong */
export async function readImportGraph(root: string): Promise<ICruiseResult> {
  const folders = readWorkspaces(root)
    .filter(({ codeFiles }) => codeFiles.length > 0)
    .map(({ folder }) => folder);
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: rulesFromArrows(),
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(out|coverage|dist|dist-[0-9]+)/" },
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a graph");
  if (output.modules.length === 0) throw new Error("dependency-cruiser read no file at all");
  return output;
}
