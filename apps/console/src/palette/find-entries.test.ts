import { describe, expect, it } from "vitest";
import { findEntries } from "./find-entries.ts";

const entries = [
  { name: "2026 年成员满意度", kind: "", also: [], address: "/programmes/1" },
  { name: "成员", kind: "", also: ["Members"], address: "/settings/members" },
  { name: "单位", kind: "", also: ["Units"], address: "/settings/units" },
];

describe("finding", () => {
  it("shows everything before a letter is typed", () => {
    expect(findEntries(entries, "  ")).toHaveLength(3);
  });

  it("puts names that begin with it first", () => {
    expect(findEntries(entries, "成员").map(({ address }) => address)).toEqual(["/settings/members", "/programmes/1"]);
  });

  it("answers to the name in the other language, whatever case and width", () => {
    expect(findEntries(entries, "ｍEMb").map(({ name }) => name)).toEqual(["成员"]);
  });

  it("wants every word that was typed", () => {
    expect(findEntries(entries, "成员 2026").map(({ address }) => address)).toEqual(["/programmes/1"]);
    expect(findEntries(entries, "成员 2025")).toEqual([]);
  });
});
