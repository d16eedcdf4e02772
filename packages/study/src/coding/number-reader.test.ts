import { describe, expect, it } from "vitest";
import { readNumber } from "./number-reader.ts";

describe("readNumber", () => {
  it.each([
    ["1.5", 1.5],
    ["-3", -3],
    [" 2 ", 2],
    ["1,234.5", 1234.5],
    ["１２", 12],
    ["1e3", 1000],
    [".5", 0.5],
  ])("reads %j", (text, value) => expect(readNumber(text)).toBe(value));

  it.each(["", " ", "1,23", "abc", "0x10", "Infinity", "NaN", "1e999", "1 2", "12%"])("refuses %j", (text) =>
    expect(readNumber(text)).toBeNull(),
  );
});
