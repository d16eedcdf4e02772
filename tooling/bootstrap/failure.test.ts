import { describe, expect, it } from "vitest";
import type { FailureCode } from "./failure.mjs";
import { Failure, fromSystemError } from "./failure.mjs";
import { en } from "./messages/en.mjs";

const isCode = (code: string): code is FailureCode => code in en.failures;

describe("a failure", () => {
  const details = {
    version: "18",
    platform: "p",
    reason: "r",
    log: "l",
    name: "n",
    path: "p",
    differences: "d",
    script: "s",
  };

  it.each(Object.keys(en.failures).filter(isCode))("%s is one sentence in each language", (code) => {
    const failure = new Failure(code, details);
    for (const LANG of ["zh_CN", "en_US"]) {
      expect(failure.sentence({ LANG })).toMatch(/^[^\n]+[.。]$/);
      expect(failure.sentence({ LANG })).not.toMatch(/undefined/);
    }
    expect(failure.sentence({ LANG: "zh" })).not.toBe(failure.sentence({}));
  });

  it.each([
    ["ENOSPC", "disk-full"],
    ["EACCES", "no-right-to-write"],
    ["EROFS", "no-right-to-write"],
  ])("is seen behind the system's %s", (code, expected) => {
    const error = Object.assign(new Error("x"), { code, path: "/a/b" });
    expect(fromSystemError(error, "/a")).toMatchObject({ code: expected });
  });

  it("is not made of an error that is a bug", () => {
    const bug = new TypeError("x is not a function");
    expect(fromSystemError(bug, "/a")).toBe(bug);
  });
});
