import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDataset } from "../../test-support/build-dataset.ts";
import { answerPosition, statePosition, tabulate } from "./tabulate.ts";

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const survey = fc.array(fc.record({ q: rating, g: rating, w: fc.constantFrom(0, 0.5, 1, 2.25) }), {
  minLength: 1,
  maxLength: 60,
});

describe("tabulate", () => {
  it("agrees with counting one by one, with filter and weight", () => {
    fc.assert(
      fc.property(survey, fc.subarray(["1", "2", "3", "4", "5"]), (people, codes) => {
        const dataset = buildDataset(
          { q: people.map((p) => p.q), g: people.map((p) => p.g) },
          { w: people.map((p) => p.w) },
        );
        const cells = tabulate(dataset, ["g", "q"], [{ column: "g", codes }], "w");
        for (let g = 1; g <= 5; g++) {
          for (let q = 1; q <= 5; q++) {
            const inCell = people.filter((p) => p.g === g && p.q === q && p.w > 0 && codes.includes(String(g)));
            const cell = answerPosition(g - 1) * cells.dimensions[1].size + answerPosition(q - 1);
            expect(cells.count[cell]).toBe(inCell.length);
            expect(cells.weight[cell]).toBeCloseTo(
              inCell.reduce((sum, p) => sum + p.w, 0),
              12,
            );
            expect(cells.squaredWeight[cell]).toBeCloseTo(
              inCell.reduce((sum, p) => sum + p.w * p.w, 0),
              12,
            );
          }
        }
      }),
    );
  });

  it("counts those who meet every condition of a filter, not one of them", () => {
    const dataset = buildDataset({ q: [1, 1, 2, 2, null], g: [1, 2, 1, 2, 1] });
    const filter = [
      { column: "q", codes: ["1", "3"] },
      { column: "g", codes: ["1", "5"] },
    ];
    const cells = tabulate(dataset, ["q", "g"], filter, null);
    expect(cells.count.reduce((a, b) => a + b, 0)).toBe(1);
    const [q, g] = [answerPosition(0), answerPosition(0)];
    expect(cells.count[q * cells.dimensions[1].size + g]).toBe(1);
    expect(tabulate(dataset, ["q"], filter.toReversed(), null).count.reduce((a, b) => a + b, 0)).toBe(1);
  });

  it("keeps those without a rating apart from the answers", () => {
    const cells = tabulate(buildDataset({ q: [5, null, null] }), ["q"], [], null);
    expect(cells.count[statePosition("skipped")]).toBe(2);
    expect(cells.count[statePosition("dont-know")]).toBe(0);
    expect(cells.count[answerPosition(4)]).toBe(1);
  });

  it("counts everybody somewhere", () => {
    const cells = tabulate(buildDataset({ q: [1, 2, null], g: [null, 1, null] }), ["q", "g"], [], null);
    expect(cells.count.reduce((a, b) => a + b, 0)).toBe(3);
  });

  it("refuses a table too large to hold and a column that has no codes", () => {
    const wide = buildDataset({ a: [1], b: [1] }, { w: [1] }, 5000);
    expect(() => tabulate(wide, ["a", "b"], [], null)).toThrow(RangeError);
    expect(() => tabulate(wide, ["w"], [], null)).toThrow(RangeError);
    expect(() => tabulate(wide, ["a"], [{ column: "w", codes: [] }], null)).toThrow(RangeError);
  });
});
