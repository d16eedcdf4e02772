import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { FileMissingError, FileTooLargeError, StorageFullError } from "./file-errors.ts";
import { localFiles } from "./local-files.ts";

const clock = { now: () => new Date("2026-11-22T02:00:00Z") };
const limits = { largestBytes: 1_000_000 };

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), "manyi-files-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, files: localFiles(join(folder, "files"), clock) };
}

/** Everything below a folder, whether the store would show it or not. */
async function everythingIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe("localFiles", () => {
  it("keeps what was given, with its length and hash, under a key of its own making", async () => {
    const { files } = await setUp();
    const stored = await files.put("imports", Readable.from(["满意", "度"]), limits);
    expect(stored).toMatchObject({
      bytes: 9,
      // printf 满意度 | sha256sum
      sha256: "a28480d11f23986cea087abf087fdfef1588c17fd82d57f8cc9851caae1759fe",
    });
    expect(stored.key).toMatch(/^imports\/2026\/11\/[0-9a-f-]{36}$/);
    expect(await text(await files.read(stored.key))).toBe("满意度");
    expect(await collected(files.list("imports"))).toEqual([stored.key]);
    expect(await collected(files.list("derived"))).toEqual([]);
  });

  it("lets only its owner read files and folders", async () => {
    const { folder, files } = await setUp();
    const { key } = await files.put("imports", Readable.from(["x"]), limits);
    const mode = (path: string) => execFileSync("stat", ["-c", "%a", path], { encoding: "utf8" }).trim();
    expect([mode(join(folder, "files", key)), mode(join(folder, "files/imports"))]).toEqual(["600", "700"]);
  });

  it("stops at the limit while reading and leaves nothing", async () => {
    const { folder, files } = await setUp();
    let given = 0;
    const endless = new Readable({
      read() {
        given += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    await expect(files.put("imports", endless, limits)).rejects.toBeInstanceOf(FileTooLargeError);
    expect(given).toBeLessThan(3_000_000);
    expect(endless.destroyed).toBe(true);
    expect(await everythingIn(folder)).toEqual([]);
  });

  it("leaves nothing of a stream that breaks", async () => {
    const { folder, files } = await setUp();
    async function* broken() {
      yield "half of it";
      throw new Error("connection lost");
    }
    await expect(files.put("imports", Readable.from(broken()), limits)).rejects.toThrow("connection lost");
    expect(await everythingIn(folder)).toEqual([]);
  });

  it("removes a file, and does nothing where there is none", async () => {
    const { files } = await setUp();
    const { key } = await files.put("imports", Readable.from(["x"]), limits);
    await files.remove(key);
    await files.remove(key);
    await expect(files.read(key)).rejects.toBeInstanceOf(FileMissingError);
  });

  it("restores under a key that is known, over what stands there", async () => {
    const { files } = await setUp();
    const { key } = await files.put("imports", Readable.from(["old"]), limits);
    const restored = await files.restore(key, Readable.from(["new"]));
    expect(restored).toMatchObject({ key, bytes: 3 });
    expect(await text(await files.read(key))).toBe("new");
  });

  it.each([
    "../../etc/passwd",
    "imports/../../../etc/passwd",
    "/etc/passwd",
    "imports/2026/11/../11/0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11",
    "imports/2026/11/0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11\0",
    "imports/2026/11/0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11\n",
    "imports\\2026\\11\\0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11",
    "imports/2026/13/0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11",
    "imports/2026/11/",
    "",
  ])("refuses the key %j before it touches the disk (threat 23)", async (key) => {
    const { files } = await setUp();
    await expect(async () => files.read(key)).rejects.toBeInstanceOf(RangeError);
    await expect(async () => files.remove(key)).rejects.toBeInstanceOf(RangeError);
    await expect(async () => files.restore(key, Readable.from(["x"]))).rejects.toBeInstanceOf(RangeError);
    await expect(async () => files.put(key, Readable.from(["x"]), limits)).rejects.toBeInstanceOf(RangeError);
    expect(() => files.list(key)).toThrow(RangeError);
  });

  it("follows no link that somebody put in a file's place", async () => {
    const { folder, files } = await setUp();
    const { key } = await files.put("imports", Readable.from(["x"]), limits);
    const path = join(folder, "files", key);
    await rm(path);
    await writeFile(join(folder, "secret"), "secret");
    await symlink(join(folder, "secret"), path);
    await expect(files.read(key)).rejects.toBeInstanceOf(FileMissingError);
    expect(await collected(files.list("imports"))).toEqual([]);
  });

  it("shows and removes what an interrupted write left only as a leftover, once it is old", async () => {
    const { folder, files } = await setUp();
    const { key } = await files.put("imports", Readable.from(["x"]), limits);
    const part = join(folder, "files", dirname(key), ".0b8f.part");
    await writeFile(part, "half");
    expect(await collected(files.list("imports"))).toEqual([key]);
    await utimes(part, new Date("2026-11-20"), new Date("2026-11-20"));
    expect(await files.removeLeftovers(new Date("2026-11-19"))).toBe(0);
    expect(await files.removeLeftovers(new Date("2026-11-21"))).toBe(1);
    expect(await everythingIn(folder)).toEqual([key.split("/").at(-1)]);
  });

  it("lists only files stored before an instant, where one is given", async () => {
    const { folder, files } = await setUp();
    const old = await files.put("imports", Readable.from(["x"]), limits);
    const young = await files.put("imports", Readable.from(["x"]), limits);
    await utimes(join(folder, "files", old.key), new Date("2026-11-01"), new Date("2026-11-01"));
    expect(await collected(files.list("imports", { storedBefore: new Date("2026-11-02") }))).toEqual([old.key]);
    expect(await collected(files.list("imports"))).toEqual([old.key, young.key].sort());
  });
});

const root = process.getuid?.() === 0 && process.platform === "linux";

describe.runIf(root)("a disk that is full (threat 65; needs root, to mount a small one)", () => {
  it("is told, nothing is left, what was there stays, and the next file goes through once there is room", async () => {
    const { folder } = await setUp();
    const disk = join(folder, "disk");
    await mkdir(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]);
    onTestFinished(() => void execFileSync("umount", [disk]));
    await chmod(disk, 0o700);
    const files = localFiles(join(disk, "files"), clock);
    const first = await files.put("imports", Readable.from([Buffer.alloc(100_000, 1)]), limits);
    const tooMuch = Readable.from([Buffer.alloc(100_000), Buffer.alloc(100_000)]);
    await expect(files.put("imports", tooMuch, limits)).rejects.toBeInstanceOf(StorageFullError);
    expect(await everythingIn(disk)).toEqual([first.key.split("/").at(-1)]);
    expect((await readFile(join(disk, "files", first.key))).length).toBe(100_000);
    await files.remove(first.key);
    expect(await files.put("imports", Readable.from([Buffer.alloc(150_000)]), limits)).toMatchObject({
      bytes: 150_000,
    });
  });
});

async function collected(keys: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found.sort();
}
