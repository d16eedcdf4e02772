import { describe, expect, it } from "vitest";
import { fixedScale, niceScale, niceStep } from "./linear-scale.ts";

describe("niceScale", () => {
  it("covers all values and ends on ticks", () => {
    const scale = niceScale([62.1, 88.4], { from: 0, to: 100 }, [0, 500], 6);
    expect(scale.from).toBeLessThanOrEqual(62.1);
    expect(scale.to).toBeGreaterThanOrEqual(88.4);
    expect(scale.ticks.at(0)).toBe(scale.from);
    expect(scale.ticks.at(-1)).toBe(scale.to);
  });

  it("never leaves the limits of the measure", () => {
    const scale = niceScale([-5, 104], { from: 0, to: 100 }, [0, 500], 6);
    expect([scale.from, scale.to]).toEqual([0, 100]);
  });

  it("does not make a landslide of a tenth of a point", () => {
    const scale = niceScale([74.9, 75], { from: 0, to: 100 }, [0, 500], 6);
    expect(scale.to - scale.from).toBeGreaterThanOrEqual(20);
  });
});

describe("fixedScale", () => {
  it("puts values outside the axis on its end", () => {
    const scale = fixedScale({ from: 0, to: 10 }, [100, 200], 5);
    expect([-1, 0, 5, 10, 11].map(scale.at)).toEqual([100, 100, 150, 200, 200]);
  });
});

describe("niceStep", () => {
  it.each([
    [0.9, 1],
    [1.2, 2],
    [2.2, 2.5],
    [3, 5],
    [7, 10],
    [0.03, 0.05],
  ])("rounds %d up to %d", (wanted, step) => {
    expect(niceStep(wanted)).toBeCloseTo(step, 12);
  });
});
