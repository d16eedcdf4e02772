import { mkdtempSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { limitedLog } from "./limited-log.ts";

it("sets a large log aside while its writer goes on", () => {
  const folder = mkdtempSync(join(tmpdir(), "manyi-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = limitedLog(join(folder, "database.log"));
  const writer = log.open();
  writeSync(writer, "x".repeat(6_000_000));
  log.limit();
  expect(log.sizeBytes()).toBe(0);
  expect(statSync(`${log.file}.1`).size).toBe(6_000_000);
  writeSync(writer, "and on\n");
  expect(log.textSince(0)).toBe("and on\n");
});
