import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asking, buildQuestionnaire, openText, rating } from "../../test-support/build-questionnaire.ts";
import { mostFormIssues, readQuestionnaire } from "./read-questionnaire.ts";

function formIssues(value: unknown) {
  const read = readQuestionnaire(value);
  if (read.kind === "read") return [];
  return read.issues.map((issue) => [issue.at.join("/"), issue.details]);
}

const nested = (levels: number) => {
  let value: object = {};
  for (let i = 0; i < levels; i++) value = { not: value };
  return value;
};

describe("reading a questionnaire", () => {
  it("tells the first departure of a value so large that all of them would take seconds", () => {
    const condition = { any: Array.from({ length: 20 }, () => ({ all: Array.from({ length: 20 }, () => ({})) })) };
    const questions = Array.from({ length: 100 }, (_, i) => rating(`q${i}`, { showIf: condition }));
    expect(formIssues(asking(...questions))).toEqual([
      ["pages/0/questions/0/showIf/any/0/all/0", { problem: "condition", about: "" }],
    ]);
  });

  it("gives back what has the right form, unfinished as it may be", () => {
    const sound = buildQuestionnaire();
    expect(readQuestionnaire(sound)).toEqual({ kind: "read", questionnaire: sound });
    expect(formIssues(buildQuestionnaire({ title: {}, pages: [{ code: "p", questions: [] }] }))).toEqual([]);
  });

  it.each<[string, unknown, string, object]>([
    ["no object", [], "", { problem: "type", about: "object" }],
    [
      "another format",
      { ...buildQuestionnaire(), format: "manyi-questionnaire/2" },
      "format",
      { problem: "not-listed", about: "manyi-questionnaire/1" },
    ],
    ["a property too many", { ...buildQuestionnaire(), style: {} }, "style", { problem: "unknown", about: "style" }],
    ["no language", buildQuestionnaire({ languages: [] }), "languages", { problem: "too-few", about: "1" }],
    [
      "a language twice",
      buildQuestionnaire({ languages: ["zh", "zh"] }),
      "languages/1",
      { problem: "twice", about: "1" },
    ],
    ["a code with a hyphen", asking(rating("a-b")), "pages/0/questions/0/code", { problem: "pattern" }],
    ["a code called __proto__", asking(rating("__proto__")), "pages/0/questions/0/code", { problem: "pattern" }],
    [
      "a type there is not",
      { ...buildQuestionnaire(), pages: [{ code: "p", questions: [{ ...rating("a"), type: "ranking" }] }] },
      "pages/0/questions/0/type",
      { problem: "not-listed" },
    ],
    [
      "a text that is too long",
      asking(rating("a", { text: { zh: "字".repeat(5_001) } })),
      "pages/0/questions/0/text/zh",
      { problem: "too-long", about: "5000" },
    ],
    [
      "a scale above 10",
      buildQuestionnaire({ scales: { s: { minimum: 0, maximum: 11, labels: {} } } }),
      "scales/s/maximum",
      { problem: "too-large", about: "10" },
    ],
    [
      "an odd condition",
      asking(rating("a"), rating("b", { showIf: { all: [{ item: "a", from: 1 }, { item: "a" }] } })),
      "pages/0/questions/1/showIf/all/1",
      { problem: "condition" },
    ],
    [
      "an open text of no characters",
      asking(openText("a", { longest: 0 })),
      "pages/0/questions/0/longest",
      { problem: "too-small", about: "1" },
    ],
  ])("says of %s where it is and what", (_, value, at, details) => {
    expect(formIssues(value)).toEqual([[at, expect.objectContaining(details)]]);
  });

  it("names every property that is missing", () => {
    expect(formIssues({ format: "manyi-questionnaire/1" }).map(([, details]) => details)).toEqual(
      ["title", "languages", "welcome", "scales", "pages", "thanks", "scoring"].map((about) => ({
        problem: "missing",
        about,
      })),
    );
  });

  it("refuses nesting of thousands of levels without walking it by recursion", () => {
    expect(formIssues(nested(100_000))).toEqual([["", { problem: "too-deep", about: "40" }]]);
    expect(formIssues(asking(rating("a"), rating("b", { showIf: nested(20_000) })))).toEqual([["", expect.anything()]]);
  });

  it("tells a bounded number of faults", () => {
    const value = {
      ...buildQuestionnaire(),
      ...Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`x${i}`, i])),
    };
    expect(formIssues(value)).toHaveLength(mostFormIssues);
  });

  it("never throws, whatever it is given", () => {
    const near = fc.record({
      format: fc.constant("manyi-questionnaire/1"),
      pages: fc.jsonValue(),
      scales: fc.jsonValue(),
      scoring: fc.jsonValue(),
    });
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), near), (value) => readQuestionnaire(value).kind === "unreadable"));
  });
});
