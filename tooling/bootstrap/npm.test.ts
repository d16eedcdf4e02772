import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "./failure.mjs";
import { findNpmCli, npmEnvironment } from "./npm.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manyi-npm-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("npm", () => {
  function npmIn(path: string): string {
    mkdirSync(join(folder, path), { recursive: true });
    const file = join(folder, path, "npm-cli.js");
    writeFileSync(file, "");
    return file;
  }

  it("is the one that runs us", () => {
    const own = npmIn("own");
    npmIn("lib/node_modules/npm/bin");
    expect(findNpmCli({ npm_execpath: own }, join(folder, "bin/node"))).toBe(own);
  });

  it("is the one beside Node when another package manager runs us", () => {
    const beside = npmIn("lib/node_modules/npm/bin");
    writeFileSync(join(folder, "yarn.js"), "");
    expect(findNpmCli({ npm_execpath: join(folder, "yarn.js") }, join(folder, "bin/node"))).toBe(beside);
  });

  it("is missed in words", () => {
    expect(() => findNpmCli({ PATH: folder }, join(folder, "bin/node"))).toThrow(new Failure("npm-absent"));
  });

  it("gets the person's registry, and not what an outer npm was told", () => {
    const env = {
      npm_config_registry: "r",
      npm_config_workspace: "w",
      npm_config_loglevel: "silent",
      npm_config_cache: "c",
    };
    const given = npmEnvironment(env, { cli: "npm-cli.js", fallbackCache: "f" });
    expect(given).toEqual({ npm_config_registry: "r", npm_config_cache: "c" });
  });
});
