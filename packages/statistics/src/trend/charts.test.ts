/** Golden values: golden/second/expected/survey_trend_spc.json and complaints_charts.json, through reference/families/trend. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { ewmaChart, usualEwma } from "./ewma-chart.ts";
import { laneyChart, proportionChart } from "./p-chart.ts";
import { beyondLimits, monotoneRuns, runsOnOneSide } from "./run-rules.ts";
import { exactXmrConstants, xmrChart } from "./xmr-chart.ts";

const samples = fc
  .array(
    fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size))),
    { maxLength: 12 },
  )
  .map((pairs) => ({ counts: pairs.map(([count]) => count), sizes: pairs.map(([, size]) => size) }));
const series = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 15 });
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);

describe("control charts", () => {
  it("give fit numbers or a variant, and limits hold the centre", () => {
    fc.assert(
      fc.property(samples, series, ({ counts, sizes }, values) => {
        for (const chart of [
          proportionChart(counts, sizes),
          laneyChart(counts, sizes),
          ewmaChart(values),
          xmrChart(values),
        ]) {
          expect(unfitNumbers(chart)).toEqual([]);
          if (chart.kind !== "estimated" || !("centre" in chart)) continue;
          for (const { lower, upper } of chart.limits) {
            expect(lower).toBeLessThanOrEqual(chart.centre);
            expect(upper).toBeGreaterThanOrEqual(chart.centre);
          }
        }
      }),
    );
  });

  it("of shares are narrower the larger the sample, and never leave 0–1", () => {
    const { limits, reaches, centre } = estimated(proportionChart([2, 20, 1], [10, 400, 5]));
    expect(centre).toBeCloseTo(23 / 415, 14);
    expect(limits[0]).toEqual({ lower: 0, upper: centre + reaches[0] });
    expect(reaches[0] / reaches[1]).toBeCloseTo(Math.sqrt(40), 12);
    expect(estimated(proportionChart([3, 4], [4, 5])).limits[0]?.upper).toBe(1);
  });

  it("of Laney widen with what the shares vary beyond chance", () => {
    const counts = [400, 700, 350, 820, 300, 760];
    const sizes = counts.map(() => 1000);
    const [plain, wide] = [estimated(proportionChart(counts, sizes)), estimated(laneyChart(counts, sizes))];
    expect(plain.out.length).toBe(6);
    expect(wide.out).toEqual([]);
    expect(wide.sigmaZ).toBeGreaterThan(10);
    expect(wide.reaches[0] / plain.reaches[0]).toBeCloseTo(wide.sigmaZ, 10);
  });

  it("of single values find the one that is out, and the jumps to and from it", () => {
    const chart = estimated(xmrChart([10, 11, 10, 9, 10, 11, 10, 30, 10, 11, 9, 10, 10, 11]));
    expect(chart.out).toEqual([7]);
    expect(chart.jumps).toEqual([7, 8]);
    expect(exactXmrConstants.limits).toBeCloseTo(2.658681, 6);
    // Montgomery, table VI: D₄ = 3.267 for two.
    expect(exactXmrConstants.range).toBeCloseTo(3.2665, 4);
  });

  it("by moving averages find a small lasting shift that no single point shows", () => {
    const random = randomFromSeed(9);
    const values = Array.from({ length: 40 }, (_, index) => normal(random) + (index < 20 ? 0 : 1.5));
    expect(estimated(xmrChart(values)).out).toEqual([]);
    expect(estimated(ewmaChart(values)).out.length).toBeGreaterThan(3);
    const own = estimated(ewmaChart(values, { ...usualEwma, share: 1 }));
    expect([...own.averages]).toEqual(values);
    expect(own.limits[0]).toEqual(own.limits[39]);
  });

  it("move with the scale", () => {
    fc.assert(
      fc.property(series, (values) => {
        const scaled = values.map((value) => 10 * value + 300);
        const [own, other] = [xmrChart(values), xmrChart(scaled)];
        expect(other.kind).toBe(own.kind);
        if (own.kind !== "estimated" || other.kind !== "estimated") return;
        expect(other.limits.upper).toBeCloseTo(10 * own.limits.upper + 300, 8);
        expect(other.meanMovingRange).toBeCloseTo(10 * own.meanMovingRange, 8);
      }),
    );
  });

  it("name what is missing", () => {
    expect(proportionChart([], [])).toEqual({ kind: "too-few-points", points: 0, required: 1 });
    expect(proportionChart([0, 0], [5, 9])).toEqual({ kind: "no-variation" });
    expect(laneyChart([2], [5])).toEqual({ kind: "too-few-points", points: 1, required: 2 });
    expect(laneyChart([2, 2], [5, 5])).toEqual({ kind: "no-variation" });
    expect(xmrChart([4])).toEqual({ kind: "too-few-points", points: 1, required: 2 });
    expect(estimated(xmrChart([4, 4, 4]))).toMatchObject({ out: [], jumps: [], limits: { lower: 4, upper: 4 } });
    expect(ewmaChart([4])).toEqual({ kind: "too-few-points", points: 1, required: 2 });
    expect(ewmaChart([4, 4])).toEqual({ kind: "no-variation" });
  });

  it("refuse counts, sizes, values and settings that cannot be", () => {
    for (const run of [
      () => proportionChart([1], [1, 2]),
      () => proportionChart([3], [2]),
      () => proportionChart([0], [0]),
      () => proportionChart([1], [2], 0),
      () => laneyChart([1, 1], [2, 2], 3, 0),
      () => xmrChart([1, Number.NaN]),
      () => ewmaChart([1, 2], { ...usualEwma, share: 0 }),
      () => ewmaChart([1, 2], { ...usualEwma, width: -1 }),
      () => ewmaChart([1, Number.POSITIVE_INFINITY]),
    ]) {
      expect(run).toThrow(RangeError);
    }
  });
});

describe("run rules", () => {
  it("find runs on one side, which a point on the centre ends", () => {
    const points = [1, 2, 3, 1, 0, 1, 1, -1, -2, -1, -3];
    expect(runsOnOneSide(points, 0, 4)).toEqual([
      { first: 0, last: 3 },
      { first: 7, last: 10 },
    ]);
    expect(runsOnOneSide(points, 0, 5)).toEqual([]);
  });

  it("find rising and falling runs, which equal neighbours end", () => {
    expect(monotoneRuns([1, 2, 3, 4, 4, 3, 2, 1, 5], 4)).toEqual([
      { first: 0, last: 3 },
      { first: 4, last: 7 },
    ]);
    expect(monotoneRuns([1, 2, 3], 4)).toEqual([]);
  });

  it("read backwards mirror their places", () => {
    fc.assert(
      fc.property(series, (points) => {
        const mirrored = (runs: readonly { readonly first: number; readonly last: number }[]) =>
          runs
            .map(({ first, last }) => ({ first: points.length - 1 - last, last: points.length - 1 - first }))
            .toReversed();
        expect(runsOnOneSide(points.toReversed(), 0, 3)).toEqual(mirrored(runsOnOneSide(points, 0, 3)));
        expect(monotoneRuns(points.toReversed(), 3)).toEqual(mirrored(monotoneRuns(points, 3)));
      }),
    );
  });

  it("refuse runs that are none", () => {
    expect(() => runsOnOneSide([1], 0, 1)).toThrow(RangeError);
    expect(() => monotoneRuns([1], 2)).toThrow(RangeError);
    expect(() => beyondLimits([1, 2], [{ lower: 0, upper: 1 }])).toThrow(RangeError);
  });
});

describe("false alarms of charts, with samples of unequal size", () => {
  it("are as rare as three standard deviations promise", () => {
    const random = randomFromSeed(51);
    const [runs, sizes] = [200, [150, 400, 90, 260, 600]];
    let [plain, single, points] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const n = Array.from({ length: 30 }, (_, place) => sizes[place % 5]);
      const counts = n.map((size) => {
        let count = 0;
        for (let each = 0; each < size; each++) count += Number(random.nextUnit() < 0.3);
        return count;
      });
      plain += estimated(proportionChart(counts, n)).out.length;
      single += estimated(xmrChart(Float64Array.from({ length: 30 }, () => normal(random)))).out.length;
      points += 30;
    }
    // 0.27 % for the normal distribution; limits estimated from thirty points and a skewed binomial allow up to 0.7 %.
    for (const alarms of [plain, single])
      expect(alarms / points).toBeLessThan(0.0027 + 0.004 + 4 * Math.sqrt(0.0027 / points));
    expect(single).toBeGreaterThan(0);
  });

  it("of Laney's chart stay rare where branches differ for good", () => {
    const random = randomFromSeed(52);
    let [plain, wide, points] = [0, 0, 0];
    for (let run = 0; run < 200; run++) {
      const sizes = Array.from({ length: 25 }, (_, place) => [2000, 5000, 900][place % 3]);
      const counts = sizes.map((size) => {
        const share = Math.max(0.05, Math.min(0.9, 0.4 + 0.05 * normal(random)));
        return Math.round(
          Math.max(0, Math.min(size, size * share + Math.sqrt(size * share * (1 - share)) * normal(random))),
        );
      });
      plain += estimated(proportionChart(counts, sizes)).out.length;
      wide += estimated(laneyChart(counts, sizes)).out.length;
      points += 25;
    }
    expect(plain / points).toBeGreaterThan(0.2);
    expect(wide / points).toBeLessThan(0.02);
  });
});
