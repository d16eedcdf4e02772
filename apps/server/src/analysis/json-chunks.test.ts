import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonChunks } from "./json-chunks.ts";

describe("jsonChunks", () => {
  it("gives together what JSON.stringify gives at once, however deep", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => {
        expect([...jsonChunks(value)].join("")).toBe(`${JSON.stringify(value, null, 2)}\n`);
      }),
      { numRuns: 300 },
    );
    const holey = { a: undefined, b: [1, { c: undefined }], d: {}, e: [] };
    expect([...jsonChunks(holey)].join("")).toBe(`${JSON.stringify(holey, null, 2)}\n`);
  });

  it("takes a long list apart", () => {
    const pieces = [...jsonChunks({ list: Array.from({ length: 1_000 }, (_, i) => ({ i })) })];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100);
  });

  it("stops at a number that is none, and says which", () => {
    expect(() => [...jsonChunks({ a: { score: Number.NaN } })]).toThrow("score is NaN");
  });
});
