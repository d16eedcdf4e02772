import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { bivariateNormalDensity, bivariateNormalLower } from "./bivariate-normal.ts";
import { pairAt } from "./correlation-table.ts";
import { polychoricCorrelation } from "./polychoric.ts";
import { polychoricMaximumLikelihood } from "./polychoric-ml.ts";
import { polychoricCorrelations, tableOfLevels } from "./polychoric-table.ts";

/** R 4.2.2, mvtnorm 1.1-3: pmvnorm(upper = c(x, y), corr = …, algorithm = TVPACK(1e-15)). */
const distribution: readonly (readonly [x: number, y: number, correlation: number, r: number])[] = [
  [-3.0, -1.2, -0.999, 0.0],
  [0.4, 0.3, -0.999, 0.27333316379927686],
  [-1.2, -1.2, -0.95, 2.61613588975242e-16],
  [2.5, 0.3, -0.95, 0.6117017568631765],
  [0.0, -1.2, -0.6, 0.012998038966464127],
  [-3.0, 1.7, -0.6, 0.000500806147475688],
  [0.4, -1.2, 0.01, 0.07613257214115358],
  [-1.2, 1.7, 0.01, 0.11012230701285794],
  [2.5, -1.2, 0.5, 0.11506072669470303],
  [0.0, 1.7, 0.5, 0.4948139381782468],
  [-3.0, 0.0, 0.92, 0.0013498980316298858],
  [0.4, 1.7, 0.92, 0.6554076379514047],
  [-1.2, 0.0, 0.93, 0.1150469536461737],
  [2.5, 1.7, 0.93, 0.9553433860366983],
  [0.0, 0.0, 0.97, 0.4609170340345219],
  [-3.0, -2.2, 0.9999, 0.0013498980316300946],
  [0.4, 0.0, 0.9999, 0.5],
];

const table = (rows: readonly (readonly number[])[]) => ({
  rows: rows.length,
  columns: rows[0].length,
  counts: Float64Array.from(rows.flat()),
});
const ratings = table([
  [12, 9, 4, 1],
  [8, 25, 14, 3],
  [2, 11, 30, 17],
]);

describe("the bivariate normal distribution", () => {
  it.each(distribution)("at (%d, %d) with correlation %d agrees with R", (x, y, correlation, r) => {
    expect(Math.abs(bivariateNormalLower(correlation)(x, y) - r)).toBeLessThan(2e-15);
  });

  it("has its margins at infinity and its density as mixed derivative", () => {
    const lower = bivariateNormalLower(0.95);
    expect(lower(Number.POSITIVE_INFINITY, 0)).toBeCloseTo(0.5, 15);
    expect(lower(0, Number.NEGATIVE_INFINITY)).toBe(0);
    const h = 1e-3;
    for (const rho of [-0.97, -0.4, 0.6, 0.93]) {
      const f = bivariateNormalLower(rho);
      const [x, y] = [0.4, rho * 0.4 - 0.1];
      const mixed = (f(x + h, y + h) - f(x + h, y - h) - f(x - h, y + h) + f(x - h, y - h)) / (4 * h * h);
      expect(mixed / bivariateNormalDensity(x, y, rho)).toBeCloseTo(1, 3);
    }
    expect(() => bivariateNormalLower(1)).toThrow(RangeError);
  });
});

describe("a polychoric correlation", () => {
  it("of a 2 × 2 table cut at the medians is sin(2π(p − ¼))", () => {
    for (const both of [30, 45, 58, 70]) {
      const result = estimated(
        polychoricCorrelation(
          table([
            [both, 100 - both],
            [100 - both, both],
          ]),
          0.95,
        ),
      );
      expect(result.value).toBeCloseTo(Math.sin(2 * Math.PI * (both / 200 - 0.25)), 12);
    }
  });

  it("is the same for the transposed table, turns with the order of levels, and passes over empty levels", () => {
    const own = estimated(polychoricCorrelation(ratings, 0.95));
    const transposed = table([0, 1, 2, 3].map((j) => [0, 1, 2].map((i) => ratings.counts[4 * i + j])));
    const other = estimated(polychoricCorrelation(transposed, 0.95));
    expect(other.value).toBeCloseTo(own.value, 12);
    expect(other.standardError).toBeCloseTo(own.standardError, 11);
    const turned = table([2, 1, 0].map((i) => [0, 1, 2, 3].map((j) => ratings.counts[4 * i + j])));
    expect(estimated(polychoricCorrelation(turned, 0.95)).value).toBeCloseTo(-own.value, 12);
    const widened = table([0, 1, 2].map((i) => [0, 1, -1, 2, 3].map((j) => (j < 0 ? 0 : ratings.counts[4 * i + j]))));
    expect(estimated(polychoricCorrelation(widened, 0.95)).value).toBeCloseTo(own.value, 13);
  });

  it("takes weights for shares, not for people", () => {
    const plain = estimated(polychoricCorrelation(ratings, 0.95));
    const tripled = {
      ...ratings,
      weights: ratings.counts.map((count) => 3 * count),
      squaredWeights: ratings.counts.map((count) => 9 * count),
    };
    const weighted = estimated(polychoricCorrelation(tripled, 0.95));
    expect(weighted.value).toBeCloseTo(plain.value, 13);
    expect(weighted.standardError).toBeCloseTo(plain.standardError, 12);
    expect(weighted.conditionalStandardError).toBeCloseTo(plain.conditionalStandardError, 12);
    expect(weighted.weightedBase).toBe(3 * plain.n);
  });

  it("with its thresholds fitted too is near the two steps", () => {
    const [two, full] = [polychoricCorrelation(ratings, 0.95), polychoricMaximumLikelihood(ratings, 0.95)];
    expect(estimated(full).converged).toBe(true);
    expect(Math.abs(estimated(full).value - estimated(two).value)).toBeLessThan(0.02);
    expect(Math.abs(estimated(full).standardError / estimated(two).standardError - 1)).toBeLessThan(0.15);
  });

  it("recovers the likelihood's maximum where the margins fit exactly", () => {
    const exact = table([
      [40, 10],
      [10, 40],
    ]);
    const [two, full] = [polychoricCorrelation(exact, 0.95), polychoricMaximumLikelihood(exact, 0.95)];
    expect(estimated(full).value).toBeCloseTo(estimated(two).value, 10);
  });

  it("says so where the likelihood rises to ±1", () => {
    const diagonal = table([
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ]);
    expect(polychoricCorrelation(diagonal, 0.95)).toEqual({ kind: "at-boundary", value: 1, n: 30 });
    expect(polychoricMaximumLikelihood(diagonal, 0.95)).toEqual({ kind: "at-boundary", value: 1, n: 30 });
    // An empty corner: the likelihood is flat long before −1, where steps used to end at −0.989 with a standard error of 0.001.
    for (const [a, b, c] of [
      [36, 7, 7],
      [10, 10, 10],
      [40, 3, 3],
    ]) {
      const corner = table([
        [a, b],
        [c, 0],
      ]);
      const boundary = { kind: "at-boundary", value: -1, n: a + b + c };
      expect(polychoricCorrelation(corner, 0.95)).toEqual(boundary);
      expect(polychoricMaximumLikelihood(corner, 0.95)).toEqual(boundary);
    }
    // One answer there, and it is a finite correlation.
    const filled = table([
      [36, 7],
      [6, 1],
    ]);
    expect(estimated(polychoricCorrelation(filled, 0.95)).value).toBeCloseTo(-0.0454, 3);
  });

  it("is a variant or all numbers for any table", () => {
    const cells = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.constant(4000)), {
      minLength: 9,
      maxLength: 9,
    });
    fc.assert(
      fc.property(cells, (counts) => {
        const drawn = { rows: 3, columns: 3, counts: Float64Array.from(counts) };
        expect(unfitNumbers(polychoricCorrelation(drawn, 0.9))).toEqual([]);
        expect(unfitNumbers(polychoricMaximumLikelihood(drawn, 0.9))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(polychoricCorrelation(table([[3, 4, 5]]), 0.95)).toEqual({ kind: "no-variation" });
    expect(polychoricCorrelation(table([[0, 0]]), 0.95).kind).toBe("too-few-answers");
  });

  it("covers the correlation of the latent variables as often as it says, weighted too", () => {
    const random = randomFromSeed(81);
    const runs = 400;
    const covered = { plain: 0, weighted: 0 };
    for (let run = 0; run < runs; run++) {
      const n = 150;
      const latent = Float64Array.from({ length: n }, () => normalQuantile(random.nextUnit() || 0.5));
      const x = latent.map((value) => Math.max(1, Math.min(5, Math.round(3.6 + value))));
      const y = latent.map((value) => {
        const other = 0.6 * value + 0.8 * normalQuantile(random.nextUnit() || 0.5);
        return Math.max(1, Math.min(4, Math.round(2.5 + 1.1 * other)));
      });
      const weights = latent.map(() => (random.nextUnit() < 0.3 ? 2 : 0.5));
      for (const [kind, own] of [["plain", null] as const, ["weighted", weights] as const]) {
        const { interval } = estimated(polychoricCorrelation(tableOfLevels(x, y, own), 0.95));
        if (interval.lower <= 0.6 && 0.6 <= interval.upper) covered[kind] += 1 / runs;
      }
    }
    const tolerance = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(covered.plain - 0.95)).toBeLessThan(tolerance);
    expect(Math.abs(covered.weighted - 0.95)).toBeLessThan(tolerance);
  });
});

describe("a polychoric correlation of few answers", () => {
  it("is covered as often as it says", () => {
    const random = randomFromSeed(82);
    const runs = 1500;
    const cut = (value: number) => (value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4);
    for (const correlation of [0, 0.5]) {
      let [covered, byNormal, estimatedRuns] = [0, 0, 0];
      for (let run = 0; run < runs; run++) {
        const draw = () => normalQuantile(random.nextUnit() || 0.5);
        const latent = Float64Array.from({ length: 30 }, draw);
        const x = latent.map(cut);
        const y = latent.map((each) => cut(correlation * each + Math.sqrt(1 - correlation ** 2) * draw()));
        const found = polychoricCorrelation(tableOfLevels(x, y, null), 0.95);
        if (found.kind !== "estimated") continue;
        estimatedRuns += 1;
        const parameters = found.rowThresholds.length + found.columnThresholds.length + 1;
        const factor = Math.sqrt(30 / (30 - parameters));
        expect(found.standardError).toBeCloseTo(factor * found.asymptoticStandardError, 8);
        if (found.interval.lower <= correlation && correlation <= found.interval.upper) covered += 1;
        const asymptotic = (1.96 * found.asymptoticStandardError) / (1 - found.value ** 2);
        if (Math.abs(Math.atanh(found.value) - Math.atanh(correlation)) <= asymptotic) byNormal += 1;
      }
      // At least what it says, and by no more than 2 % and three binomial errors too often; by z and without the factor 0.92.
      expect(covered / estimatedRuns).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.05 * 0.95) / runs));
      expect(covered / estimatedRuns).toBeLessThan(0.97 + 3 * Math.sqrt((0.05 * 0.95) / runs));
      expect(byNormal / estimatedRuns).toBeLessThan(0.935);
    }
  });
});

describe("polychoric correlations of several items", () => {
  const x = Float64Array.of(1, 2, 2, 3, 5, 4, 4, 1, 3, 5, Number.NaN);
  const y = Float64Array.of(2, 1, 3, 3, 4, 5, 3, 1, 4, 4, 5);
  const z = Float64Array.of(1, 1, 2, 2, 2, 1, 2, 1, 1, 2, 1);

  it("are those of each pair's table, over the rows that answered both", () => {
    const weights = x.map((_, row) => 1 + (row % 3));
    const found = polychoricCorrelations({ variables: ["x", "y", "z"], columns: [x, y, z] }, weights, 0.95);
    expect(pairAt(found, 0, 2)).toEqual(polychoricCorrelation(tableOfLevels(x, z, weights), 0.95));
    expect(estimated(pairAt(found, 0, 2)).n).toBe(10);
    // Five levels and five need nine parameters, and the weights leave fewer effective answers than that.
    expect(pairAt(found, 0, 1)).toEqual({ kind: "too-few-answers", n: 10, required: 10 });
    expect(estimated(pairAt(found, 1, 2)).n).toBe(11);
  });

  it("refuse variables of too many levels, and lengths that differ", () => {
    const many = Float64Array.from({ length: 60 }, (_, row) => row);
    expect(() => polychoricCorrelations({ variables: ["many"], columns: [many] }, null, 0.95)).toThrow(RangeError);
    expect(() => tableOfLevels(x, y.slice(1), null)).toThrow(RangeError);
    expect(() => polychoricCorrelations({ variables: ["x"], columns: [x, y] }, null, 0.95)).toThrow(RangeError);
  });
});
