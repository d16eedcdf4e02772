/**
 * Only one process at a time may prepare a folder. The lock is a file that names its holder; the holder touches it every
 * two seconds. It counts as left behind when its process is gone from this machine, or when nobody touched it for long:
 * in containers every first process has the same number, so the number alone would keep a dead lock alive.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const TOUCH_EVERY_MS = 2_000;
const ABANDONED_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 200;

/** Waits until the lock is ours.
 *  @param {string} file
 *  @param {{ signal: AbortSignal, onWait: (pid: string) => void }} options `onWait` is called once if another holds it
 *  @returns {Promise<() => void>} gives the lock back */
export async function takeLock(file, { signal, onWait }) {
  const token = `${process.pid}\n${hostname()}\n${randomUUID()}\n`;
  let told = false;
  while (!tryCreate(file, token)) {
    signal.throwIfAborted();
    const held = read(file);
    if (held !== undefined && isAbandoned(held)) removeAbandoned(file, held.token);
    else if (held !== undefined && !told) {
      told = true;
      onWait(held.pid);
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  const touch = setInterval(() => touchOwn(file), TOUCH_EVERY_MS);
  return () => {
    clearInterval(touch);
    if (read(file)?.token === token) rmSync(file, { force: true });
  };
}

/** @param {string} file
 *  @param {string} token */
function tryCreate(file, token) {
  try {
    writeFileSync(file, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @typedef {{ token: string, pid: string, host: string, untouchedMs: number }} HeldLock */

/** @param {string} file
 *  @returns {HeldLock | undefined} undefined when nobody holds it any more */
function read(file) {
  try {
    const untouchedMs = Date.now() - statSync(file).mtimeMs;
    const token = readFileSync(file, "utf8");
    const [pid = "", host = ""] = token.split("\n");
    return { token, pid, host, untouchedMs };
  } catch {
    return undefined;
  }
}

/** @param {HeldLock} held */
function isAbandoned(held) {
  if (held.untouchedMs > ABANDONED_AFTER_MS) return true;
  return held.host === hostname() && held.pid !== "" && !isAlive(Number(held.pid));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Two waiters may find the same dead lock. A rename takes the file for one of them only; should it turn out to be the other's
 *  new lock, it goes back.
 *  @param {string} file
 *  @param {string} token the one that was found abandoned */
function removeAbandoned(file, token) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside)?.token === token) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** @param {string} file */
function touchOwn(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was deleted under us; what is under way will say so itself.
  }
}
