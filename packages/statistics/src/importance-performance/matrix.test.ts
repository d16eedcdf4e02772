import { describe, expect, it } from "vitest";
import { meansCrosshair, mediansCrosshair, placeItems, scaleCrosshair, targetCrosshair } from "./matrix.ts";

describe("importance–performance matrix", () => {
  it("counts a value on a line as high", () => {
    const [item] = placeItems([{ performance: 3, importance: 4 }], targetCrosshair(3, 4));
    expect(item).toMatchObject({ quadrant: "keep-up", gap: -1, isAboveDiagonal: true });
  });

  it("names the quadrant of each combination", () => {
    const points = [
      [1, 5],
      [1, 1],
      [5, 1],
      [5, 5],
    ].map(([performance, importance]) => ({ performance, importance }));
    const quadrants = placeItems(points, targetCrosshair(3, 3)).map(({ quadrant }) => quadrant);
    expect(quadrants).toEqual(["concentrate-here", "low-priority", "possible-overkill", "keep-up"]);
  });

  it("refuses a crosshair without items and points that are not finite", () => {
    expect(() => meansCrosshair([])).toThrow(RangeError);
    expect(() => mediansCrosshair([])).toThrow(RangeError);
    expect(() => targetCrosshair(Number.NaN, 1)).toThrow(RangeError);
    expect(() => scaleCrosshair({ minimum: 5, maximum: 1 }, { minimum: 1, maximum: 5 })).toThrow(RangeError);
    expect(() => placeItems([{ performance: Number.NaN, importance: 1 }], targetCrosshair(1, 1))).toThrow(RangeError);
  });
});
