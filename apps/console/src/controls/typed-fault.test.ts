import { describe, expect, it } from "vitest";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { typedFault } from "./typed-fault.ts";

const right = { valueMissing: false, typeMismatch: false, tooShort: false };

describe("what is wrong with what was typed", () => {
  it("is said in the language of the page", () => {
    expect(typedFault({ ...right, valueMissing: true }, "text", -1, zh)).toBe("请填写这一项。");
    expect(typedFault({ ...right, tooShort: true }, "password", 12, zh)).toBe("至少 12 个字符。");
    expect(typedFault({ ...right, tooShort: true }, "password", 12, en)).toBe("At least 12 characters.");
  });

  it("names the missing answer first, and an address only where one is asked for", () => {
    expect(typedFault({ ...right, valueMissing: true, typeMismatch: true }, "email", -1, en)).toBe("Fill this in.");
    expect(typedFault({ ...right, typeMismatch: true }, "email", -1, zh)).toContain("邮箱地址");
    expect(typedFault({ ...right, typeMismatch: true }, "url", -1, zh)).toBe("");
  });

  it("is left to the browser where there are no words for it", () => {
    expect(typedFault(right, "date", -1, zh)).toBe("");
  });
});
