import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDataset } from "../../test-support/build-dataset.ts";
import { moments } from "./moments.ts";

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const people = fc.array(fc.record({ x: rating, y: rating, w: fc.constantFrom(0, 0.5, 1, 2.25) }), { maxLength: 60 });

describe("moments", () => {
  it("agrees with the definition over complete cases", () => {
    fc.assert(
      fc.property(people, (all) => {
        const dataset = buildDataset({ x: all.map((p) => p.x), y: all.map((p) => p.y) }, { w: all.map((p) => p.w) });
        const m = moments(dataset, [{ column: "x" }, { column: "y" }], [], "w");
        const complete = all.flatMap(({ x, y, w }) => (x === null || y === null || w === 0 ? [] : [{ x, y, w }]));
        const weight = complete.reduce((sum, p) => sum + p.w, 0);
        expect(m.n).toBe(complete.length);
        expect(m.weight).toBeCloseTo(weight, 12);
        expect(m.squaredWeight).toBeCloseTo(
          complete.reduce((sum, p) => sum + p.w * p.w, 0),
          12,
        );
        const mean = (of: (p: { x: number; y: number }) => number) =>
          complete.reduce((sum, p) => sum + p.w * of(p), 0) / weight;
        const xy = complete.reduce((sum, p) => sum + p.w * (p.x - mean((q) => q.x)) * (p.y - mean((q) => q.y)), 0);
        expect(m.crossProducts[1]).toBeCloseTo(complete.length === 0 ? 0 : xy, 9);
        expect(m.crossProducts[1]).toBe(m.crossProducts[2]);
      }),
    );
  });

  it("loses no digits to a large mean", () => {
    const values = Array.from({ length: 2000 }, (_, i) => 1e9 + (i % 2));
    const m = moments(buildDataset({}, { v: values }), [{ column: "v" }], [], null);
    expect(m.crossProducts[0]).toBeCloseTo(500, 6);
  });

  it("takes other values for the answers where they are given", () => {
    const m = moments(buildDataset({ x: [1, 5] }), [{ column: "x", values: [0, 25, 50, 75, 100] }], [], null);
    expect(m.means[0]).toBe(50);
    expect(() => moments(buildDataset({ x: [1] }), [{ column: "x", values: [1] }], [], null)).toThrow(RangeError);
  });

  it("has nobody where the filter lets nobody through", () => {
    const m = moments(buildDataset({ x: [1, 2] }), [{ column: "x" }], [{ column: "x", codes: ["5"] }], null);
    expect(m).toMatchObject({ n: 0, weight: 0 });
    expect([...m.means, ...m.crossProducts]).toEqual([0, 0]);
  });
});
