import { describe, expect, it } from "vitest";
import { mergeAnswers, sameAnswers } from "./merge-answers.ts";

describe("mergeAnswers", () => {
  it("keeps what was changed here and takes everything else from there", () => {
    const base = { a: 1, b: 1, c: 1 };
    expect(mergeAnswers(base, { a: 2, b: 1, c: 1 }, { a: 1, b: 3, c: 1 })).toEqual({ a: 2, b: 3, c: 1 });
  });

  it("keeps here what was changed in both places: somebody is looking at it", () => {
    expect(mergeAnswers({ a: "x" }, { a: "mine" }, { a: "theirs" })).toEqual({ a: "mine" });
  });

  it("keeps what was taken back here taken back", () => {
    expect(mergeAnswers({ a: 1 }, {}, { a: 1, b: 2 })).toEqual({ b: 2 });
  });

  it("takes back what was taken back there", () => {
    expect(mergeAnswers({ a: 1, b: 1 }, { a: 1, b: 1 }, { b: 1 })).toEqual({ b: 1 });
  });

  it("sees no change where only the order of keys differs", () => {
    const base = { m: { x: 1, y: 2 } };
    expect(mergeAnswers(base, { m: { y: 2, x: 1 } }, { m: { x: 5, y: 2 } })).toEqual({ m: { x: 5, y: 2 } });
    expect(sameAnswers(base, { m: { y: 2, x: 1 } })).toBe(true);
    expect(sameAnswers(base, { m: { y: 2 } })).toBe(false);
    expect(sameAnswers({}, base)).toBe(false);
  });
});
