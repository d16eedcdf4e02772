import { describe, expect, it } from "vitest";
import { chiSquareUpper } from "../distribution/chi-square.ts";
import { randomFromSeed, randomFromState } from "./xoshiro.ts";

function firstOf(random: ReturnType<typeof randomFromSeed>, count: number): number[] {
  return Array.from({ length: count }, () => random.nextUint32());
}

describe("random numbers", () => {
  it("follow xoshiro128** as published, state 1, 2, 3, 4", () => {
    expect(firstOf(randomFromState([1, 2, 3, 4]), 6)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it("jump where the published jump function leads, and leave the first stream in place", () => {
    const random = randomFromState([1, 2, 3, 4]);
    expect(firstOf(random.jumped(), 4)).toEqual([1194304935, 745561276, 25819468, 3320478005]);
    expect(random.nextUint32()).toBe(11520);
  });

  it("depend on the seed only, and on all of its bits", () => {
    expect(firstOf(randomFromSeed(7), 4)).toEqual(firstOf(randomFromSeed(7), 4));
    expect(firstOf(randomFromSeed(7), 4)).not.toEqual(firstOf(randomFromSeed(7 + 2 ** 40), 4));
  });

  it("below a limit are equally likely", () => {
    const random = randomFromSeed(3);
    const counts = new Float64Array(7);
    for (let draw = 0; draw < 70_000; draw++) counts[random.nextBelow(7)] += 1;
    const statistic = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquareUpper(statistic, 6)).toBeGreaterThan(0.001);
  });

  it("of the unit interval have the mean and variance of a uniform distribution", () => {
    const random = randomFromSeed(4);
    const units = Array.from({ length: 20_000 }, random.nextUnit);
    const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * units.length));
    expect(units.every((unit) => unit >= 0 && unit < 1)).toBe(true);
  });

  it("refuse a seed or a limit that is not a whole number", () => {
    for (const seed of [-1, 0.5, Number.NaN]) expect(() => randomFromSeed(seed)).toThrow(RangeError);
    expect(() => randomFromSeed(1).nextBelow(0)).toThrow(RangeError);
  });
});
