import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, openText } from "../../../test-support/build-questionnaire.ts";
import { usualLongest } from "./longest.ts";

const asked = asking(openText("q"));

describe("an open answer", () => {
  it.each([
    "  慢\n了 ",
    "\u{202E}左",
    "z\u{335}\u{322}a\u{334}lgo",
    "a\u{200B}b",
    "{{7*7}}",
    ["$", "{7*7}"].join(""),
    "=1+1",
    "<img onerror=x>",
    "NA",
    "👩\u{200D}👩\u{200D}👧",
  ])("is kept exactly as written: %j", (written) => {
    expect(answering(asked, { q: written })).toEqual({ cells: { q: written }, faults: [] });
  });

  it("of blanks says nothing", () => {
    expect(answering(asked, { q: " \n\u{3000}" })).toEqual({ cells: {}, faults: [] });
    expect(answering(asking(openText("q", { required: true })), { q: " " }).faults).toEqual([["q", "required"]]);
  });

  it("has a longest length, its own or the usual", () => {
    expect(answering(asked, { q: "字".repeat(usualLongest) }).faults).toEqual([]);
    expect(answering(asked, { q: "字".repeat(usualLongest + 1) }).faults).toEqual([["q", "too-long"]]);
    expect(answering(asking(openText("q", { longest: 2 })), { q: "123" }).faults).toEqual([["q", "too-long"]]);
  });

  it.each([[1], [["a"]], [{ text: "a" }], [null]])("is of another form: %j", (value) => {
    expect(answering(asked, { q: value })).toEqual({ cells: {}, faults: [["q", "form"]] });
  });
});
