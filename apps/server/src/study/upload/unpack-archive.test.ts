import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { StudyError } from "@manyi/study/issue/issue";
import { gbkBytes } from "@manyi/study/test-support/gbk";
import { describe, expect, it, onTestFinished } from "vitest";
import yazl from "yazl";
import { type ArchiveLimits, unpackArchive, usualArchiveLimits } from "./unpack-archive.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "manyi-zip-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function zipOf(entries: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

async function unpack(zip: Uint8Array, limits: Partial<ArchiveLimits> = {}) {
  const into = await folder();
  const path = join(await folder(), "upload");
  await writeFile(path, zip);
  const files = await unpackArchive(path, "study.zip", into, {
    ...usualArchiveLimits,
    largestBytes: 50_000_000,
    ...limits,
  });
  return { files, into };
}

async function codeOf(zip: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<string> {
  const failure = await unpack(zip, limits).catch((cause: unknown) => cause);
  if (!(failure instanceof StudyError)) throw new Error("it was unpacked, or failed otherwise", { cause: failure });
  return failure.issues[0].code;
}

/** The archive with one name in the place of another of the same length, wherever it stands. */
function renamed(zip: Buffer, from: string, to: Uint8Array): Buffer {
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(from); at !== -1; at = changed.indexOf(from, at + 1)) changed.set(to, at);
  return changed;
}

describe("an archive", () => {
  it("gives its study files under names made here, and leaves the others", async () => {
    const zip = await zipOf([
      ["folder/study.json", "{}"],
      ["folder/data.csv", "a\n1\n"],
      ["folder/readme.md", "x"],
      ["__MACOSX/folder/._data.csv", "x"],
      ["folder/.hidden.csv", "x"],
    ]);
    const { files, into } = await unpack(zip);
    expect(files.map(({ name }) => name)).toEqual(["study.json", "data.csv"]);
    expect((await readdir(into)).sort()).toEqual(["entry-0", "entry-1"]);
    expect(await readFile(files[1].path, "utf8")).toBe("a\n1\n");
  });

  it("cannot write outside its folder, whatever its entries are called", async () => {
    const zip = await zipOf([["aaaaaaaaaaaa.csv", "x\n1\n"]]);
    for (const name of ["../../../a.csv.csv".slice(-16), "/etc/passwda.csv", "..\\..\\..\\aa.csv"]) {
      const { files, into } = await unpack(renamed(zip, "aaaaaaaaaaaa.csv", Buffer.from(name.padStart(16, "a"))));
      expect(files.every(({ path }) => path.startsWith(into))).toBe(true);
      expect(files.every((file) => !/[/\\]/.test(file.name))).toBe(true);
    }
  });

  it("that packs names in GBK, as Chinese Windows does, is read with its names", async () => {
    const bytes = gbkBytes("满意度.csv");
    const zip = await zipOf([["a".repeat(bytes.length), "x\n1\n"]]);
    expect((await unpack(renamed(zip, "a".repeat(bytes.length), bytes))).files[0].name).toBe("满意度.csv");
  });

  it("that swells is stopped: by what it says of itself, by its ratio, by its sum", async () => {
    const bomb = await zipOf([["bomb.csv", Buffer.alloc(60_000_000)]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe("archive-too-large");
    expect(await codeOf(bomb, { largestBytes: 1_000_000_000 })).toBe("archive-too-large");
    const noise = Array.from({ length: 4 }, (_, i) => [`${i}.csv`, Buffer.alloc(400_000, i)] as const);
    expect(await codeOf(await zipOf(noise), { largestBytes: 1_000_000 })).toBe("archive-too-large");
  });

  it("that says less of itself than it holds is stopped where it goes on", async () => {
    const zip = Buffer.from(await zipOf([["bomb.csv", Buffer.alloc(60_000_000)]]));
    // The size in the central directory, of which unpackers believe too much.
    for (const [signature, offset] of [
      [0x02014b50, 24],
      [0x04034b50, 22],
    ]) {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(signature);
      const at = zip.indexOf(head);
      if (at !== -1) zip.writeUInt32LE(100, at + offset);
    }
    expect(["archive-broken", "archive-too-large"]).toContain(await codeOf(zip));
  });

  it("of too many entries, with a password, or none at all is refused", async () => {
    const many = await zipOf(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, "a"]));
    expect(await codeOf(many)).toBe("archive-too-many-files");
    const locked = Buffer.from(await zipOf([["data.csv", "a\n1\n"]]));
    const central = Buffer.alloc(4);
    central.writeUInt32LE(0x02014b50);
    const at = locked.indexOf(central);
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    expect(await codeOf(locked)).toBe("archive-encrypted");
    expect(await codeOf(Buffer.from("PK\u0003\u0004 and then nothing"))).toBe("archive-broken");
    const whole = await zipOf([["data.csv", "a\n1\n"]]);
    expect(await codeOf(whole.subarray(0, whole.length - 10))).toBe("archive-broken");
  });
});
