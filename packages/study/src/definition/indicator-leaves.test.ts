import { describe, expect, it } from "vitest";
import type { Indicator } from "./indicator.ts";
import { hasEnteredWeights, leavesOf } from "./indicator-leaves.ts";

const label = { zh: "甲" };
const leaf = (question: string, weight?: number): Indicator => ({
  code: question,
  label,
  question,
  ...(weight === undefined ? {} : { weight }),
});

describe("leavesOf", () => {
  it("multiplies entered weights down the tree, each relative to its siblings", () => {
    const tree: readonly Indicator[] = [
      { code: "service", label, weight: 60, children: [leaf("a", 3), leaf("b", 1)] },
      { code: "price", label, weight: 40, question: "c" },
    ];
    expect(leavesOf(tree).map(({ question, enteredWeight }) => [question, enteredWeight])).toEqual([
      ["a", 0.6 * 0.75],
      ["b", 0.6 * 0.25],
      ["c", 0.4],
    ]);
  });

  it("shares equally among siblings without any weight, and counts one without as 0 among siblings with", () => {
    expect(leavesOf([leaf("a"), leaf("b")]).map((l) => l.enteredWeight)).toEqual([0.5, 0.5]);
    expect(leavesOf([leaf("a", 5), leaf("b")]).map((l) => l.enteredWeight)).toEqual([1, 0]);
  });

  it("names the top node as the dimension, however deep the question", () => {
    const deep: Indicator = { code: "top", label, children: [{ code: "middle", label, children: [leaf("a")] }] };
    expect(leavesOf([deep]).map(({ dimension }) => dimension.code)).toEqual(["top"]);
  });

  it("knows whether anybody entered a weight", () => {
    expect(hasEnteredWeights([{ code: "top", label, children: [leaf("a")] }])).toBe(false);
    expect(hasEnteredWeights([{ code: "top", label, children: [leaf("a", 1)] }])).toBe(true);
  });
});
