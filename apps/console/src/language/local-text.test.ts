import { describe, expect, it } from "vitest";
import { textIn, withText } from "./local-text.ts";

describe("texts in two languages", () => {
  it("are shown in the other one where the wanted one is missing", () => {
    expect(textIn({ zh: "云杉" }, "en")).toBe("云杉");
  });

  it("get what was typed in the language of the screen and keep the other", () => {
    expect(withText({ zh: "云杉", en: "Spruce" }, "Fir", "en")).toEqual({ zh: "云杉", en: "Fir" });
  });

  it("stay one language's where nothing was changed", () => {
    expect(withText({ zh: "云杉" }, "云杉", "en")).toEqual({ zh: "云杉" });
  });
});
