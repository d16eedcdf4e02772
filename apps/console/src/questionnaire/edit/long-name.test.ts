import { expect, it } from "vitest";
import { isLongName } from "./long-name.ts";

it("counts a Chinese character as two letters, and the longest language decides", () => {
  expect(isLongName({ zh: "总体满意度", en: "Overall satisfaction" })).toBe(false);
  expect(isLongName({ zh: "一二三四五六七八九十甲乙" })).toBe(false);
  expect(isLongName({ zh: "一二三四五六七八九十甲乙丙" })).toBe(true);
  expect(isLongName({ zh: "总体", en: "Overall, how satisfied are you?" })).toBe(true);
  expect(isLongName({})).toBe(false);
});
