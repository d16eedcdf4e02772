import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { removeScale, satisfactionScale, withRange, worthOf } from "./scale-edits.ts";

describe("a scale", () => {
  it("is worth 0 to 100 by position, from its good end", () => {
    expect([1, 2, 3, 4, 5].map((value) => worthOf(satisfactionScale, value))).toEqual([0, 25, 50, 75, 100]);
    expect(worthOf({ ...satisfactionScale, best: "lowest" }, 1)).toBe(100);
  });

  it("is worth its marks where they are entered, and nothing yet where one is missing", () => {
    const scale = { ...satisfactionScale, conversion: { kind: "marks" as const, marks: { "5": 95 } } };
    expect(worthOf(scale, 5)).toBe(95);
    expect(worthOf(scale, 4)).toBeNull();
  });

  it("loses the words and marks of points that are no more", () => {
    const scale = withRange({ ...satisfactionScale, conversion: { kind: "marks", marks: { "1": 0, "5": 100 } } }, 1, 3);
    expect(Object.keys(scale.labels)).toEqual(["1", "2", "3"]);
    expect(scale.conversion?.marks).toEqual({ "1": 0 });
  });

  it("stays as long as something is answered on it", () => {
    const draft = buildQuestionnaire();
    expect(removeScale("five")(draft)).toBe(draft);
    expect(removeScale("five")({ ...draft, pages: [{ code: "p1", questions: [] }] }).scales).toEqual({});
  });
});
