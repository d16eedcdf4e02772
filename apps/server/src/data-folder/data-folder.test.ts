import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { judge, ownHolder, processStart } from "./lock-holder.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { readOrMakeSecret } from "./secret.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "manyi-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Takes the lock in another process. @returns what it said: `locked`, or the failure's code and the process it names */
function lockElsewhere(folder: string): { child: ChildProcess; said: Promise<string> } {
  const program = `import { lockFolder } from ${JSON.stringify(new URL("./folder-lock.ts", import.meta.url).href)};
    lockFolder(${JSON.stringify(folder)}).then(
      () => { console.log("locked"); setInterval(() => {}, 60_000); },
      (error) => console.log(error.code + " " + error.details?.pid),
    );`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Gone before the folder goes: another folder may get its number, and with it the name that the child holds.
  const exited = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  return { child, said: once(child.stdout, "data").then(([text]) => String(text).trim()) };
}

describe("the lock of the data folder", () => {
  it("refuses a second start and names the first", async () => {
    const folder = temporaryFolder();
    const lock = await lockFolder(folder);
    await expect(lockElsewhere(folder).said).resolves.toBe(`data-folder-in-use ${process.pid}`);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "data-folder-in-use" });
    lock.release();
    await expect(lockElsewhere(folder).said).resolves.toBe("locked");
  });

  it("is free again at once when its holder was killed", async () => {
    const folder = temporaryFolder();
    const { child, said } = lockElsewhere(folder);
    expect(await said).toBe("locked");
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    (await lockFolder(folder)).release();
  });

  it("has one winner among starts that race for a stale lock", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "lock"), JSON.stringify({ ...ownHolder(), pid: 4_000_000, token: "old" }));
    const said = await Promise.all(Array.from({ length: 6 }, () => lockElsewhere(folder).said));
    expect(said.filter((text) => text === "locked")).toHaveLength(1);
    expect(said.filter((text) => text.startsWith("data-folder-in-use"))).toHaveLength(5);
  });

  it.each([
    ["whose number another program has now", { ...ownHolder(), processStart: "1", token: "old" }],
    ["of before the machine was started anew", { ...ownHolder(), boot: "another", token: "old" }],
    ["that a power cut left empty", ""],
  ])("takes over one %s", async (_, content) => {
    const folder = temporaryFolder();
    const file = join(folder, "lock");
    writeFileSync(file, content === "" ? "" : JSON.stringify(content));
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    const lock = await lockFolder(folder);
    expect(readFileSync(file, "utf8")).toContain(`"pid":${process.pid}`);
    lock.release();
  });

  it("is respected when a container elsewhere shows signs of life", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "lock");
    writeFileSync(file, JSON.stringify({ ...ownHolder(), pid: 7, pidNamespace: "pid:[1]", token: "theirs" }));
    const life = setInterval(() => utimesSync(file, new Date(), new Date()), 50);
    onTestFinished(() => clearInterval(life));
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "data-folder-in-use", details: { pid: 7 } });
  });

  it("tells a living process from a later one with its number", () => {
    expect(judge(ownHolder())).toBe("lives");
    expect(judge({ ...ownHolder(), processStart: "1" })).toBe("gone");
    expect(processStart(4_000_000)).toBeUndefined();
  });
});

describe("the data folder", () => {
  it("is made, closed to other users", () => {
    const folder = join(temporaryFolder(), "a", "b");
    prepareFolder(folder);
    expect(statSync(folder).mode & 0o066).toBe(0);
  });

  it("cannot be a file, nor lie in one", () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(() => prepareFolder(file)).toThrow(expect.objectContaining({ code: "data-folder-is-file" }));
    expect(() => prepareFolder(join(file, "data"))).toThrow(expect.objectContaining({ code: "data-folder-is-file" }));
  });

  it.skipIf(process.platform !== "linux")("must be writable", () => {
    // Not even root writes into /proc.
    expect(() => prepareFolder("/proc/manyi")).toThrow(expect.objectContaining({ code: "data-folder-not-writable" }));
  });

  it.skipIf(!canMount())("says when its disk is full", () => {
    const folder = temporaryFolder();
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "none", folder]);
    onTestFinished(() => void spawnSync("umount", [folder]));
    expect(() => prepareFolder(folder)).toThrow(expect.objectContaining({ code: "disk-full", details: { folder } }));
  });
});

describe("a secret", () => {
  it("is made once, long, and readable by its owner only", () => {
    const file = join(temporaryFolder(), "secret");
    const secret = readOrMakeSecret(file);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(readOrMakeSecret(file)).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "manyi-mount-"));
  try {
    mkdirSync(join(folder, "m"));
    const isMounted = spawnSync("mount", ["-t", "tmpfs", "none", join(folder, "m")]).status === 0;
    if (isMounted) spawnSync("umount", [join(folder, "m")]);
    return isMounted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
