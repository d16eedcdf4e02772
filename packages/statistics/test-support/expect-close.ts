import { expect } from "vitest";

/** Number by number, to an absolute tolerance. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  const apart = Array.from(expected, (value, place) => ({ place, expected: value, actual: actual[place] })).filter(
    (each) => !(Math.abs(each.actual - each.expected) <= tolerance),
  );
  expect(apart).toEqual([]);
  expect(actual.length).toBe(expected.length);
}
