import { existsSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlantedRepository } from "./planted-repository.ts";

let repository: PlantedRepository;
beforeEach(() => {
  repository = new PlantedRepository();
});
afterEach(() => repository.remove());

describe("a start", () => {
  it("installs once, then prints nothing of its own", async () => {
    const first = await repository.start(["script.ts", "a", "b c"]);
    expect(first).toMatchObject({ code: 0, stdout: '["a","b c"]\n', stderr: "Installing the dependencies …\n" });
    const second = await repository.start(["script.ts"]);
    expect(second).toMatchObject({ code: 0, stdout: "[]\n", stderr: "" });
    expect(repository.npmRuns()).toBe(1);
  });

  it("installs again when package.json and its lock file have changed", async () => {
    await repository.start(["script.ts"]);
    const lock = JSON.parse(readFileSync(join(repository.root, "package-lock.json"), "utf8"));
    repository.write("package-lock.json", JSON.stringify({ ...lock, version: "2" }));
    await repository.start(["script.ts"]);
    expect(repository.npmRuns()).toBe(2);
  });

  it("ends as the script ends", async () => {
    repository.write("script.ts", "process.exit(7);");
    expect(await repository.start(["script.ts"])).toMatchObject({ code: 7, signal: null });
    repository.write("script.ts", "process.kill(process.pid, 'SIGKILL');");
    expect(await repository.start(["script.ts"])).toMatchObject({ code: null, signal: "SIGKILL" });
  });

  it.each(["SIGTERM", "SIGINT"] as const)("hands %s on to the script", async (signal) => {
    await repository.start(["script.ts"]);
    repository.write("wait.ts", `process.on("${signal}", () => process.exit(5));\nsetTimeout(() => {}, 9000);\n`);
    const outcome = await repository.start(["wait.ts"], (kill) => setTimeout(kill, 700, signal));
    expect(outcome).toMatchObject({ code: 5 });
  });

  it("installs once when two begin together", async () => {
    repository.npmDoes("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);");
    const [one, two] = await Promise.all([repository.start(["script.ts"]), repository.start(["script.ts"])]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(repository.npmRuns()).toBe(1);
    expect(one.stderr + two.stderr).toMatch(/Another start \(process \d+\) is preparing this folder/);
  });

  it("takes over from one that was killed together with its npm, and installs from the beginning", async () => {
    repository.npmDoes(
      'require("fs").writeFileSync("node_modules/half", ""); setTimeout(() => require("fs").writeFileSync("finished", ""), 3000); return;',
    );
    let kill = (_: NodeJS.Signals) => {};
    const killed = repository.start(["script.ts"], (stop) => {
      kill = stop;
    });
    while (!existsSync(join(repository.root, "node_modules/half"))) await sleep(50);
    kill("SIGKILL");
    await killed;
    repository.npmDoes("");
    expect(await repository.start(["script.ts"])).toMatchObject({ code: 0 });
    expect(existsSync(join(repository.root, "node_modules/half"))).toBe(false);
    await sleep(3_000);
    expect(existsSync(join(repository.root, "finished"))).toBe(false);
  });

  it("stops npm when it is stopped, and says that it can go on", async () => {
    repository.npmDoes('setTimeout(() => require("fs").writeFileSync("finished", ""), 3000); return;');
    const outcome = await repository.start(["script.ts"], (kill) => setTimeout(kill, 800, "SIGTERM"));
    expect(outcome).toMatchObject({ code: 143, stdout: "" });
    expect(outcome.stderr).toMatch(/Stopped before everything was in place: run the command again/);
    await sleep(2500);
    expect(existsSync(join(repository.root, "finished"))).toBe(false);
  });

  it("waits for no lock whose process is gone", async () => {
    repository.write(".runtime/preparing.lock", `4194304\n${hostname()}\nx\n`);
    expect(await repository.start(["script.ts"])).toMatchObject({ code: 0, stdout: "[]\n" });
  }, 10_000);
});

describe("a start that fails", () => {
  it("says so when the script does not exist", async () => {
    const outcome = await repository.start(["gone.ts"]);
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toBe("There is no file gone.ts to run: name a script of this repository.\n");
  });

  it("tells npm's failure in one sentence and keeps npm's output", async () => {
    repository.npmDoes('console.error("npm error code ENOTFOUND\\nnpm error details"); process.exit(1);');
    const { code, stdout, stderr } = await repository.start(["script.ts"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^Installing the dependencies …\nThe package registry cannot be reached \(ENOTFOUND\): .*\n$/,
    );
    expect(readFileSync(join(repository.root, ".runtime/npm-output.log"), "utf8")).toMatch(/npm error details/);
  });

  it("does not believe npm's success when the disk was full", async () => {
    repository.npmDoes('console.error("npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write");');
    const outcome = await repository.start(["script.ts"]);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/The disk that holds .* is full/);
  });

  it("refuses a lock file that does not match package.json, before npm runs", async () => {
    repository.write("package.json", '{ "type": "module", "dependencies": { "kept": "^1.0.0" } }');
    const outcome = await repository.start(["script.ts"]);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/package-lock\.json does not match .* \(package\.json: kept\)/);
    expect(repository.npmRuns()).toBe(0);
  });

  it("refuses another version than the lock file pins, and restores a lock file that npm rewrote", async () => {
    repository.npmDoes("", { "node_modules/kept": { version: "1.0.1" } });
    expect((await repository.start(["script.ts"])).stderr).toMatch(/node_modules\/kept 1\.0\.0 became 1\.0\.1/);
    const before = readFileSync(join(repository.root, "package-lock.json"), "utf8");
    repository.npmDoes('require("fs").writeFileSync("package-lock.json", "{}");');
    expect((await repository.start(["script.ts"])).stderr).toMatch(/npm rewrote it/);
    expect(readFileSync(join(repository.root, "package-lock.json"), "utf8")).toBe(before);
  });

  it("stops npm as soon as it has given up on the registry once", async () => {
    repository.npmDoes(
      'console.error("npm http fetch GET x attempt 3 failed with ECONNREFUSED"); setTimeout(() => {}, 20000); return;',
    );
    const { code, stderr } = await repository.start(["script.ts"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });

  it("is followed by an installation from the beginning", async () => {
    repository.npmDoes('require("fs").writeFileSync("node_modules/half", ""); process.exit(1);');
    await repository.start(["script.ts"]);
    repository.npmDoes("");
    expect(await repository.start(["script.ts"])).toMatchObject({ code: 0 });
    expect(existsSync(join(repository.root, "node_modules/half"))).toBe(false);
  });
});
