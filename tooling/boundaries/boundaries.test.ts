import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { readWorkspaces } from "../repository/workspaces.ts";
import { readImportGraph } from "./import-graph.ts";
import { plantLayout } from "./planted-layout.ts";
import { violationsIn } from "./violations.ts";

async function violationsAt(root: string): Promise<string[]> {
  return violationsIn(await readImportGraph(root), readWorkspaces(root));
}

describe("this repository", () => {
  it("follows the arrows, without a cycle", async () => {
    expect(await violationsAt(repositoryRoot)).toEqual([]);
  });

  it("was read in every workspace that holds code", async () => {
    const { modules } = await readImportGraph(repositoryRoot);
    const read = new Set(modules.map(({ source }) => source));
    const unread = readWorkspaces(repositoryRoot).flatMap(({ codeFiles }) =>
      codeFiles.filter((file) => !read.has(file)),
    );
    expect(unread).toEqual([]);
    expect(read.size).toBeGreaterThan(0);
  });
});

describe("a planted fault", () => {
  const dependencies = {
    "packages/statistics": [],
    "packages/study": [],
    "packages/dataset": ["@manyi/study"],
    "packages/analysis": ["@manyi/dataset"],
    "packages/charts": ["@manyi/analysis"],
    "apps/cli": ["@manyi/study"],
  };
  const study = { "packages/study/src/wave.ts": "export interface Wave {}\nexport const wave = 1;\n" };
  let root = "";

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function planted(files: Readonly<Record<string, string>>): Promise<string[]> {
    root = plantLayout(dependencies, { ...study, ...files });
    return violationsAt(root);
  }

  it("is not seen where there is none", async () => {
    expect(
      await planted({ "packages/dataset/src/a.ts": 'import { wave } from "@manyi/study/wave";\nwave;\n' }),
    ).toEqual([]);
  });

  it("is seen when two files import each other", async () => {
    const found = await planted({
      "packages/study/src/a.ts": 'import { b } from "./b.ts";\nexport const a = b;\n',
      "packages/study/src/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;\n',
    });
    expect(found).toContainEqual(expect.stringMatching(/^no-cycle: packages\/study\/src\/a\.ts/));
  });

  it("is seen when a cycle exists in types only", async () => {
    const found = await planted({
      "packages/study/src/a.ts": 'import type { B } from "./b.ts";\nexport interface A { b: B }\n',
      "packages/study/src/b.ts": 'import type { A } from "./a.ts";\nexport interface B { a: A }\n',
    });
    expect(found).toContainEqual(expect.stringMatching(/^no-cycle: /));
  });

  it.each([
    ["a static import", 'import { wave } from "@manyi/study/wave";\nwave;\n'],
    ["a type-only import", 'import type { Wave } from "@manyi/study/wave";\nexport type W = Wave;\n'],
    ["a dynamic import", 'export const load = () => import("@manyi/study/wave");\n'],
    ["a re-export", 'export { wave } from "@manyi/study/wave";\n'],
    ["a relative import", 'import { wave } from "../../study/src/wave.ts";\nwave;\n'],
  ])("is seen when %s follows no arrow", async (_, text) => {
    const found = await planted({ "packages/statistics/src/mean.ts": text });
    expect(found).toContainEqual(
      "arrows-of-packages/statistics: packages/statistics/src/mean.ts → packages/study/src/wave.ts",
    );
  });

  it("is seen when statistics import what browsers do not have", async () => {
    const text = 'import { readFileSync } from "node:fs";\nreadFileSync;\n';
    const found = await planted({
      "packages/statistics/src/mean.ts": text,
      "packages/statistics/src/mean.test.ts": text,
      "packages/study/src/a.ts": text,
    });
    expect(found).toEqual(["runs-in-browsers: packages/statistics/src/mean.ts → fs"]);
  });

  it("is seen when a package imports an app", async () => {
    const found = await planted({
      "apps/cli/src/main.ts": "export const main = 1;\n",
      "packages/study/src/a.ts": 'import { main } from "../../../apps/cli/src/main.ts";\nmain;\n',
    });
    expect(found).toContainEqual(expect.stringMatching(/^arrows-of-packages\/study: .* → apps\/cli\/src\/main\.ts$/));
  });

  it("is seen when more than types is imported where only types may be", async () => {
    const analysis = { "packages/analysis/src/a.ts": "export interface A {}\nexport const a = 1;\n" };
    const asType = { "packages/charts/src/c.ts": 'import type { A } from "@manyi/analysis/a";\nexport type C = A;\n' };
    const asValue = { "packages/charts/src/c.ts": 'import { a } from "@manyi/analysis/a";\na;\n' };
    expect(await planted({ ...analysis, ...asType })).toEqual([]);
    rmSync(root, { recursive: true });
    expect(await planted({ ...analysis, ...asValue })).toContainEqual(
      expect.stringMatching(/^only-types-from-packages\/charts/),
    );
  });

  it("is seen when an import is not declared in package.json", async () => {
    const found = await planted({
      "packages/analysis/src/a.ts": 'import type { Wave } from "@manyi/study/wave";\nexport type W = Wave;\n',
    });
    expect(found).toEqual(["undeclared: packages/analysis/src/a.ts → @manyi/study/wave"]);
  });

  it("is seen when a workspace is reached by a relative path", async () => {
    const found = await planted({
      "packages/dataset/src/a.ts": 'import { wave } from "../../study/src/wave.ts";\nwave;\n',
    });
    expect(found).toEqual(["by-name: packages/dataset/src/a.ts → ../../study/src/wave.ts"]);
  });

  it("is seen when an import leaves the repository", async () => {
    const found = await planted({ "packages/study/src/a.ts": 'import x from "../../../../elsewhere/x.ts";\nx;\n' });
    expect(found).not.toEqual([]);
  });

  it("is seen when anything but a test imports the tooling for tests", async () => {
    const text = 'import { open } from "@manyi/tooling/browser";\nopen;\n';
    root = plantLayout(
      { "packages/study": ["@manyi/tooling"], tooling: [] },
      {
        "tooling/src/browser.ts": "export const open = 1;\n",
        "packages/study/src/a.ts": text,
        "packages/study/src/a.test.ts": text,
        "packages/study/test-support/b.ts": text,
      },
    );
    expect(await violationsAt(root)).toEqual([
      "arrows-of-packages/study: packages/study/src/a.ts → tooling/src/browser.ts",
    ]);
  });

  it("is seen when a workspace has no line in the list of arrows", async () => {
    root = plantLayout({ "packages/unheard-of": [] }, { "packages/unheard-of/src/a.ts": "export const a = 1;\n" });
    expect(await violationsAt(root)).toEqual(["no-arrows: packages/unheard-of is not in tooling/boundaries/arrows.ts"]);
  });
});
