import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Messages } from "./catalogues/mistakes.ts";
import { mistakesIn } from "./catalogues/mistakes.ts";
import { filesUnder } from "./repository/files-under.ts";
import { repositoryRoot } from "./repository/root.ts";

const folders = ["packages", "apps", "tooling"]
  .flatMap((folder) => filesUnder(repositoryRoot, folder))
  .filter((file) => /\/messages\/zh\.(ts|mjs)$/.test(file))
  .map((file) => ({ zh: file, en: file.replace(/zh\.(ts|mjs)$/, "en.$1") }));

async function load(file: string, language: "zh" | "en"): Promise<Messages> {
  const module = await import(pathToFileURL(join(repositoryRoot, file)).href);
  return module[language];
}

describe("the message catalogues", () => {
  it("exist", () => {
    expect(folders.length).toBeGreaterThan(0);
  });

  it.each(folders)("$zh says the same as its English twin", async ({ zh, en }) => {
    expect(readFileSync(join(repositoryRoot, en), "utf8")).not.toBe("");
    expect(mistakesIn(await load(zh, "zh"), await load(en, "en"))).toEqual([]);
  });
});

describe("a mistake in a catalogue", () => {
  const right = {
    zh: { title: "满意度", n: (n: number) => `${n} 人` },
    en: { title: "Satisfaction", n: (n: number) => `n ${n}` },
  };

  it("is not seen where there is none", () => {
    expect(mistakesIn(right.zh, right.en)).toEqual([]);
  });

  it.each<[string, Messages, Messages]>([
    ["title: only in zh", { title: "满意度" }, {}],
    ["title: only in en", {}, { title: "Satisfaction" }],
    ["a.b: only in zh", { a: { b: "满" } }, { a: {} }],
    ["title: empty in zh", { title: " " }, { title: "Satisfaction" }],
    ["title: empty in en", { title: "满意度" }, { title: "" }],
    ["n: zh takes 1, en takes 2", { n: (x: number) => `${x} 人` }, { n: (x: number, y: number) => `${x} of ${y}` }],
    ["title: not of one kind", { title: "满意度" }, { title: () => "Satisfaction" }],
    ["title: zh is not Chinese", { title: "still to be translated here" }, { title: "Still to be translated here" }],
    ["title: en holds Chinese", { title: "满意度" }, { title: "满意度" }],
  ])("is seen: %s", (expected, zh, en) => {
    expect(mistakesIn(zh, en)).toContain(expected);
  });
});
