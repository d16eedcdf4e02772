/**
 * One product on one data folder. Two things hold it. A name of the operating system's decides between processes of one machine,
 * without a race, and is free again the moment its holder is gone. The file `lock` says who it is, and decides where that name does
 * not reach: between containers that share a volume, and on systems without such names. Its holder touches it as a sign of life.
 */
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";
import { takeName } from "./exclusive-name.ts";
import { judge, type LockHolder, ownHolder } from "./lock-holder.ts";

const TOUCH_EVERY_MS = 2_000;
/** Without a sign of life for so long the holder is gone; a busy process may be late by seconds. */
const SILENT_MS = 15_000;
const LOOK_EVERY_MS = 250;
/** Whoever has the name has not yet written the file: a moment. */
const LOOKS_FOR_HOLDER = 20;

export interface FolderLock {
  release(): void;
}

/** @throws OperatorFailure naming the process that holds it */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const { dev, ino } = statSync(folder);
  const name = await takeName(`manyi-data-${dev}-${ino}`);
  if (name.kind === "held-by-another") throw inUse(folder, await writtenHolder(folder));
  const releaseName = name.kind === "taken" ? name.release : () => {};
  try {
    const releaseFile = await takeFile(folder);
    return {
      release: () => {
        releaseFile();
        releaseName();
      },
    };
  } catch (error) {
    releaseName();
    throw error;
  }
}

interface LockFile extends LockHolder {
  /** Tells one holding from another by the same process. */
  readonly token: string;
}

async function takeFile(folder: string): Promise<() => void> {
  const file = join(folder, "lock");
  const own: LockFile = { ...ownHolder(), token: randomUUID() };
  const aside = `${file}.${own.token}`;
  writeFileSync(aside, JSON.stringify(own), { mode: 0o600 });
  try {
    while (!tryLink(aside, file)) {
      const held = readLock(file);
      if (held !== undefined && !(await isGone(file, held))) throw inUse(folder, held.pid);
      if (held !== undefined) removeStale(file, held.token);
    }
  } finally {
    rmSync(aside, { force: true });
  }
  const touch = setInterval(() => touchFile(file), TOUCH_EVERY_MS);
  touch.unref();
  return () => {
    clearInterval(touch);
    if (readLock(file)?.token === own.token) rmSync(file, { force: true });
  };
}

/** Linked, not written: whoever reads the file finds all of it. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function isGone(file: string, holder: LockFile): Promise<boolean> {
  const verdict = judge(holder);
  return verdict === "unknown" ? isSilent(file) : verdict === "gone";
}

/** Watches for a sign of life. A file last touched long ago needs no watching. */
async function isSilent(file: string): Promise<boolean> {
  const first = touchedAt(file);
  const until = performance.now() + SILENT_MS - Math.max(0, Date.now() - first);
  while (performance.now() < until) {
    await sleep(LOOK_EVERY_MS);
    const now = touchedAt(file);
    if (now !== first) return now === 0;
  }
  return true;
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Two may find the same stale file. The rename takes it for one of them; should it be the other's new one, it goes back. */
function removeStale(file: string, token: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if (readLock(aside)?.token !== token) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readLock(file: string): LockFile | undefined {
  try {
    return parseLock(readFileSync(file, "utf8"));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A power cut may leave the file empty: then nobody who lives wrote it. */
function parseLock(text: string): LockFile {
  const nobody = {
    pid: 0,
    processStart: "",
    boot: ownHolder().boot,
    pidNamespace: ownHolder().pidNamespace,
    host: "",
    token: "",
  };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...nobody, ...value } : nobody;
  } catch {
    return nobody;
  }
}

async function writtenHolder(folder: string): Promise<number> {
  for (let look = 0; look < LOOKS_FOR_HOLDER; look += 1) {
    const held = readLock(join(folder, "lock"));
    if (held !== undefined && judge(held) === "lives") return held.pid;
    await sleep(LOOK_EVERY_MS);
  }
  return readLock(join(folder, "lock"))?.pid ?? 0;
}

function inUse(folder: string, pid: number): OperatorFailure {
  return new OperatorFailure("data-folder-in-use", { folder, pid });
}

function touchFile(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was deleted under us; what needs it will say so.
  }
}
