import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTestFile } from "../repository/test-file.ts";
import { readWorkspaces } from "../repository/workspaces.ts";
import type { FunctionSize } from "./functions.ts";
import { functionsIn } from "./functions.ts";

export interface FileSize {
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly functions: readonly FunctionSize[];
}

/** The size of every code file of every workspace. */
export function measureRepository(root: string): FileSize[] {
  return readWorkspaces(root)
    .flatMap(({ codeFiles }) => codeFiles)
    .map((path) => measureFile(path, readFileSync(join(root, path), "utf8")));
}

/** The size of one file. */
export function measureFile(path: string, text: string): FileSize {
  const lines = text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
  return { path, lines, isTest: isTestFile(path), functions: functionsIn(path, text) };
}
