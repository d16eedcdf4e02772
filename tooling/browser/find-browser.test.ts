import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "./find-browser.ts";

describe("finding a browser", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "manyi-browser-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function program(name: string): string {
    const path = join(folder, name);
    writeFileSync(path, "");
    chmodSync(path, 0o755);
    return path;
  }

  it("takes the one that CHROMIUM names before all others", () => {
    const named = program("mine");
    program("chromium");
    expect(findBrowser({ CHROMIUM: named, PATH: folder }, [])).toBe(named);
  });

  it("refuses a CHROMIUM that is no program instead of taking another", () => {
    program("chromium");
    expect(() => findBrowser({ CHROMIUM: join(folder, "gone"), PATH: folder }, [])).toThrow(/names no program/);
  });

  it("looks on PATH before the usual places", () => {
    const onPath = program("google-chrome");
    expect(findBrowser({ PATH: ["", folder].join(delimiter) }, [program("elsewhere")])).toBe(onPath);
  });

  it("passes over a file that cannot be run", () => {
    writeFileSync(join(folder, "chromium"), "");
    expect(findBrowser({ PATH: folder }, [])).toBeUndefined();
  });

  it("finds the usual places when PATH is not set", () => {
    const usual = program("elsewhere");
    expect(findBrowser({}, [usual])).toBe(usual);
  });
});
