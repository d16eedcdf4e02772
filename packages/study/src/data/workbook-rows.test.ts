import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { workbookRows } from "./workbook-rows.ts";

async function inFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-xlsx-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data.xlsx");
}

async function read(path: string, sheet?: string) {
  const source = await workbookRows(path, "data.xlsx", sheet);
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const block of source.blocks) {
    rows.push(...block.rows);
    lines.push(...block.lines);
  }
  return { header: source.header, rows, lines };
}

describe("workbookRows", () => {
  it("reads texts, numbers, dates and blanks, with the rows they stand in", async () => {
    const path = await inFolder();
    const date = new Date(Date.UTC(2026, 10, 22));
    await writeExcelFile([
      [{ value: "编号" }, { value: "q1" }, { value: "day" }],
      [{ value: "r1" }, { value: 5 }, { value: date, type: Date, format: "yyyy-mm-dd" }],
      [null, null, null],
      [{ value: "r2" }, null, null],
    ]).toFile(path);
    expect(await read(path)).toEqual({
      header: ["编号", "q1", "day"],
      rows: [
        ["r1", "5", "2026-11-22"],
        ["r2", "", ""],
      ],
      lines: [2, 4],
    });
  });

  it("names the sheets there are when the wanted one is not there", async () => {
    const path = await inFolder();
    await writeExcelFile([[{ value: "a" }]], { sheet: "答卷" }).toFile(path);
    await expect(read(path, "Sheet9")).rejects.toMatchObject({
      issues: [{ code: "sheet-missing", details: { sheets: ["答卷"] } }],
    });
  });

  it("reads the first of two sheets unless another is named", async () => {
    const path = await inFolder();
    await writeExcelFile([
      { sheet: "答卷", data: [[{ value: "a" }], [{ value: 1 }]] },
      { sheet: "说明", data: [[{ value: "b" }], [{ value: 2 }]] },
    ]).toFile(path);
    expect(await read(path)).toMatchObject({ header: ["a"], rows: [["1"]] });
    expect(await read(path, "说明")).toMatchObject({ header: ["b"], rows: [["2"]] });
  });

  it("says that a file which only looks like a workbook is broken", async () => {
    const path = await inFolder();
    await writeFile(path, Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9));
    await expect(read(path)).rejects.toMatchObject({ issues: [{ code: "workbook-broken" }] });
  });

  it("refuses a bomb without unpacking it", async () => {
    const path = await inFolder();
    await writeFile(path, claimingSize(zipSync({ "xl/a.xml": new Uint8Array(1000) }), 600e6));
    await expect(read(path)).rejects.toMatchObject({
      issues: [{ code: "file-too-large", details: { megabytes: 600 } }],
    });
  });
});

/** The archive with another uncompressed size in the directory entry of its only file. */
function claimingSize(archive: Uint8Array, bytes: number): Uint8Array {
  const entry = Buffer.from(archive).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
  const claimed = Uint8Array.from(archive);
  new DataView(claimed.buffer).setUint32(entry + 24, bytes, true);
  return claimed;
}
