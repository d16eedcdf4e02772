import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { gbkBytes } from "../../test-support/gbk.ts";
import { decodedText } from "./decoded-text.ts";
import { inspectFile, type TextEncoding } from "./survey-file.ts";

const chunkBytes = 1 << 20;

async function written(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-text-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "data.csv");
  await writeFile(path, bytes);
  return path;
}

async function decoded(bytes: Uint8Array, encoding: TextEncoding, known: "validated" | "unvalidated") {
  let text = "";
  for await (const chunk of decodedText(await written(bytes), "data.csv", encoding, known)) text += chunk;
  return text;
}

const faultIn = (bytes: Uint8Array, encoding: TextEncoding) =>
  decoded(bytes, encoding, "unvalidated").then(
    () => null,
    (cause: unknown) => cause,
  );

describe("decodedText", () => {
  it.each([0, 1, 2, 3])("keeps a character of four bytes whole across the cuts, %i bytes on", async (offset) => {
    const text = `${"x".repeat(offset)}${"😀".repeat(300_000)}`;
    for (const known of ["validated", "unvalidated"] as const)
      expect((await decoded(Buffer.from(text), "utf-8", known)) === text).toBe(true);
  });

  it("keeps a character of GBK whole across the cuts", async () => {
    const text = `x${"满".repeat(600_000)}`;
    expect((await decoded(gbkBytes(text), "gb18030", "unvalidated")) === text).toBe(true);
  });

  it("says the line of a fault in a later chunk, counted from the start of the file", async () => {
    const line = "a,5,4,East\n";
    const before = Math.ceil((1.5 * chunkBytes) / line.length);
    const bytes = Buffer.concat([Buffer.from(line.repeat(before)), Buffer.from([0x61, 0xff, 0xff, 0x0a])]);
    for (const encoding of ["utf-8", "gb18030"] as const)
      expect(await faultIn(bytes, encoding)).toMatchObject({
        issues: [{ code: "encoding-unknown", place: { line: before + 1 }, details: { encoding } }],
      });
  });

  it("says the line of a fault after a character that lies across the cut", async () => {
    const bytes = Buffer.concat([Buffer.from(`xx${"满\n".repeat(300_000)}`), Buffer.from([0x61, 0xff, 0x0a])]);
    expect(await faultIn(bytes, "utf-8")).toMatchObject({ issues: [{ place: { line: 300_001 } }] });
  });

  it("counts no byte of a UTF-16 character as a line break", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\u{FEFF}a\n上上上\n", "utf16le"),
      Buffer.from([0, 0xd8, 0x61, 0, 0x0a, 0]),
    ]);
    expect(await faultIn(bytes, "utf-16le")).toMatchObject({ issues: [{ place: { line: 3 } }] });
  });

  it("says the line of a character that the end of the file cuts off", async () => {
    expect(await faultIn(Buffer.from("a\nb\n满").subarray(0, -1), "utf-8")).toMatchObject({
      issues: [{ code: "encoding-unknown", place: { line: 3 } }],
    });
  });
});

describe("inspectFile", () => {
  it.each([0, 1, 2, 3])(
    "finds UTF-8 whose characters of four bytes lie across its cuts, %i bytes on",
    async (offset) => {
      const bytes = Buffer.from(`${"x".repeat(offset)}${"😀".repeat(1_200_000)}`);
      expect((await inspectFile(await written(bytes))).content).toMatchObject({ encoding: "utf-8", isValid: true });
    },
  );
});
