import { describe, expect, it } from "vitest";
import { runWatched } from "./memory.ts";

const MEBIBYTE = 2 ** 20;

describe.skipIf(process.platform !== "linux")("watching a program's memory", () => {
  const hold = (mebibytes: number) =>
    `const b = Buffer.alloc(${mebibytes} * 2 ** 20, 1); setTimeout(() => console.log(b.length), 300);`;

  it("sees what the program itself holds", async () => {
    const { peakPssBytes, exitCode, stdout } = await runWatched(process.execPath, ["-e", hold(200)]);
    expect(exitCode).toBe(0);
    expect(stdout.trim()).toBe(String(200 * MEBIBYTE));
    expect(peakPssBytes).toBeGreaterThan(200 * MEBIBYTE);
    expect(peakPssBytes).toBeLessThan(400 * MEBIBYTE);
  });

  it("sees what the programs hold that it starts", async () => {
    const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(hold(200))}]);`;
    const { peakPssBytes } = await runWatched(process.execPath, ["-e", parent]);
    expect(peakPssBytes).toBeGreaterThan(200 * MEBIBYTE);
  });

  it("fails for a program that cannot be started", async () => {
    await expect(runWatched("/no/such/program", [])).rejects.toThrow(/ENOENT/);
  });
});
