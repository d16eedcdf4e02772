import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { inspectFile } from "./survey-file.ts";

async function written(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-file-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "data.csv");
  await writeFile(path, bytes);
  return path;
}

const gbkHeader = Uint8Array.of(0xc2, 0xfa, 0xd2, 0xe2, 0x2c, 0x61, 0x0a);

describe("inspectFile", () => {
  it.each([
    ["UTF-8", Buffer.from("满意,a\n"), { kind: "text", encoding: "utf-8", byteOrderMark: false }],
    [
      "UTF-8 with a byte order mark",
      Buffer.from("\u{FEFF}满意\n"),
      { kind: "text", encoding: "utf-8", byteOrderMark: true },
    ],
    ["GBK", gbkHeader, { kind: "text", encoding: "gb18030", byteOrderMark: false }],
    ["UTF-16", Buffer.from("\u{FEFF}a,b\n", "utf16le"), { kind: "text", encoding: "utf-16le", byteOrderMark: true }],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0), { kind: "excel" }],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), { kind: "old-excel" }],
    ["something binary", Uint8Array.of(1, 0, 2, 0), { kind: "binary" }],
    ["nothing", new Uint8Array(), { kind: "empty" }],
  ])("recognises %s by its content", async (_, bytes, content) => {
    expect((await inspectFile(await written(bytes))).content).toMatchObject(content);
  });

  it("finds UTF-8 whose characters lie across the cuts of its reading", async () => {
    const bytes = Buffer.from(`x${"满".repeat(3 << 20)}`);
    const file = await inspectFile(await written(bytes));
    expect(file.content).toMatchObject({ encoding: "utf-8" });
    expect(file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(file.bytes).toBe(bytes.length);
  });

  it("does not take a character cut off at the end for UTF-8", async () => {
    expect((await inspectFile(await written(Buffer.from("满意").subarray(0, 5)))).content).toMatchObject({
      encoding: "gb18030",
    });
  });
});
