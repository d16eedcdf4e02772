/** Golden values: golden/second/expected/survey_trend_spc.json, through reference/families/trend. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { differenceOfMeans } from "../comparison/difference.ts";
import { proportionTrend } from "../crosstab/proportion-trend.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { mannWhitney } from "../groups/mann-whitney.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { meanEstimate } from "../scores/mean.ts";
import { shareEstimate } from "../scores/share.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { jonckheere } from "./jonckheere.ts";
import { linearTrend } from "./linear-trend.ts";
import { mannKendall } from "./mann-kendall.ts";
import { senSlope } from "./sen-slope.ts";
import { trendOfEstimates } from "./trend-of-estimates.ts";
import { trendWithKnownErrors } from "./trend-with-known-errors.ts";

const value = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN));
const points = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), value), { maxLength: 12 })
  .map((pairs) => ({ times: pairs.map(([time]) => time), values: pairs.map(([, each]) => each) }));
const wave = (value: number, standardError: number, effectiveN = 50) => {
  return { value, standardError, n: 60, weightedBase: 60, effectiveN };
};
const waves = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }), { maxLength: 5 });

function allTrends({ times, values }: { readonly times: readonly number[]; readonly values: readonly number[] }) {
  const columns = [Float64Array.from(times), Float64Array.from(values)] as const;
  const weights = Float64Array.from(times, (_, row) => [0, 1, 2.5][row % 3]);
  return [
    linearTrend(...columns, null, 0.95),
    linearTrend(...columns, weights, 0.95),
    mannKendall(times, values),
    senSlope(times, values, 0.8),
  ];
}

describe("a trend", () => {
  it("gives fit numbers or a variant, whatever the data", () => {
    fc.assert(
      fc.property(points, waves, (series, groups) => {
        for (const result of allTrends(series)) expect(unfitNumbers(result)).toEqual([]);
        expect(unfitNumbers(jonckheere(groups.map((group) => tallyOf(group))))).toEqual([]);
        const estimates = series.values.map((each, index) =>
          wave(each || 0, Math.max(0, each - 1) || 0, [0, 1, 1.4, 9][index % 4]),
        );
        expect(unfitNumbers(trendOfEstimates(series.times, estimates, 0.95))).toEqual([]);
        expect(unfitNumbers(trendWithKnownErrors(series.times, estimates, 0.95))).toEqual([]);
      }),
    );
  });

  it("changes its sign when time runs backwards", () => {
    fc.assert(
      fc.property(points, (series) => {
        const reversed = allTrends({ ...series, times: series.times.map((time) => -time) });
        allTrends(series).forEach((own, index) => {
          const other = reversed[index];
          expect(other?.kind).toBe(own.kind);
          if (own.kind === "tested" && other?.kind === "tested") {
            expect(other.statistic).toBe(own.statistic === 0 ? 0 : -own.statistic);
            expect(other.pValue).toBeCloseTo(own.pValue, 12);
          }
          if (own.kind !== "estimated" || other?.kind !== "estimated") return;
          if ("slope" in own && "slope" in other) expect(other.slope.value).toBeCloseTo(-own.slope.value, 9);
          if ("value" in own && "value" in other) expect(other.value).toBeCloseTo(-own.value, 9);
        });
      }),
    );
  });

  it("depends on the order of the waves, not on the order in which they are given", () => {
    const times = [1, 2, 3, 4, 5, 6];
    const values = [61, 63, 62, 66, 67, 70];
    const shuffled = [3, 0, 5, 1, 4, 2];
    const pick = (from: readonly number[]) => shuffled.map((place) => from[place]);
    expect(mannKendall(pick(times), pick(values))).toEqual(mannKendall(times, values));
    expect(senSlope(pick(times), pick(values), 0.9)).toEqual(senSlope(times, values, 0.9));
    expect(tested(mannKendall(times, pick(values))).statistic).not.toBe(tested(mannKendall(times, values)).statistic);
  });

  it("is a change a unit of time, also at unequal distances", () => {
    // Quarterly, then yearly: 2 points a year throughout.
    const years = [0, 0.25, 0.5, 0.75, 1, 2, 3];
    const values = years.map((year, index) => 60 + 2 * year + (index % 2 ? 0.01 : -0.01));
    expect(estimated(senSlope(years, values, 0.9)).value).toBeCloseTo(2, 1);
    expect(
      estimated(linearTrend(Float64Array.from(years), Float64Array.from(values), null, 0.9)).slope.value,
    ).toBeCloseTo(2, 1);
    const estimates = values.map((each) => wave(each, 1));
    expect(estimated(trendOfEstimates(years, estimates, 0.9)).value).toBeCloseTo(2, 1);
    const months = years.map((year) => 12 * year);
    expect(estimated(senSlope(months, values, 0.9)).value).toBeCloseTo(
      estimated(senSlope(years, values, 0.9)).value / 12,
      12,
    );
  });

  it("takes the median of all slopes, so one wave cannot make it", () => {
    const values = [50, 51, 52, 53, 99, 55, 56];
    expect(estimated(senSlope([1, 2, 3, 4, 5, 6, 7], values, 0.9)).value).toBeCloseTo(1, 12);
  });

  it("has Sen's limits where R puts them, with ties", () => {
    // R 4.2.2: sorted slopes of all pairs, ranks (N − C)/2 and (N + C)/2 + 1 by proportion, C = qnorm(.95) sqrt(64.333…)
    const values = [61, 63, 62, 66, 67, 70, 66, 75];
    const { value, interval } = estimated(senSlope([1, 2, 3, 4, 5, 6, 7, 8], values, 0.9));
    if (!("lower" in interval)) throw new Error(interval.kind);
    expect(value).toBeCloseTo(1.775, 12);
    expect(interval.lower).toBeCloseTo(0.90057897534866, 12);
    expect(interval.upper).toBeCloseTo(2.5, 12);
    expect(tested(mannKendall([1, 2, 3, 4, 5, 6, 7, 8], values)).variance).toBeCloseTo(64.3333333333333, 11);
  });

  it("of estimates counts each wave by its certainty", () => {
    const waves = [wave(60, 1, 1e6), wave(64, 1, 1e6), wave(10, 1000, 1)];
    for (const line of [trendOfEstimates([1, 2, 3], waves, 0.95), trendWithKnownErrors([1, 2, 3], waves, 0.95)]) {
      expect(estimated(line).value).toBeCloseTo(4, 3);
    }
    const equal = [60, 62, 66].map((each) => wave(each, 2));
    const straight = estimated(trendOfEstimates([1, 2, 4], equal, 0.95));
    const known = estimated(trendWithKnownErrors([1, 2, 4], equal, 0.95));
    for (const line of [straight, known]) {
      expect(line.value).toBeCloseTo(2, 12);
      expect(line.departure?.statistic).toBeCloseTo(0, 12);
      expect(line.standardError).toBeCloseTo(2 / Math.sqrt(14 / 3), 12);
    }
    expect([straight.n, straight.weightedBase, straight.effectiveN]).toEqual([180, 180, 150]);
    expect(estimated(trendOfEstimates([1, 2], waves.slice(0, 2), 0.95)).departure).toBeNull();
  });

  it("of two waves is Welch's test, and of unanimous waves takes the spread of all", () => {
    const [a, b] = [Float64Array.of(3, 4, 5, 2, 3), Float64Array.of(5, 5, 6, 4, 4, 5, 9, 9)];
    const sums = [a, b].map((column) => sumsOfColumn(column, null, column.length));
    const line = estimated(
      trendOfEstimates(
        [1, 3],
        sums.map((each) => estimated(meanEstimate(each, 0.95))),
        0.95,
      ),
    );
    const welch = estimated(differenceOfMeans(sums[1], sums[0], 0.95));
    expect(line.value).toBeCloseTo(welch.value / 2, 12);
    expect([line.pValue, line.degreesOfFreedom, line.statistic]).toEqual([
      expect.closeTo(welch.pValue, 12),
      expect.closeTo(welch.degreesOfFreedom ?? 0, 10),
      expect.closeTo(welch.statistic, 12),
    ]);
    expect(line.n).toBe(13);
    // Wave 3 is unanimous: its variance is the mean (0.8² + 0.6² + 0)/3 of waves of one size, not 0, and its value counts.
    const unanimous = [wave(50, 0.8, 25), wave(52, 0.6, 25), wave(60, 0, 25)];
    const found = estimated(trendOfEstimates([1, 2, 3], unanimous, 0.95));
    expect(found.value).toBeCloseTo(5, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.64 + 1 / 3) / 2, 12);
    // What is said of degrees of freedom is taken, such as clusters less one.
    const clustered = unanimous.map((each) => ({ ...each, degreesOfFreedom: 3 }));
    expect(estimated(trendOfEstimates([1, 2, 3], clustered, 0.95)).degreesOfFreedom).toBeLessThan(6);
  });

  it("of ordered groups is Mann and Whitney's with two of them", () => {
    fc.assert(
      fc.property(waves, ([a = [], b = []]) => {
        const [earlier, later] = [tallyOf(a), tallyOf(b)];
        const [own, other] = [jonckheere([earlier, later]), mannWhitney(later, earlier)];
        if (own.kind !== "tested" || other.kind !== "tested") return;
        expect(own.statistic).toBeCloseTo(other.statistic, 10);
        expect(own.pValue).toBeCloseTo(other.pValueWithoutContinuity, 9);
      }),
    );
  });

  it("of a few waves has its exact p from all their orders", () => {
    // All 24 orders of four waves: only the two sorted ones reach |S| = 6.
    const four = tested(mannKendall([1, 2, 3, 4], [60, 61, 62, 63]));
    expect(four.exactPValue).toBeCloseTo(2 / 24, 12);
    expect(four.tau).toBe(1);
    expect(tested(mannKendall([1, 2, 3, 4], [60, 60, 62, 63])).exactPValue).toBeNull();
  });

  it("names what is missing", () => {
    expect(mannKendall([1, 2], [3, 4])).toEqual({ kind: "too-few-waves", waves: 2, required: 3 });
    expect(mannKendall([1, 2, 3], [4, 4, 4])).toEqual({ kind: "no-variation" });
    expect(senSlope([1], [4], 0.9)).toEqual({ kind: "too-few-waves", waves: 1, required: 2 });
    expect(senSlope([1, 1], [4, 5], 0.9)).toEqual({ kind: "no-variation" });
    expect(senSlope([1, 2, 3, 4], [5, 5, 5, 5], 0.95)).toEqual({ kind: "no-variation" });
    expect(estimated(senSlope([1, 2, 3], [4, 5, 7], 0.95)).interval).toEqual({
      kind: "too-few-waves",
      waves: 3,
      required: 6,
    });
    expect(jonckheere([tallyOf([1]), tallyOf([])])).toEqual({ kind: "too-few-groups", groups: 1, required: 2 });
    expect(jonckheere([tallyOf([1, 1]), tallyOf([1])])).toEqual({ kind: "no-variation" });
    const two = [Float64Array.of(1, 2), Float64Array.of(1, 2)] as const;
    expect(linearTrend(...two, null, 0.95)).toEqual({ kind: "too-few-answers", n: 2, required: 3 });
    expect(linearTrend(new Float64Array(5), Float64Array.of(1, 2, 3, 4, 5), null, 0.95)).toEqual({
      kind: "no-variation",
    });
    expect(
      trendOfEstimates(
        [1, 1],
        [1, 2].map((each) => wave(each, 1)),
        0.95,
      ).kind,
    ).toBe("too-few-waves");
    const none = [wave(1, 1, 0), wave(2, 1)];
    expect(trendOfEstimates([1, 2], none, 0.95)).toEqual({ kind: "too-few-waves", waves: 1, required: 2 });
    expect(
      trendOfEstimates(
        [1, 2, 3],
        [1, 2, 5].map((each) => wave(each, 0)),
        0.95,
      ),
    ).toEqual({ kind: "no-variation" });
  });

  it("refuses lengths that differ, times that are none, and a confidence outside (0, 1)", () => {
    expect(() => mannKendall([1, 2], [1])).toThrow(RangeError);
    expect(() => senSlope([1, Number.NaN], [1, 2], 0.9)).toThrow(RangeError);
    expect(() => senSlope([1, 2], [1, 2], 1)).toThrow(RangeError);
    expect(() => senSlope([1, 2], [1, Number.POSITIVE_INFINITY], 0.9)).toThrow(RangeError);
    expect(() => mannKendall([1, 2, 3], [1, Number.NEGATIVE_INFINITY, 2])).toThrow(RangeError);
    expect(() => linearTrend(new Float64Array(2), new Float64Array(3), null, 0.9)).toThrow(RangeError);
    expect(() => linearTrend(new Float64Array(2), new Float64Array(2), Float64Array.of(1, -1), 0.9)).toThrow(
      RangeError,
    );
    expect(() => trendOfEstimates([1], [], 0.9)).toThrow(RangeError);
    expect(() => trendOfEstimates([Number.POSITIVE_INFINITY], [wave(1, 1)], 0.9)).toThrow(RangeError);
    expect(() => trendOfEstimates([1], [wave(1, -1)], 0.9)).toThrow(RangeError);
    expect(() => trendOfEstimates([1], [{ ...wave(1, 1), degreesOfFreedom: 0 }], 0.9)).toThrow(RangeError);
    expect(() => trendWithKnownErrors([1], [], 0.9)).toThrow(RangeError);
    expect(() => jonckheere([tallyOf([1, 2], [1, 1])])).toThrow(RangeError);
  });
});

const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
const within = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);

describe("the level and coverage of trends", () => {
  it("hold for waves of unequal size and distance without a trend", () => {
    const random = randomFromSeed(48);
    const runs = 800;
    const [sizes, at] = [
      [20, 70, 15, 45],
      [1, 2, 5, 6],
    ];
    let [line, weighted, ordered, shares] = [0, 0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const groups = sizes.map((n) =>
        Float64Array.from({ length: n }, () => Math.max(1, Math.min(5, Math.round(3.7 + 1.1 * normal(random))))),
      );
      const times = Float64Array.from(groups.flatMap((group, wave) => Array<number>(group.length).fill(at[wave])));
      const values = Float64Array.from(groups.flatMap((group) => [...group]));
      const weights = values.map(() => 0.5 + random.nextUnit());
      line += Number(estimated(linearTrend(times, values, null, 0.95)).slope.pValue < 0.05) / runs;
      weighted += Number(estimated(linearTrend(times, values, weights, 0.95)).slope.pValue < 0.05) / runs;
      ordered += Number(tested(jonckheere(groups.map((group) => tallyOf(group)))).pValue < 0.05) / runs;
      const top = groups.map((group) => group.filter((each) => each >= 4).length);
      shares += Number(tested(proportionTrend(top, sizes, at)).pValue < 0.05) / runs;
    }
    for (const rate of [line, ordered, shares]) expect(Math.abs(rate - 0.05)).toBeLessThan(within(runs));
    // The linearised slope rests on few waves' answers: one point.
    expect(Math.abs(weighted - 0.05)).toBeLessThan(0.01 + within(runs));
  });

  it("hold for a series of few waves, by the exact p, and Sen's interval covers", () => {
    const random = randomFromSeed(49);
    const runs = 1500;
    let [exact, covered] = [0, 0];
    const times = [1, 2, 3, 4, 6, 7, 8, 12, 13];
    for (let run = 0; run < runs; run++) {
      const values = times.map((time) => 0.4 * time + normal(random));
      const noise = times.map(() => normal(random));
      exact += Number((tested(mannKendall(times, noise)).exactPValue ?? 1) < 0.05) / runs;
      const { interval } = estimated(senSlope(times, values, 0.9));
      if ("lower" in interval) covered += Number(interval.lower <= 0.4 && 0.4 <= interval.upper) / runs;
    }
    // The exact test has steps: the largest level below 5 % that nine waves allow is 4.4 %.
    expect(exact).toBeLessThan(0.05 + within(runs));
    expect(exact).toBeGreaterThan(0.025);
    expect(Math.abs(covered - 0.9)).toBeLessThan(0.02 + 4 * Math.sqrt(0.09 / runs));
  });

  it("hold for the trend of a few small waves, which that with known errors does not", () => {
    const random = randomFromSeed(51);
    const runs = 2000;
    const cases = [
      { sizes: [4, 4, 4], spread: [1, 1, 1] },
      { sizes: [6, 40, 9, 25], spread: [1, 3, 0.5, 2] },
      { sizes: [10, 10, 10, 10, 10, 10, 10, 10], spread: [1, 1, 1, 1, 1, 1, 1, 1] },
    ];
    for (const { sizes, spread } of cases) {
      let [rejected, departed, covered, asKnown] = [0, 0, 0, 0];
      const times = sizes.map((_, index) => index + Number(index > 2));
      for (let run = 0; run < runs; run++) {
        const estimates = sizes.map((n, index) => {
          const answers = Float64Array.from(
            { length: n },
            () => 70 + 0.5 * times[index] + spread[index] * normal(random),
          );
          return estimated(meanEstimate(sumsOfColumn(answers, null, n), 0.95));
        });
        const { interval, departure } = estimated(trendOfEstimates(times, estimates, 0.95));
        covered += Number(interval.lower <= 0.5 && 0.5 <= interval.upper) / runs;
        departed += Number((departure?.pValue ?? 1) < 0.05) / runs;
        const flat = estimates.map((each, index) => ({ ...each, value: each.value - 0.5 * times[index] }));
        rejected += Number(estimated(trendOfEstimates(times, flat, 0.95)).pValue < 0.05) / runs;
        asKnown += Number(estimated(trendWithKnownErrors(times, flat, 0.95)).pValue < 0.05) / runs;
      }
      expect(Math.abs(rejected - 0.05)).toBeLessThan(0.01 + within(runs));
      expect(Math.abs(covered - 0.95)).toBeLessThan(0.01 + within(runs));
      expect(Math.abs(departed - 0.05)).toBeLessThan(0.01 + within(runs));
      expect(asKnown).toBeGreaterThan(0.075);
    }
  });

  it("hold for shares of few answers, also where a wave is unanimous", () => {
    const random = randomFromSeed(52);
    const runs = 1500;
    const [times, sizes] = [
      [1, 2, 3, 4, 6],
      [10, 14, 10, 30, 12],
    ];
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const estimates = sizes.map((n) => {
        const tally = tallyOf(Float64Array.from({ length: n }, () => Number(random.nextUnit() < 0.85)));
        return estimated(shareEstimate(tally, (each) => each === 1, 0.95));
      });
      const found = trendOfEstimates(times, estimates, 0.95);
      rejected += Number(found.kind === "estimated" && found.pValue < 0.05) / runs;
    }
    expect(rejected).toBeLessThan(0.05 + within(runs));
    expect(rejected).toBeGreaterThan(0.02);
  });

  it("hold for the line through estimates whose errors are known", () => {
    const random = randomFromSeed(50);
    const runs = 1500;
    const [times, errors] = [
      [1, 2, 4, 5, 9],
      [0.5, 2, 1, 3, 0.7],
    ];
    let [rejected, departed] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const estimates = errors.map((standardError) => ({ value: 70 + standardError * normal(random), standardError }));
      const { pValue, departure } = estimated(trendWithKnownErrors(times, estimates, 0.95));
      rejected += Number(pValue < 0.05) / runs;
      departed += Number((departure?.pValue ?? 1) < 0.05) / runs;
    }
    expect(Math.abs(rejected - 0.05)).toBeLessThan(within(runs));
    expect(Math.abs(departed - 0.05)).toBeLessThan(within(runs));
  });
});
