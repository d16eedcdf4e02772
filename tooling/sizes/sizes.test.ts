import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { exceptions } from "./exceptions.ts";
import { describeSizes } from "./figures.ts";
import { functionsIn } from "./functions.ts";
import { findOversize } from "./limits.ts";
import { measureFile, measureRepository } from "./measure.ts";

const block = (lines: number) => `{\n${"  work();\n".repeat(lines - 2)}}`;

describe("this repository", () => {
  it("keeps its files and functions within the limits", () => {
    const files = measureRepository(repositoryRoot);
    expect(files.length).toBeGreaterThan(0);
    expect(findOversize(files, exceptions)).toEqual([]);
  });

  it("has a reason for each exception", () => {
    for (const reason of Object.values(exceptions)) expect(reason).toMatch(/\w+ \w+/);
  });
});

describe("limits", () => {
  it("allow a file of 400 lines and no more", () => {
    expect(findOversize([measureFile("a.ts", "x;\n".repeat(400))], {})).toEqual([]);
    expect(findOversize([measureFile("a.ts", "x;\n".repeat(401))], {})).toEqual([
      "a.ts has 401 lines; a file may have 400",
    ]);
  });

  it("allow a function of 60 lines and no more, whatever kind it is", () => {
    const kinds = [
      "function f() BODY",
      "const f = () => BODY",
      "class C { f() BODY }",
      "const o = { f: function () BODY }",
    ];
    for (const kind of kinds) {
      expect(findOversize([measureFile("a.ts", kind.replace("BODY", block(60)))], {})).toEqual([]);
      expect(findOversize([measureFile("a.ts", kind.replace("BODY", block(61)))], {})).toEqual([
        "a.ts:1 f has 61 lines; it may have 60",
      ]);
    }
  });

  it("allow a component 90 lines", () => {
    expect(findOversize([measureFile("a.tsx", `function Overview() ${block(90)}`)], {})).toEqual([]);
    expect(findOversize([measureFile("a.tsx", `function Overview() ${block(91)}`)], {})).toHaveLength(1);
    expect(findOversize([measureFile("a.tsx", `function overview() ${block(90)}`)], {})).toHaveLength(1);
  });

  it("accept a listed exception, and refuse one that is not needed", () => {
    const large = measureFile("a.ts", `function f() ${block(70)}`);
    expect(findOversize([large], { "a.ts#f": "a table of branches" })).toEqual([]);
    expect(findOversize([], { "a.ts#f": "a table of branches" })).toEqual([
      "a.ts#f is within the limits: remove its exception",
    ]);
  });
});

describe("measuring", () => {
  it("does not take a test block for a function, but does the functions in it", () => {
    const text = `describe("x", () => { it.each([1])("y", () => { function inner() { } }); });`;
    expect(functionsIn("a.test.ts", text).map(({ name }) => name)).toEqual(["inner"]);
  });

  it("leaves documentation out of a function's length", () => {
    expect(functionsIn("a.ts", "/** Long.\n * Longer. */\nfunction f() {\n}\n")[0]).toMatchObject({
      line: 3,
      lines: 2,
    });
  });
});

describe("the printed figures", () => {
  it("leave test files out of the sizes and count them in the share", () => {
    const source = [10, 20, 300].map((lines) => measureFile("a.ts", "x;\n".repeat(lines)));
    const test = measureFile("a.test.ts", "x;\n".repeat(110));
    expect(describeSizes([...source, test], 0)[0]).toBe(
      "source files 3: median 20, p90 300, max 300 lines; functions: p90 0, max 0; test share 25 %; import cycles 0",
    );
  });
});
