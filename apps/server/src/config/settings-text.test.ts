import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settings } from "./settings.ts";
import { settingsHelp, settingsTable } from "./settings-text.ts";

const readme = (name: string) => readFileSync(new URL(`../../../../${name}`, import.meta.url), "utf8");

describe("the settings", () => {
  it.each([
    ["README.md", "zh"],
    ["README.en.md", "en"],
  ] as const)("stand in %s as the program knows them", (file, language) => {
    expect(readme(file)).toContain(settingsTable(language));
  });

  it("are all in the help, in both languages", () => {
    for (const { name } of settings) {
      expect(settingsHelp("zh")).toContain(name);
      expect(settingsHelp("en")).toContain(name);
    }
  });
});
