import { describe, expect, it } from "vitest";
import type { OrdinalScale, RatingScale } from "./scale.ts";
import { answersOf, boxesOf, effortScale, recommendationScale } from "./scale-answers.ts";

const points = (answers: number): RatingScale => ({ kind: "rating", minimum: 1, maximum: answers });
const words = (...values: number[]): OrdinalScale => ({
  kind: "ordinal",
  answers: values.map((value) => ({ code: `c${value}`, value })),
});

describe("the boxes of a scale", () => {
  it.each([
    [3, 1, 1],
    [4, 1, 1],
    [5, 2, 2],
    [7, 2, 2],
    [8, 2, 2],
    [9, 3, 2],
    [11, 3, 2],
  ])("of %i answers are the %i best and the %i worst", (answers, top, bottom) => {
    expect(boxesOf(points(answers))).toEqual({ top, bottom });
    expect(boxesOf(words(...Array.from({ length: answers }, (_, i) => i)))).toEqual({ top, bottom });
  });

  it("are those that the study names, each for itself", () => {
    expect(boxesOf({ ...points(5), top: 1 })).toEqual({ top: 1, bottom: 2 });
    expect(boxesOf({ ...points(5), bottom: 3 })).toEqual({ top: 2, bottom: 3 });
  });
});

describe("an effort scale", () => {
  it("of seven answers counts its three easy ones, unless the study names others", () => {
    expect(boxesOf(effortScale(points(7)))).toEqual({ top: 3, bottom: 2 });
    expect(boxesOf(effortScale({ ...points(7), top: 1 })).top).toBe(1);
  });

  it("of another length counts what such a scale counts elsewhere", () => {
    expect(effortScale(points(5))).toEqual(points(5));
    expect(effortScale(points(10))).toEqual(points(10));
  });
});

describe("a recommendation scale", () => {
  it("counts promoters and detractors, whatever the study names", () => {
    const zeroToTen: RatingScale = { kind: "rating", minimum: 0, maximum: 10 };
    expect(boxesOf(recommendationScale(zeroToTen))).toEqual({ top: 2, bottom: 7 });
    expect(boxesOf(recommendationScale({ ...zeroToTen, top: 4, bottom: 1 }))).toEqual({ top: 2, bottom: 7 });
  });
});

describe("the answers of a scale", () => {
  it("rise by their value, also where the study writes the best first", () => {
    expect(answersOf(words(3, 2, 1))?.map(({ code, value }) => [code, value])).toEqual([
      ["c1", 1],
      ["c2", 2],
      ["c3", 3],
    ]);
    expect(answersOf(words(10, 9, 2))?.map(({ value }) => value)).toEqual([2, 9, 10]);
  });

  it("of groups keep the order of the study, and are unknown where it names none", () => {
    expect(answersOf({ kind: "nominal", answers: [{ code: "b" }, { code: "a" }] })?.map(({ code }) => code)).toEqual([
      "b",
      "a",
    ]);
    expect(answersOf({ kind: "nominal" })).toBeNull();
  });
});
