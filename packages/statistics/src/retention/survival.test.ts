/** Golden values: lifts_survival.json, survey_survival.json and survey_cohort_retention.json of golden/second, through reference/families/retention. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { randomRows, within } from "../../test-support/random-terms.ts";
import { estimated, tested, variant } from "../../test-support/variants.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { churnBetween } from "./churn.ts";
import { cohortRetention } from "./cohort-retention.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { logRankTest, petoTest } from "./log-rank.ts";
import { restrictedMean } from "./restricted-mean.ts";
import { survivalAt } from "./survival-at.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/** Ten contracts in months; four still run. */
const contracts = {
  times: Float64Array.of(3, 5, 5, 8, 8, 10, 12, 15, 15, 20),
  ended: Float64Array.of(1, 1, 0, 1, 1, 0, 1, 0, 1, 0),
};
const curveOf = (durations: typeof contracts, weights: Float64Array | null = null) =>
  estimated(kaplanMeier(durations, weights, 0.95));

/** Stays with a hazard of `rate`, watched for 5–25 months. */
function simulated(random: Random, rates: readonly number[]) {
  const times = new Float64Array(rates.length);
  const ended = new Float64Array(rates.length);
  rates.forEach((rate, row) => {
    const stay = -Math.log(1 - random.nextUnit()) / rate;
    const watched = 5 + 20 * random.nextUnit();
    times[row] = Math.min(stay, watched);
    ended[row] = Number(stay <= watched);
  });
  return { times, ended };
}

describe("the curve of Kaplan and Meier", () => {
  it("multiplies the shares that stay, with Greenwood's error", () => {
    const { steps, left, n } = curveOf(contracts);
    expect(steps.map(({ time }) => time)).toEqual([3, 5, 8, 12, 15]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([10, 9, 7, 4, 3]);
    const survival = [0.9, 0.8, (0.8 * 5) / 7, (0.8 * 5 * 3) / 28, (0.8 * 5 * 3 * 2) / 84];
    steps.forEach((step, k) => {
      expect(step.survival).toBeCloseTo(survival[k], 13);
    });
    const greenwood = 1 / (10 * 9) + 1 / (9 * 8) + 2 / (7 * 5) + 1 / (4 * 3);
    expect(steps[3].standardError).toBeCloseTo(survival[3] * Math.sqrt(greenwood), 13);
    expect({ left, n }).toEqual({ left: 6, n: 10 });
  });

  it("is the plain share where all have left, and says of the last that its error is not known", () => {
    const { steps } = curveOf({ times: contracts.times, ended: new Float64Array(10).fill(1) });
    expect(steps.map(({ survival }) => survival)).toEqual(
      [0.9, 0.7, 0.5, 0.4, 0.3, 0.1, 0].map((share) => expect.closeTo(share, 12)),
    );
    expect(steps.at(-1)).toMatchObject({ survival: 0, standardError: null, interval: null });
    expect(steps[2].standardError).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 10), 12);
  });

  it("does not depend on the order of rows, on the unit of time or on that of weights", () => {
    const own = curveOf(contracts, Float64Array.of(1, 2, 1, 3, 1, 1, 2, 1, 1, 0.5));
    const turned = curveOf(
      { times: contracts.times.map((time) => 30 * time).reverse(), ended: contracts.ended.toReversed() },
      Float64Array.of(1, 2, 1, 3, 1, 1, 2, 1, 1, 0.5)
        .map((weight) => 7 * weight)
        .reverse(),
    );
    own.steps.forEach((step, k) => {
      expect(turned.steps[k].time).toBe(30 * step.time);
      expect(turned.steps[k].survival).toBeCloseTo(step.survival, 12);
      expect(turned.steps[k].standardError).toBeCloseTo(step.standardError ?? 0, 12);
    });
  });

  it("with equal weights is the one without; a weight of 2 gives the curve of the row twice", () => {
    const own = curveOf(contracts);
    const equal = curveOf(contracts, new Float64Array(10).fill(2.5));
    expect(equal.steps[3].standardError).toBeCloseTo(own.steps[3].standardError ?? 0, 12);
    const doubled = curveOf(contracts, Float64Array.of(1, 1, 1, 2, 1, 1, 1, 1, 1, 1));
    const twice = curveOf({
      times: Float64Array.of(...contracts.times, 8),
      ended: Float64Array.of(...contracts.ended, 1),
    });
    expect(doubled.steps[4].survival).toBeCloseTo(twice.steps[4].survival, 12);
    // One customer who counts twice is less certain than two.
    expect(doubled.steps[2].standardError ?? 0).toBeGreaterThan(twice.steps[2].standardError ?? 1);
  });

  it("is known as long as somebody was watched", () => {
    const curve = curveOf(contracts);
    expect(survivalAt(curve, 2)).toMatchObject({ value: 1, standardError: 0, atRisk: 10 });
    expect(survivalAt(curve, 8)).toMatchObject({ value: expect.closeTo(4 / 7, 12), atRisk: 7 });
    expect(survivalAt(curve, 14)).toMatchObject({ value: expect.closeTo(3 / 7, 12), atRisk: 3 });
    expect(survivalAt(curve, 20).kind).toBe("estimated");
    expect(survivalAt(curve, 20.5)).toEqual({ kind: "beyond-follow-up", lastTime: 20 });
    expect(restrictedMean(curve, 21)).toEqual({ kind: "beyond-follow-up", lastTime: 20 });
    const gone = curveOf({ times: contracts.times, ended: new Float64Array(10).fill(1) });
    expect(survivalAt(gone, 99)).toMatchObject({ value: 0, standardError: null });
    expect(estimated(restrictedMean(gone, 99)).value).toBeCloseTo(10.1, 12);
  });

  it("finds the time by which a share has left, in the middle where the curve runs level with it", () => {
    const gone = curveOf({ times: contracts.times, ended: new Float64Array(10).fill(1) });
    expect(survivalQuantile(gone, 0.5)).toMatchObject({ value: 9 });
    expect(survivalQuantile(gone, 0.45)).toMatchObject({ value: 8 });
    expect(survivalQuantile(curveOf(contracts), 0.5)).toMatchObject({ value: 12, lower: 3, upper: null });
    const found = variant(survivalQuantile(curveOf(contracts), 0.95), "not-reached");
    expect(found).toMatchObject({ left: expect.closeTo(5 / 7, 12), lastTime: 20 });
  });

  it("has as its area the mean stay, horizon by horizon", () => {
    const curve = curveOf(contracts);
    const mean = (horizon: number) => estimated(restrictedMean(curve, horizon)).value;
    expect(mean(3)).toBe(3);
    expect(mean(8)).toBeCloseTo(3 + 2 * 0.9 + 3 * 0.8, 12);
    expect(mean(10)).toBeCloseTo(mean(8) + (2 * 4) / 7, 12);
    const [a, b] = [1 / 90, 1 / 72];
    const after5 = 3 * 0.8;
    const variance = (2 * 0.9 + after5) ** 2 * a + after5 ** 2 * b;
    expect(estimated(restrictedMean(curve, 8)).standardError).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it("covers the share that stays, with and without weights, and the mean stay", () => {
    const random = randomFromSeed(6);
    const runs = 400;
    const covered = { loglog: 0, weighted: 0, mean: 0 };
    for (let run = 0; run < runs; run++) {
      const durations = simulated(random, Array(90).fill(0.06));
      const weights = durations.times.map(() => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const truth = Math.exp(-0.06 * 8);
      const holds = (interval: { lower: number; upper: number } | null, value: number) =>
        Number(interval !== null && interval.lower <= value && interval.upper >= value);
      const plain = estimated(kaplanMeier(durations, null, 0.9));
      covered.loglog += holds(estimated(survivalAt(plain, 8)).interval, truth);
      covered.weighted += holds(
        estimated(survivalAt(estimated(kaplanMeier(durations, weights, 0.9)), 8)).interval,
        truth,
      );
      covered.mean += holds(estimated(restrictedMean(plain, 12)).interval, (1 - Math.exp(-0.06 * 12)) / 0.06);
    }
    for (const count of Object.values(covered)) expect(Math.abs(count / runs - 0.9)).toBeLessThan(within(0.9, runs));
  });

  it("gives fit numbers or a variant on any small data, and falls from 1", () => {
    fc.assert(
      fc.property(randomRows, ({ times, binary, weights, groups }) => {
        const durations = { times, ended: binary };
        for (const own of [null, weights]) {
          const curve = kaplanMeier(durations, own, 0.9);
          expect(unfitNumbers(curve.kind === "estimated" ? { ...curve, sorted: null } : curve)).toEqual([]);
          expect(unfitNumbers(churnBetween(durations, own, 1, 4, 0.9))).toEqual([]);
          expect(unfitNumbers(cohortRetention(durations, own, groups, 3, [0, 2, 9], 0.9))).toEqual([]);
          if (curve.kind !== "estimated") continue;
          let last = 1;
          for (const { survival, interval, atRisk, left } of curve.steps) {
            expect(survival).toBeLessThan(last);
            expect(left).toBeLessThanOrEqual(atRisk);
            expect(interval?.lower ?? 0).toBeLessThanOrEqual(survival + 1e-12);
            expect(interval?.upper ?? 1).toBeGreaterThanOrEqual(survival - 1e-12);
            last = survival;
          }
          for (const of of [survivalQuantile(curve, 0.5), restrictedMean(curve, 3), survivalAt(curve, 2)])
            expect(unfitNumbers(of)).toEqual([]);
        }
        expect(unfitNumbers([logRankTest(durations, groups, 3), petoTest(durations, groups, 3)])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses what a caller should not ask", () => {
    const { times, ended } = contracts;
    expect(() => kaplanMeier({ times: times.map((time) => -time), ended }, null, 0.95)).toThrow(RangeError);
    expect(() => kaplanMeier({ times, ended: ended.map((end) => end + 1) }, null, 0.95)).toThrow(RangeError);
    expect(() => kaplanMeier({ times, ended: ended.subarray(1) }, null, 0.95)).toThrow(RangeError);
    expect(() =>
      kaplanMeier(
        contracts,
        times.map(() => -1),
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() => kaplanMeier(contracts, null, 0)).toThrow(RangeError);
    expect(() => survivalAt(curveOf(contracts), -1)).toThrow(RangeError);
    expect(() => survivalQuantile(curveOf(contracts), 1)).toThrow(RangeError);
    expect(() => restrictedMean(curveOf(contracts), 0)).toThrow(RangeError);
    expect(() => churnBetween(contracts, null, 5, 5, 0.95)).toThrow(RangeError);
    expect(() => cohortRetention(contracts, null, new Int32Array(10).fill(2), 2, [1], 0.95)).toThrow(RangeError);
    expect(() => logRankTest(contracts, new Int32Array(10).fill(5), 2)).toThrow(RangeError);
    expect(() => petoTest(contracts, new Int32Array(3), 2)).toThrow(RangeError);
  });
});

describe("churn and cohorts", () => {
  it("count those who were there at the start of the period", () => {
    const whole = curveOf(contracts);
    const at = (time: number) => estimated(survivalAt(whole, time)).value;
    const found = estimated(churnBetween(contracts, null, 5, 12, 0.95));
    expect(found.value).toBeCloseTo(1 - at(12) / at(5), 12);
    expect(found).toMatchObject({ atStart: 7, left: 3 });
    expect(estimated(churnBetween(contracts, null, 0, 8, 0.95)).value).toBeCloseTo(1 - at(8), 12);
    expect(found.interval?.lower ?? 1).toBeLessThan(found.value);
    expect(found.interval?.upper ?? 0).toBeGreaterThan(found.value);
  });

  it("give each cohort its own curve, and a variant where it has not been watched for so long", () => {
    const cohorts = Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 2);
    const [first, second, third, fourth] = cohortRetention(contracts, null, cohorts, 4, [0, 12, 14], 0.95);
    expect(first.n).toBe(7);
    expect(first.retention.map(({ kind }) => kind)).toEqual(["estimated", "estimated", "estimated"]);
    expect(first.retention[1]).toMatchObject({ value: 0 });
    expect(second.retention[2]).toMatchObject({ value: 1, atRisk: 2 });
    expect(third).toMatchObject({ n: 1, retention: Array(3).fill({ kind: "too-few-answers", n: 1, required: 2 }) });
    expect(fourth.n).toBe(0);
  });
});

describe("log-rank tests", () => {
  const groups = Int32Array.of(0, 1, 0, 0, 1, 1, 1, 0, 1, 1);

  it("count leavers against those expected; both add up to all who left", () => {
    const { groups: found, n } = tested(logRankTest(contracts, groups, 2));
    expect(found[0].observed + found[1].observed).toBe(6);
    expect(found[0].expected + found[1].expected).toBeCloseTo(6, 12);
    expect(found[0].expected).toBeCloseTo(4 / 10 + 3 / 9 + (2 * 2) / 7 + 1 / 4 + 1 / 3, 12);
    expect(n).toBe(10);
  });

  it("do not ask in which order groups stand, and leave out a group of nobody", () => {
    const own = tested(logRankTest(contracts, groups, 2));
    const turned = tested(
      logRankTest(
        contracts,
        groups.map((code) => 3 - 2 * code),
        4,
      ),
    );
    expect(turned.statistic).toBeCloseTo(own.statistic, 12);
    expect(turned.degreesOfFreedom).toBe(1);
    expect(turned.groups[0]).toEqual({ n: 0, observed: 0, expected: 0 });
  });

  it("name what is missing", () => {
    expect(logRankTest(contracts, new Int32Array(10), 2)).toEqual({ kind: "too-few-groups", groups: 1, required: 2 });
    const staying = { times: contracts.times, ended: new Float64Array(10) };
    expect(petoTest(staying, groups, 2)).toEqual({ kind: "no-variation" });
  });

  it("reject a true null as often as they say with groups of 90, 40 and 20, and find one that leaves faster", () => {
    const random = randomFromSeed(15);
    const codes = Int32Array.from({ length: 150 }, (_, row) => (row < 90 ? 0 : row < 130 ? 1 : 2));
    const runs = 500;
    const rejected = { logRank: 0, peto: 0, power: 0 };
    for (let run = 0; run < runs; run++) {
      const durations = simulated(random, Array(150).fill(0.08));
      rejected.logRank += Number(tested(logRankTest(durations, codes, 3)).pValue < 0.1);
      rejected.peto += Number(tested(petoTest(durations, codes, 3)).pValue < 0.1);
      const faster = simulated(
        random,
        Array.from(codes, (code) => (code === 2 ? 0.2 : 0.08)),
      );
      rejected.power += Number(tested(logRankTest(faster, codes, 3)).pValue < 0.1);
    }
    expect(Math.abs(rejected.logRank / runs - 0.1)).toBeLessThan(within(0.1, runs));
    expect(Math.abs(rejected.peto / runs - 0.1)).toBeLessThan(within(0.1, runs));
    expect(rejected.power / runs).toBeGreaterThan(0.8);
  });
});
