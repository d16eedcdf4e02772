/** Golden values: golden/second/expected/survey_groups.json and counters_groups.json, through reference/families/groups. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { tested } from "../../test-support/variants.ts";
import { holm } from "../comparison/adjust-p-values.ts";
import { differenceOfMeans } from "../comparison/difference.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import { analysisOfVariance } from "./analysis-of-variance.ts";
import { bartlettTest } from "./bartlett.ts";
import { dunnTest } from "./dunn.ts";
import { gamesHowell } from "./games-howell.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { brownForsytheTest, leveneTest } from "./levene.ts";
import { unadjusted } from "./pairwise.ts";
import { pairwiseT } from "./pairwise-t.ts";
import { pooledTTest } from "./student-t-test.ts";
import { tukeyHsd } from "./tukey-hsd.ts";
import { welchAnova } from "./welch-anova.ts";

type Groups = readonly (readonly number[])[];

/** Every test of several groups. */
function allTests(groups: Groups): Record<string, { readonly kind: string }> {
  const tallies = groups.map((group) => tallyOf(group));
  const sums = tallies.map(sumsOfTally);
  return {
    anova: analysisOfVariance(sums, 0.95),
    welch: welchAnova(sums),
    levene: leveneTest(tallies),
    brownForsythe: brownForsytheTest(tallies),
    bartlett: bartlettTest(sums),
    kruskal: kruskalWallis(tallies),
    dunn: dunnTest(tallies, holm),
    pairwise: pairwiseT(sums, holm),
    tukey: tukeyHsd(sums, 0.95),
    gamesHowell: gamesHowell(sums, 0.95),
  };
}

function statisticOf(result: object): number {
  return "statistic" in result && typeof result.statistic === "number" ? result.statistic : Number.NaN;
}

const rating = fc.integer({ min: 1, max: 5 });
const anyGroups = fc.array(fc.array(rating, { maxLength: 8 }), { maxLength: 4 });
const fullGroups = fc.array(fc.array(rating, { minLength: 3, maxLength: 12 }), { minLength: 2, maxLength: 4 });
const few = { numRuns: 80 };

describe("tests of several groups", () => {
  it("give fit numbers or a variant, whatever the data", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        for (const result of Object.values(allTests(groups))) expect(unfitNumbers(result)).toEqual([]);
      }),
      few,
    );
  });

  it("name what is missing: groups, answers, or variation", () => {
    const kindsOf = (groups: Groups) => Object.values(allTests(groups)).map(({ kind }) => kind);
    for (const groups of [[], [[1, 2, 3]], [[], [], [1, 2]]]) {
      expect(new Set(kindsOf(groups))).toEqual(new Set(["too-few-groups"]));
    }
    const constant = allTests([[3, 3, 3], [3, 3], []]);
    for (const name of ["anova", "welch", "levene", "bartlett", "kruskal", "dunn", "pairwise", "tukey"]) {
      expect(constant[name]?.kind).toBe("no-variation");
    }
    const apart = tested(
      gamesHowell(
        [
          [3, 3, 3],
          [5, 5],
          [1, 2, 4],
        ].map((group) => sumsOfTally(tallyOf(group))),
        0.95,
      ),
    );
    expect(apart.pairs[0]).toEqual({ kind: "no-variation", first: 0, second: 1, value: 2 });
    expect(apart.pairs[1]?.kind).toBe("tested");
    expect(allTests([[1], [2], [3]]).anova).toEqual({ kind: "too-few-answers", n: 3, required: 4 });
  });

  it("leave groups without answers out, and say so", () => {
    fc.assert(
      fc.property(fullGroups, (groups) => {
        const withEmpty = [[], ...groups, []];
        const [own, other] = [allTests(groups), allTests(withEmpty)];
        for (const name of Object.keys(own)) {
          expect(other[name]?.kind).toBe(own[name]?.kind);
          expect(statisticOf(other[name] ?? {})).toEqual(statisticOf(own[name] ?? {}));
        }
        if (other.anova !== undefined && "groups" in other.anova) {
          expect(other.anova.groups).toEqual(groups.map((_, place) => place + 1));
        }
      }),
      few,
    );
  });

  it("do not mind the order of groups, a shift, or a stretch of the scale", () => {
    fc.assert(
      fc.property(fullGroups, (groups) => {
        const own = allTests(groups);
        const changed = allTests(groups.map((group) => group.map((value) => 20 * value - 7)).toReversed());
        for (const [name, result] of Object.entries(own)) {
          if (Number.isNaN(statisticOf(result))) continue;
          expect(statisticOf(changed[name] ?? {})).toBeCloseTo(statisticOf(result), 7);
        }
      }),
      few,
    );
  });

  it("by ranks do not mind a change of the scale that keeps its order", () => {
    fc.assert(
      fc.property(fullGroups, (groups) => {
        const warped = groups.map((group) => tallyOf(group.map((value) => Math.exp(3 * value))));
        const plain = groups.map((group) => tallyOf(group));
        expect(kruskalWallis(warped)).toEqual(kruskalWallis(plain));
        expect(dunnTest(warped, unadjusted)).toEqual(dunnTest(plain, unadjusted));
      }),
      few,
    );
  });

  it("of two groups are those of two groups", () => {
    fc.assert(
      fc.property(fullGroups, ([a, b]) => {
        if (a === undefined || b === undefined) return;
        const sums = [a, b].map((group) => sumsOfTally(tallyOf(group)));
        const [first, second] = sums;
        const student = first && second && pooledTTest(first, second, 0.95);
        if (first === undefined || second === undefined || student?.kind !== "estimated") return;
        const anova = tested(analysisOfVariance(sums, 0.95));
        expect(anova.statistic).toBeCloseTo(student.statistic ** 2, 8);
        expect(anova.pValue).toBeCloseTo(student.pValue, 9);
        const [tukey] = tested(tukeyHsd(sums, 0.95)).pairs;
        expect(tukey?.adjustedPValue).toBeCloseTo(student.pValue, 9);
        expect(tukey?.interval.upper).toBeCloseTo(-student.interval.lower, 9);
        expect(tested(pairwiseT(sums, unadjusted)).pairs[0]?.pValue).toBeCloseTo(student.pValue, 9);
        const welch = differenceOfMeans(first, second, 0.95);
        const anovaOfWelch = welchAnova(sums);
        if (welch.kind !== "estimated" || anovaOfWelch.kind !== "tested") return;
        expect(anovaOfWelch.statistic).toBeCloseTo(welch.statistic ** 2, 7);
        expect(anovaOfWelch.pValue).toBeCloseTo(welch.pValue, 9);
        const [howell] = tested(gamesHowell(sums, 0.95)).pairs;
        if (howell?.kind === "tested") expect(howell.adjustedPValue).toBeCloseTo(welch.pValue, 9);
      }),
      few,
    );
  });

  it("reject each pair of Tukey's exactly where its interval leaves out 0", () => {
    fc.assert(
      fc.property(fullGroups, (groups) => {
        const result = tukeyHsd(
          groups.map((group) => sumsOfTally(tallyOf(group))),
          0.9,
        );
        if (result.kind !== "tested") return;
        for (const { interval, adjustedPValue } of result.pairs) {
          expect(interval.lower > 0 || interval.upper < 0).toBe(adjustedPValue < 0.1);
        }
      }),
      few,
    );
  });

  it("refuse weighted answers and a confidence outside (0, 1)", () => {
    const weighted = [tallyOf([1, 2, 3], [1, 2, 1]), tallyOf([2, 3, 5], [1, 1, 1])];
    const sums = weighted.map(sumsOfTally);
    for (const run of [
      () => analysisOfVariance(sums, 0.95),
      () => welchAnova(sums),
      () => leveneTest(weighted),
      () => brownForsytheTest(weighted),
      () => bartlettTest(sums),
      () => kruskalWallis(weighted),
      () => dunnTest(weighted, holm),
      () => pairwiseT(sums, holm),
      () => tukeyHsd(sums, 0.95),
      () => gamesHowell(sums, 0.95),
      () => analysisOfVariance([], 1),
      () => tukeyHsd([], 0),
      () => gamesHowell([], Number.NaN),
    ]) {
      expect(run).toThrow(RangeError);
    }
  });
});

/** Share of runs in which all groups are alike and a test says they are not; group sizes are unequal. */
function rejectionRates(seed: number, runs: number, draw: (random: Random, group: number) => number) {
  const random = randomFromSeed(seed);
  const sizes = [9, 40, 18];
  const rejected: Record<string, number> = {};
  for (let run = 0; run < runs; run++) {
    const columns = sizes.map((n, group) => Float64Array.from({ length: n }, () => draw(random, group)));
    const sums = columns.map((column) => sumsOfColumn(column, null, column.length));
    const tallies = columns.map((column) => tallyOf(column));
    const howell = tested(gamesHowell(sums, 0.95)).pairs;
    const pValues = {
      anova: tested(analysisOfVariance(sums, 0.95)).pValue,
      welch: tested(welchAnova(sums)).pValue,
      kruskal: tested(kruskalWallis(tallies)).pValue,
      brownForsythe: tested(brownForsytheTest(tallies)).pValue,
      tukey: Math.min(...tested(tukeyHsd(sums, 0.95)).pairs.map((pair) => pair.adjustedPValue)),
      dunn: Math.min(...tested(dunnTest(tallies, holm)).pairs.map((pair) => pair.adjustedPValue)),
      pairwise: Math.min(...tested(pairwiseT(sums, holm)).pairs.map((pair) => pair.adjustedPValue)),
      gamesHowell: Math.min(...howell.map((pair) => (pair.kind === "tested" ? pair.adjustedPValue : 1))),
    };
    for (const [name, p] of Object.entries(pValues)) rejected[name] = (rejected[name] ?? 0) + Number(p < 0.05) / runs;
  }
  return rejected;
}

/** Four standard errors of a rejection rate of 5 %. */
const error = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);

describe("the level of the tests of several groups", () => {
  it("is 5 % for groups of unequal size that vary alike", () => {
    const runs = 500;
    const rates = rejectionRates(41, runs, normal);
    for (const name of ["anova", "welch", "kruskal", "tukey", "gamesHowell"]) {
      expect(Math.abs((rates[name] ?? 1) - 0.05), name).toBeLessThan(error(runs));
    }
    // Holm's and Brown and Forsythe's tests are known to stay below their level.
    for (const name of ["dunn", "pairwise", "brownForsythe"])
      expect(rates[name], name).toBeLessThan(0.05 + error(runs));
  });

  it("holds for Welch and Games–Howell where the small group varies most, and not for the others", () => {
    const runs = 400;
    const rates = rejectionRates(42, runs, (random, group) => [4, 1, 2][group] * normal(random));
    expect(rates.welch).toBeLessThan(0.05 + error(runs));
    expect(rates.gamesHowell).toBeLessThan(0.05 + error(runs));
    expect(rates.anova).toBeGreaterThan(0.15);
    expect(rates.tukey).toBeGreaterThan(0.15);
  });
});

describe("the interval of η²", () => {
  it("covers the population's share, with groups of unequal size", () => {
    const random = randomFromSeed(43);
    const [sizes, means, runs] = [[12, 30, 20], [0, 0.4, 0.9], 400];
    const n = sizes.reduce((sum, size) => sum + size, 0);
    const mean = sizes.reduce((sum, size, group) => sum + (size / n) * means[group], 0);
    const between = sizes.reduce((sum, size, group) => sum + (size / n) * (means[group] - mean) ** 2, 0);
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const sums = sizes.map((size, group) =>
        sumsOfColumn(
          Float64Array.from({ length: size }, () => means[group] + normal(random)),
          null,
          size,
        ),
      );
      const { etaSquaredInterval: interval } = tested(analysisOfVariance(sums, 0.9));
      const share = between / (between + 1);
      covered += Number(interval.lower <= share && share <= interval.upper) / runs;
    }
    expect(Math.abs(covered - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / runs));
  });
});
