import { describe, expect, it } from "vitest";
import { medianOf } from "./repeat.ts";

describe("the median of runs", () => {
  it.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[4, 1, 100, 2], 3],
  ])("of %j is %d", async (values, median) => {
    expect(await medianOf(values.length, (run) => values[run] ?? Number.NaN)).toBe(median);
  });

  it("needs at least one run", async () => {
    await expect(medianOf(0, () => 1)).rejects.toThrow(RangeError);
  });
});
