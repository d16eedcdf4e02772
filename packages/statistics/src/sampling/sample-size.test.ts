import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { variant } from "../../test-support/variants.ts";
import { normalTwoSided } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { powerForMeans, powerForShares, sampleSizeForMeans, sampleSizeForShares } from "./power.ts";
import { marginOfAnswers, type SamplePlan, sampleSizeForMean, sampleSizeForShare } from "./sample-size.ts";

const infinite: SamplePlan = {
  margin: 0.05,
  confidence: 0.95,
  population: Number.POSITIVE_INFINITY,
  designEffect: 1,
  responseRate: 1,
};

describe("sample sizes", () => {
  it("are those of the tables in every textbook", () => {
    expect(variant(sampleSizeForShare(0.5, infinite), "sized").answers).toBe(385);
    expect(variant(sampleSizeForShare(0.5, { ...infinite, population: 1000 }), "sized").answers).toBe(278);
    const invited = variant(sampleSizeForShare(0.5, { ...infinite, designEffect: 1.5, responseRate: 0.3 }), "sized");
    expect([invited.answers, invited.invitations]).toEqual([577, 1921]);
    expect(variant(sampleSizeForMean(1.2, { ...infinite, margin: 0.1 }), "sized").answers).toBe(554);
  });

  it("give the margin they were made for", () => {
    const plan = fc.record({
      margin: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
      confidence: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      population: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 1_000_000 })),
      designEffect: fc.double({ min: 0.5, max: 4, noNaN: true }),
      responseRate: fc.constant(1),
    });
    fc.assert(
      fc.property(plan, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const found = sampleSizeForShare(share, given);
        if (found.kind !== "sized") {
          expect(found.invitations).toBeGreaterThan(found.population);
          return;
        }
        expect(found.simpleRandom).toBeLessThanOrEqual(found.infinitePopulation + 1e-9);
        const deviation = Math.sqrt(share * (1 - share));
        const reached = marginOfAnswers(found.answers, deviation, given);
        expect(unfitNumbers(reached)).toEqual([]);
        expect(reached).toBeLessThanOrEqual(given.margin * (1 + 1e-9));
        // One answer less would not do, where one matters.
        if (found.answers < 3 || found.infinitePopulation === 1) return;
        expect(marginOfAnswers(found.answers - 1, deviation, given)).toBeGreaterThan(given.margin * (1 - 1e-9));
      }),
      { numRuns: 300 },
    );
  });

  it("say that a population is too small to invite, and that a census has no margin", () => {
    const few = { ...infinite, population: 300, responseRate: 0.2 };
    expect(sampleSizeForShare(0.5, few)).toEqual({ kind: "population-too-small", population: 300, invitations: 844 });
    expect(marginOfAnswers(300, 0.5, few)).toBe(0);
    // 1.96 · √(p(1 − p)/n · (N − n)/(N − 1))
    expect(marginOfAnswers(150, 0.5, few)).toBeCloseTo(1.959963984540054 * Math.sqrt((0.25 / 150) * (150 / 299)), 12);
    expect(variant(sampleSizeForShare(1, infinite), "sized").answers).toBe(1);
    // A census has no sampling error whatever its design; deff multiplies the variance, not the size.
    expect(marginOfAnswers(300, 0.5, { ...few, designEffect: 2 })).toBe(0);
    expect(marginOfAnswers(150, 0.5, { ...few, designEffect: 2 })).toBeCloseTo(
      1.959963984540054 * Math.sqrt(2 * (0.25 / 150) * (150 / 299)),
      12,
    );
    const clustered = { ...infinite, population: 1000, designEffect: 1.5 };
    // n₀ = 384.15 · 1.5 = 576.2; 576.2/(1 + 575.2/1000) = 365.8. The size corrected first would have asked 417.
    expect(variant(sampleSizeForShare(0.5, clustered), "sized").answers).toBe(366);
  });

  it("keep a share's margin at the confidence it names", () => {
    const random = randomFromSeed(8);
    const { answers } = variant(sampleSizeForShare(0.3, { ...infinite, margin: 0.04 }), "sized");
    const runs = 2000;
    let within = 0;
    for (let run = 0; run < runs; run++) within += Number(Math.abs(shareOf(random, 0.3, answers) - 0.3) <= 0.04);
    expect(Math.abs(within / runs - 0.95)).toBeLessThan(0.005 + 3 * Math.sqrt((0.95 * 0.05) / runs));
  });

  it("refuse what a caller should not ask", () => {
    const faults: (() => unknown)[] = [
      () => sampleSizeForShare(1.1, infinite),
      () => sampleSizeForMean(-1, infinite),
      () => sampleSizeForShare(0.5, { ...infinite, margin: 0 }),
      () => sampleSizeForShare(0.5, { ...infinite, confidence: 1 }),
      () => sampleSizeForShare(0.5, { ...infinite, population: 0 }),
      () => sampleSizeForShare(0.5, { ...infinite, designEffect: 0 }),
      () => sampleSizeForShare(0.5, { ...infinite, responseRate: 0 }),
      () => marginOfAnswers(10, 1, { ...infinite, population: 9 }),
      () => marginOfAnswers(10, -1, infinite),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});

describe("power", () => {
  it("agrees with R where R solves to the last digit", () => {
    // power.prop.test(p1 = .7, p2 = .75, power = .8, tol = 1e-12)$n; power.t.test(delta = .3, sd = 1.2, power = .9, tol = 1e-12)$n
    const shares = variant(sampleSizeForShares({ first: 0.7, second: 0.75 }, 0.8, 0.05), "sized");
    expect(shares.perGroup).toBeCloseTo(1250.71673343561, 7);
    expect(shares.answersPerGroup).toBe(1251);
    const means = variant(sampleSizeForMeans({ difference: -0.3, standardDeviation: 1.2 }, 0.9, 0.05), "sized");
    expect(means.perGroup).toBeCloseTo(337.200798088759, 7);
    // power.t.test(n = 4, delta = 2, sd = 1)$power; power.prop.test(n = 30, p1 = .5, p2 = .75)$power
    expect(powerForMeans({ difference: 2, standardDeviation: 1 }, 4, 0.05)).toBeCloseTo(0.656871298789, 11);
    expect(powerForShares({ first: 0.5, second: 0.75 }, 30, 0.05)).toBeCloseTo(0.516527921152, 11);
  });

  it("is undone by the size", () => {
    const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0.3, max: 0.99, noNaN: true }), (first, second, power) => {
        const found = sampleSizeForShares({ first, second }, power, 0.05);
        if (found.kind === "no-difference" || found.perGroup === 1) return;
        expect(powerForShares({ first, second }, found.perGroup, 0.05)).toBeCloseTo(power, 9);
        expect(sampleSizeForShares({ first: second, second: first }, power, 0.05)).toEqual(found);
      }),
    );
    for (const difference of [0.01, 0.4, 3, 20]) {
      const found = variant(sampleSizeForMeans({ difference, standardDeviation: 2 }, 0.8, 0.1), "sized");
      expect(unfitNumbers(found)).toEqual([]);
      if (found.perGroup > 2) {
        expect(powerForMeans({ difference, standardDeviation: 2 }, found.perGroup, 0.1)).toBeCloseTo(0.8, 8);
      }
    }
  });

  it("has no size where there is nothing to see", () => {
    expect(sampleSizeForShares({ first: 0.4, second: 0.4 }, 0.8, 0.05)).toEqual({ kind: "no-difference" });
    expect(sampleSizeForMeans({ difference: 0, standardDeviation: 1 }, 0.8, 0.05)).toEqual({ kind: "no-difference" });
    expect(sampleSizeForMeans({ difference: 1e-9, standardDeviation: 1 }, 0.8, 0.05)).toEqual({
      kind: "no-difference",
    });
    expect(powerForShares({ first: 0, second: 1 }, 50, 0.05)).toBe(1);
  });

  it("is what simulated surveys have", () => {
    const random = randomFromSeed(9);
    const shares = { first: 0.62, second: 0.74 };
    const { answersPerGroup: n } = variant(sampleSizeForShares(shares, 0.8, 0.05), "sized");
    const runs = 1500;
    let significant = 0;
    for (let run = 0; run < runs; run++) {
      const [a, b] = [shareOf(random, shares.first, n), shareOf(random, shares.second, n)];
      const pooled = (a + b) / 2;
      significant += Number(normalTwoSided((a - b) / Math.sqrt((2 * pooled * (1 - pooled)) / n)) < 0.05);
    }
    expect(Math.abs(significant / runs - 0.8)).toBeLessThan(0.01 + 3 * Math.sqrt((0.8 * 0.2) / runs));
  });

  it("refuses what a caller should not ask", () => {
    const faults: (() => unknown)[] = [
      () => powerForShares({ first: -0.1, second: 0.5 }, 10, 0.05),
      () => powerForShares({ first: 0.1, second: 0.5 }, 0, 0.05),
      () => powerForMeans({ difference: 1, standardDeviation: 0 }, 10, 0.05),
      () => powerForMeans({ difference: Number.NaN, standardDeviation: 1 }, 10, 0.05),
      () => powerForMeans({ difference: 1, standardDeviation: 1 }, 1, 0.05),
      () => sampleSizeForShares({ first: 0.1, second: 0.5 }, 1, 0.05),
      () => sampleSizeForMeans({ difference: 1, standardDeviation: 1 }, 0.8, 0),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});

function shareOf(random: Random, share: number, n: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) count += Number(random.nextUnit() < share);
  return count / n;
}
