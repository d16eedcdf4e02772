import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "./failure.mjs";
import { takeLock } from "./preparation-lock.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manyi-preparation-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock", () => {
  const { signal } = new AbortController();
  const lock = () => join(folder, "lock");

  it("goes from one holder to the next", async () => {
    const release = await takeLock(lock(), { signal, onWait: () => {} });
    let taken = false;
    const waited: string[] = [];
    const next = takeLock(lock(), { signal, onWait: (pid) => waited.push(pid) }).then((free) => {
      taken = true;
      return free;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([taken, waited]).toEqual([false, [String(process.pid)]]);
    release();
    (await next)();
  });

  it("does not wait for one that nobody touched for long, even if its number is alive", async () => {
    writeFileSync(lock(), `${process.pid}\nanother-machine\nx\n`);
    utimesSync(lock(), new Date(0), new Date(0));
    const release = await takeLock(lock(), { signal, onWait: () => {} });
    release();
  });

  it("gives up when it is stopped", async () => {
    const release = await takeLock(lock(), { signal, onWait: () => {} });
    const stop = new AbortController();
    const waiting = takeLock(lock(), { signal: stop.signal, onWait: () => stop.abort(new Failure("interrupted")) });
    await expect(waiting).rejects.toThrow("interrupted");
    release();
  });

  it("passes on that its folder cannot be used", async () => {
    await expect(takeLock(join(folder, "gone/lock"), { signal, onWait: () => {} })).rejects.toThrow(/ENOENT/);
  });
});
