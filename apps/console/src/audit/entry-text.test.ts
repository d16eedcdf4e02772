import { describe, expect, it } from "vitest";
import { actionText, detailLines } from "./entry-text.ts";
import { zh } from "./messages/zh.ts";

describe("an entry of the audit log", () => {
  it("says what was done, and shows the log's own word for what is newer than the page", () => {
    expect(actionText("unit.created", zh)).toBe("添加单位");
    expect(actionText("sample.drawn", zh)).toBe("sample.drawn");
  });

  it("shows a change as from and to, lists in one line, and nothing as a dash", () => {
    const details = { name: { from: "甲", to: "乙" }, roles: ["reader", "manager"], unit: { id: "1", code: null } };
    expect(detailLines(details)).toEqual(["name: 甲 → 乙", "roles: reader, manager", "unit.id: 1", "unit.code: —"]);
  });
});
