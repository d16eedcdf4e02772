import { describe, expect, it } from "vitest";
import { keptRows } from "./kept-rows.ts";

const plain = (count: number) => Array.from({ length: count }, () => "plain" as const);

describe("keptRows", () => {
  it("leaves no row alone at the beginning or the end", () => {
    expect(keptRows(plain(8))).toEqual([3, 0, 0, 1, 1, 3, 0, 0]);
  });

  it("keeps a row with its details", () => {
    const kinds = [...plain(4), "detail", "detail", ...plain(4)] as const;
    expect(keptRows(kinds)).toEqual([3, 0, 0, 3, 0, 0, 1, 3, 0, 0]);
  });

  it.each([0, 1, 2, 5])("keeps every one of %i rows exactly once", (count) => {
    const kept = keptRows(plain(count));
    expect(kept).toHaveLength(count);
    expect(kept.reduce((sum, rows) => sum + rows, 0)).toBe(count);
  });
});
