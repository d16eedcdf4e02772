import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder } from "../repository/files-under.ts";
import { repositoryRoot } from "../repository/root.ts";
import { faultsInCode } from "./code-blocks.ts";
import { brokenLinks } from "./links.ts";
import { machineTraces } from "./machine-traces.ts";
import { manyiCommands } from "./manyi-commands.ts";
import { readPage } from "./markdown.ts";
import { faultsInShell } from "./shell-block.ts";

const read = (path: string) => readFileSync(join(repositoryRoot, path), "utf8");
const { scripts } = JSON.parse(read("package.json"));
const known = { scripts: new Set(Object.keys(scripts)), manyi: new Set(manyiCommands) };
const paths = filesUnder(repositoryRoot, "").filter((path) => path.endsWith(".md"));
const pages = paths.map((path) => readPage(path, read(path)));

describe("the docs of this repository", () => {
  it("were found", () => {
    expect(paths).toContain("CONTRIBUTING.md");
  });

  it("link to files and headings that exist", () => {
    expect(brokenLinks(pages, repositoryRoot)).toEqual([]);
  });

  it("show code that parses and commands that exist", () => {
    expect(faultsInCode(pages, known)).toEqual([]);
  });

  it("name no machine and no registry", () => {
    expect(paths.flatMap((path) => machineTraces(path, read(path)))).toEqual([]);
  });
});

describe("a link", () => {
  const faults = (text: string) => brokenLinks([readPage("SECURITY.md", text)], repositoryRoot);

  it.each([
    "[a](LICENSE)",
    "[a](./CONTRIBUTING.md)",
    "[a](#a-title)\n# A title",
    "[a](https://example.org/x)",
    "`[a](gone.md)`",
  ])("holds: %s", (text) => expect(faults(text)).toEqual([]));

  it("is reported when its file does not exist", () => {
    expect(faults("\n[a](gone.md)")).toEqual(["SECURITY.md:2 links to a file that does not exist: gone.md"]);
  });

  it("is reported when its heading does not exist", () => {
    expect(faults("[a](#gone)")).toEqual(["SECURITY.md:1 links to a heading that does not exist: #gone"]);
  });

  it("is reported when it leaves the repository", () => {
    expect(faults("[a](../elsewhere.md)")).toEqual(["SECURITY.md:1 links out of the repository: ../elsewhere.md"]);
  });

  it("is reported when it is a picture or a reference", () => {
    expect(faults("![a](gone.png)\n[b]: gone.md")).toHaveLength(2);
  });
});

describe("a heading's anchor", () => {
  it.each([
    ["# Running in *five* minutes!", "running-in-five-minutes"],
    ["## 满意度,是什么?", "满意度是什么"],
    ["## `manyi analyse`", "manyi-analyse"],
    ["# Twice\n# Twice", "twice-1"],
  ])("of %s is %s", (text, anchor) => expect(readPage("a.md", text).anchors).toContain(anchor));

  it("does not come from a comment in a shell block", () => {
    expect([...readPage("a.md", "```sh\n# not a heading\n```").anchors]).toEqual([]);
  });
});

describe("a code block", () => {
  const faults = (text: string) => faultsInCode([readPage("a.md", text)], known);

  it("is reported when it is not the JSON or TypeScript it says it is", () => {
    expect(faults('```json\n{ "a": 1 }\n```\n```ts\nconst a: number = 1;\n```')).toEqual([]);
    expect(faults("```json\n{ a: 1 }\n```")).toEqual([expect.stringMatching(/^a\.md:1 is not JSON/)]);
    expect(faults("```ts\nconst a = ;\n```")).toEqual([expect.stringMatching(/^a\.md:1 is not TypeScript/)]);
  });

  it("is read to the end of the page when its fence is never closed", () => {
    expect(faults("```json\n{")).toHaveLength(1);
  });
});

describe("a shell line", () => {
  it.each([
    "npm start",
    "npm test -- bootstrap",
    "npm run -s bench -- analyse",
    "npm run -s manyi -- analyse my.xlsx --out out/my",
    "$ manyi check folder # says what is wrong",
    "curl http://localhost/x && cat /etc/hosts",
  ])("holds: %s", (line) => expect(faultsInShell(line, known)).toEqual([]));

  it.each([
    ["npm run build", "names a script that does not exist: build"],
    ["npm run -s gone -- x", "names a script that does not exist: gone"],
    ["npm run -s manyi -- analise x", "names a command that manyi does not have: analise"],
    ["ls && manyi analise x", "names a command that manyi does not have: analise"],
    ["cd /somebody/manyi", "names a path of one machine: /somebody/manyi"],
  ])("is reported: %s", (line, fault) => expect(faultsInShell(line, known)).toEqual([fault]));
});

describe("a trace of one machine", () => {
  it.each(["see `/home/me/x`", "cp a /tmp/b", "from https://registry.example.org/x"])("is reported: %s", (text) =>
    expect(machineTraces("a.md", text)).toHaveLength(1),
  );

  it("is not seen in an address on the web", () => {
    expect(machineTraces("a.md", "https://example.org/home/x and `out/report.html`")).toEqual([]);
  });
});

describe.skipIf(!existsSync(join(repositoryRoot, "apps/cli/src/main.ts")))("the list of manyi's commands", () => {
  it("holds what manyi --help names", () => {
    const { stdout } = spawnSync(process.execPath, ["apps/cli/src/main.ts", "--help"], {
      cwd: repositoryRoot,
      encoding: "utf8",
    });
    for (const command of manyiCommands) expect(stdout).toContain(command);
  });
});
