import { describe, expect, it } from "vitest";
import { actionText, detailLines, type EntryWords, objectText } from "./entry-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const unit = "0ff307a3-d227-4584-ae3b-95c2390b2d8d";
const gone = "94e5fbb4-c09f-41ae-adc0-665eb5cfa092";
const names: ReadonlyMap<string, string> = new Map([[unit, "华东大区"]]);
const inChinese: EntryWords = { words: zh, language: "zh", names };
const inEnglish: EntryWords = { words: en, language: "en", names };

describe("what an entry of the audit log says was done", () => {
  it("is in words, and in the log's own where it is newer than the page", () => {
    expect(actionText("unit.created", zh)).toBe("添加单位");
    expect(actionText("sample.drawn", zh)).toBe("sample.drawn");
  });

  it("is what was asked for where a request was refused that leaves no entry of its own", () => {
    expect(actionText("readResults", zh)).toBe("下载结果数据");
    expect(actionText("drawSample", zh)).toBe("访问（drawSample）");
  });
});

describe("the object of an entry", () => {
  it("is called by its name, else by its kind and the beginning of its id", () => {
    expect(objectText({ kind: "programme", id: gone, name: "代理记账" }, inChinese)).toBe("代理记账");
    expect(objectText({ kind: "unit", id: unit, name: null }, inChinese)).toBe("华东大区");
    expect(objectText({ kind: "response", id: gone, name: null }, inChinese)).toBe("答卷 94e5fbb4");
    expect(objectText({ kind: "response", id: gone, name: null }, inEnglish)).toBe("response 94e5fbb4");
  });
});

describe("the details of an entry", () => {
  it("show a change as from and to, in the screen's language, and leave out what stayed the same", () => {
    const details = {
      from: { name: { zh: "甲", en: "A" }, kind: "branch", code: null, parentId: unit },
      to: { version: 3, name: { zh: "乙", en: "B" }, kind: "branch", code: "07", parentId: gone },
    };
    expect(detailLines(details, inChinese)).toEqual([
      "名称：甲 → 乙",
      "编号：— → 07",
      "上级单位：华东大区 → 94e5fbb4…",
    ]);
    expect(detailLines(details, inEnglish)[0]).toBe("name: A → B");
  });

  it("show roles with their unit", () => {
    const reader = { role: "reader", unitId: unit };
    expect(detailLines({ memberships: [reader] }, inChinese)).toEqual(["角色：读者（华东大区）"]);
    expect(detailLines({ from: [reader], to: [{ ...reader, role: "manager" }] }, inEnglish)).toEqual([
      "Reader (华东大区) → Manager (华东大区)",
    ]);
  });

  it("name fields, codes and permissions, and say what an empty choice means", () => {
    const details = { kind: "pdf", language: "en", waveId: null, weight: "" };
    expect(detailLines(details, inChinese)).toEqual(["类型：PDF", "语言：英文", "期：全部各期", "权重：调查设定"]);
    expect(detailLines({ changed: ["name", "language"] }, inChinese)).toEqual(["改动：名称、语言"]);
    expect(detailLines({ problem: "not-permitted", permission: "report:read" }, inChinese)).toEqual([
      "原因：没有权限",
      "所需权限：读取结果和报告",
    ]);
  });

  it("show sizes in units, checksums by their beginning, and what is unknown as it stands", () => {
    const details = { files: [{ bytes: 48_213, sha256: "ab".repeat(32) }], fieldwork: "telephone", constructor: true };
    expect(detailLines(details, inChinese)).toEqual([
      "文件：大小 48.2 kB、校验值 abababab…",
      "fieldwork：telephone",
      "constructor：是",
    ]);
  });

  it("show one value that changed as from and to", () => {
    expect(detailLines({ name: { from: "甲", to: "乙" } }, inChinese)).toEqual(["名称：甲 → 乙"]);
  });
});
