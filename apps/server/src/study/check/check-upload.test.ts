import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gbkBytes } from "@manyi/study/test-support/gbk";
import { describe, expect, it } from "vitest";
import yazl from "yazl";
import { exampleFolder } from "../../../test-support/study-ground.ts";
import { folderOf } from "../../../test-support/unpacked.ts";
import { checkUpload } from "./check-upload.ts";

async function check(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await folderOf(new Map(Object.entries(files)));
  return checkUpload(
    Object.keys(files).map((name) => ({ name, path: join(folder, name) })),
    null,
  );
}

const study = async () => readFile(join(exampleFolder("tenants"), "study.json"));

async function zip(): Promise<Buffer> {
  const made = new yazl.ZipFile();
  made.addBuffer(Buffer.from("x"), "x.txt");
  made.end();
  return buffer(made.outputStream);
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const oldExcel = Buffer.from("d0cf11e0a1b11ae10000000000000000", "hex");

describe("a file that is no survey data", () => {
  it.each<[string, string, string | Uint8Array | (() => Promise<Buffer>), string]>([
    ["an empty one", "data.csv", "", "file-empty"],
    ["a picture", "data.csv", png, "file-is-binary"],
    ["an old workbook", "data.csv", oldExcel, "file-is-old-excel"],
    ["an old workbook that calls itself a new one", "data.xlsx", oldExcel, "file-is-old-excel"],
    ["an archive that calls itself a workbook", "data.xlsx", zip, "workbook-broken"],
    ["an archive that calls itself text", "data.csv", zip, "file-is-excel"],
    ["text that calls itself a workbook", "data.xlsx", "a,b\n1,2\n", "workbook-broken"],
    ["a quotation mark that is never closed", "data.csv", 'a,b\n1,"2\n3,4\n', "quote-open"],
  ])("is refused with what it is: %s", async (_, name, content, code) => {
    const bytes = typeof content === "function" ? await content() : content;
    const { state, findings } = await check({ [name]: bytes });
    expect(state).toBe("faulty");
    expect(findings.issues.map((found) => found.code)).toEqual([code]);
  });

  it.each([
    ["only a header", '"Sat","Infl","Type","Cont","Freq"\n', "no-rows"],
    ["other columns", "a,b\n1,2\n", "data-column-missing"],
  ])("beside a study.json is refused too: %s", async (_, data, code) => {
    const { state, findings } = await check({ "study.json": await study(), "data.csv": data });
    expect(state).toBe("faulty");
    expect(findings.issues[0].code).toBe(code);
  });

  it("is missed by its name", async () => {
    const { findings } = await check({ "study.json": await study(), "other.csv": "a\n1\n" });
    expect(findings.issues).toMatchObject([{ code: "file-missing", details: { file: "data.csv" } }]);
  });
});

describe("a preview", () => {
  it("shows what is in the file, whatever its encoding", async () => {
    const data = gbkBytes("编号,总体满意度\n甲,满意\n乙,不满意\n丙,\n");
    const { state, findings, mapping } = await check({ "回访.csv": data });
    expect(state).toBe("mapping");
    expect(findings.preview).toEqual({
      dataFile: "回访.csv",
      encoding: "GB18030",
      rows: 3,
      columns: [
        { name: "编号", examples: ["甲", "乙", "丙"], distinct: 3, blank: 0 },
        { name: "总体满意度", examples: ["满意", "不满意"], distinct: 2, blank: 1 },
      ],
      firstRows: [
        ["甲", "满意"],
        ["乙", "不满意"],
        ["丙", ""],
      ],
    });
    expect(mapping?.title).toEqual({ zh: "回访" });
  });
});

describe("a few dirty cells", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`R${i + 1}`, String((i % 5) + 1), String(i % 11)]);
  const dirty = rows.map(([id, rating, likely], i) => {
    if (i === 6) return [id, "很好", likely];
    if (i === 7) return [id, rating, "15"];
    return i === 8 ? ["R1", rating, likely] : [id, rating, likely];
  });
  const data = ["编号,服务满意度,推荐意愿", ...dirty.map((row) => row.join(","))].join("\n");

  it("come out as faulty lines of columns that are what they were guessed to be", async () => {
    const files = new Map([["data.csv", data]]);
    const folder = await folderOf(files);
    const upload = [{ name: "data.csv", path: join(folder, "data.csv") }];
    const { mapping } = await checkUpload(upload, null);
    expect(mapping?.columns.map(({ use, doubt }) => [use, doubt?.cells])).toEqual([
      ["key", 1],
      ["item", 1],
      ["nps", 1],
    ]);
    const { state, findings } = await checkUpload(upload, mapping);
    expect(state).toBe("ready");
    expect(findings.faultyLines).toBe(3);
    expect(findings.warnings.map(({ code }) => code)).toContain("answer-unknown");
  });
});
