/** Golden values: golden/second/expected/survey_groups.json (weighted_*), through reference/families/groups. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { fourErrors, lognormalWeights, normalFrom, shareOfRuns } from "../../test-support/small-weighted-sample.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { differenceOfMeans } from "../comparison/difference.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import { designBasedT } from "./design-based-t.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { waldTest } from "./wald-test.ts";
import { clusteredMeans, weightedMeans, weightedMeansInR } from "./weighted-means.ts";
import { populationRanks, populationRanksInR, weightedRankDifference, weightedRankTest } from "./weighted-rank-test.ts";
import { welchAnova } from "./welch-anova.ts";

interface Row {
  readonly value: number;
  readonly weight: number;
  readonly group: number;
  readonly cluster: number;
}

const anyRow = fc.record({
  value: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN)),
  weight: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 4, noNaN: true })),
  group: fc.integer({ min: -1, max: 2 }),
  cluster: fc.integer({ min: 0, max: 5 }),
});
const anyRows = fc.array(anyRow, { maxLength: 14 });

function talliesOf(rows: readonly Row[], groups: number) {
  return Array.from({ length: groups }, (_, group) => {
    const own = rows.filter((row) => row.group === group && !Number.isNaN(row.value));
    return tallyOf(
      own.map(({ value }) => value),
      own.map(({ weight }) => weight),
      rows.length,
    );
  });
}

function clustered(rows: readonly Row[], groups: number, clusters = 6) {
  return clusteredMeans({
    values: Float64Array.from(rows, ({ value }) => value),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    groups: { codes: rows.map(({ group }) => group), count: groups },
    clusters: { codes: rows.map(({ cluster }) => cluster), count: clusters },
  });
}

describe("design-based tests", () => {
  it("give fit numbers or a variant, whatever the data", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const tallies = talliesOf(rows, 3);
        const [first, second] = tallies;
        if (first === undefined || second === undefined) return;
        const rankOf = populationRanks(tallies);
        const two = clustered(
          rows.filter(({ group }) => group < 2),
          2,
        );
        for (const result of [
          waldTest(weightedMeans(tallies.map(sumsOfTally))),
          waldTest(clustered(rows, 3)),
          designBasedT(two, 0.95),
          weightedRankTest(tallies, rankOf),
          weightedRankDifference(first, second, rankOf, 0.95),
        ]) {
          expect(unfitNumbers(result)).toEqual([]);
        }
      }),
    );
  });

  it("of two groups are one test: t² is Wald's F", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const tallies = talliesOf(rows, 2);
        for (const means of [weightedMeans(tallies.map(sumsOfTally)), clustered(rows, 2)]) {
          const t = designBasedT(means, 0.95);
          const wald = waldTest(means);
          expect(t.kind === "estimated").toBe(wald.kind === "tested");
          if (t.kind !== "estimated" || wald.kind !== "tested") continue;
          expect(wald.statistic / t.statistic ** 2 || 1).toBeCloseTo(1, 8);
          expect(wald.pValue).toBeCloseTo(t.pValue, 9);
        }
      }),
    );
  });

  it("with every respondent a cluster are those of independent respondents in R", () => {
    const rows = [5, 3, 4, 2, 4, 1, 5, 2].map((value, index) => ({
      value,
      weight: 1 + (index % 3),
      group: index % 2,
      cluster: index,
    }));
    const own = estimated(designBasedT(clustered(rows, 2, 8), 0.95));
    const independent = estimated(designBasedT(weightedMeansInR(talliesOf(rows, 2).map(sumsOfTally)), 0.95));
    expect([own.n, own.weightedBase]).toEqual([8, 15]);
    for (const { effectiveN } of [own, independent]) expect(effectiveN).toBeCloseTo(15 ** 2 / 33, 10);
    expect(own).toEqual({
      ...independent,
      effectiveN: own.effectiveN,
      interval: own.interval,
      statistic: own.statistic,
      value: own.value,
      standardError: own.standardError,
      pValue: own.pValue,
    });
    expect(own.standardError).toBeCloseTo(independent.standardError, 12);
    expect(own.value).toBeCloseTo(independent.value, 12);
  });

  it("with equal weights are Welch's t and Welch's analysis of variance", () => {
    const groups = [
      [5, 3, 4, 2],
      [4, 1, 5, 2, 2, 3],
      [1, 1, 2],
    ];
    const plain = groups.map((group) => sumsOfTally(tallyOf(group)));
    const equal = groups.map((group) =>
      sumsOfTally(
        tallyOf(
          group,
          group.map(() => 0.3),
          500,
        ),
      ),
    );
    const [welch, wald] = [tested(welchAnova(plain)), tested(waldTest(weightedMeans(equal)))];
    expect(wald.statistic).toBeCloseTo(welch.statistic, 10);
    expect(wald.denominator).toBeCloseTo(welch.denominator, 10);
    expect(wald.pValue).toBeCloseTo(welch.pValue, 12);
    const [two, t] = [
      estimated(differenceOfMeans(plain[0], plain[1], 0.95)),
      estimated(designBasedT(weightedMeans(equal.slice(0, 2)), 0.95)),
    ];
    expect(t.degreesOfFreedom).toBeCloseTo(two.degreesOfFreedom ?? 0, 10);
    expect(t.pValue).toBeCloseTo(two.pValue, 12);
  });

  it("do not mind the unit of the weights", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const heavier = rows.map((row) => ({ ...row, weight: 1000 * row.weight }));
        const [own, other] = [clustered(rows, 3), clustered(heavier, 3)].map(waldTest);
        expect(other?.kind).toBe(own?.kind);
        if (own?.kind !== "tested" || other?.kind !== "tested") return;
        expect(other.statistic / own.statistic || 1).toBeCloseTo(1, 6);
        expect(other.weightedBase).toBeCloseTo(1000 * own.weightedBase, 6);
      }),
    );
  });

  it("by ranks rank by people who stand behind a weight, not by rows", () => {
    const tallies = [tallyOf([1, 2], [3, 1]), tallyOf([2, 5], [1, 5])];
    const rankOf = populationRanks(tallies);
    // Of ten people three answered 1, two answered 2 and five answered 5.
    expect([1, 2, 5].map(rankOf)).toEqual([0.15, 0.4, 0.75]);
    expect(rankOf(4)).toBe(0);
  });

  it("by R's ranks average within ties without weights, in the order of the rows", () => {
    // R 4.2.2: ave(cumsum(w) - w/2, factor(y)) / sum(w) for y = 1, 2, 2, 3 and w = 1, 2, 4, 3
    const rankOf = populationRanksInR([2, 1, 3, 2], [2, 1, 3, 4]);
    expect(rankOf(1)).toBeCloseTo(0.05, 12);
    expect(rankOf(2)).toBeCloseTo((2 + 5) / 2 / 10, 12);
    expect(rankOf(3)).toBeCloseTo(0.85, 12);
    expect(() => populationRanksInR([1], [1, 2])).toThrow(RangeError);
  });

  it("with equal weights rank as Kruskal and Wallis do", () => {
    const groups = [
      [1, 3, 2, 4, 4],
      [2, 5, 5, 3],
      [1, 1, 2, 4, 3, 2],
    ];
    const plain = groups.map((group) => tallyOf(group));
    const equal = groups.map((group) =>
      tallyOf(
        group,
        group.map(() => 2),
        15,
      ),
    );
    const kruskal = tested(kruskalWallis(plain));
    const wald = tested(weightedRankTest(equal, populationRanks(equal)));
    kruskal.meanRanks.forEach((rank, group) => {
      expect(wald.means[group]).toBeCloseTo((rank - 0.5) / 15, 12);
    });
  });

  it("name what is missing", () => {
    const one = weightedMeans([sumsOfTally(tallyOf([1, 2, 3], [1, 1, 1])), sumsOfTally(tallyOf([], []))]);
    expect(waldTest(one)).toEqual({ kind: "too-few-groups", groups: 1, required: 2 });
    const row = { value: 3, weight: 1, cluster: 0 };
    const single = [row, row, row, row].map((each, index) => ({ ...each, value: index, group: index % 2 }));
    expect(designBasedT(clustered(single, 2, 1), 0.95)).toEqual({ kind: "too-few-answers", n: 1, required: 3 });
    const constant = [0, 1, 2, 3].map((cluster) => ({ ...row, cluster, group: cluster % 2 }));
    expect(designBasedT(clustered(constant, 2), 0.95)).toEqual({ kind: "no-variation" });
    expect(waldTest(clustered(constant, 2))).toEqual({ kind: "no-variation" });
  });

  it("refuse columns of different length, negative weights, unknown clusters and more than two groups for t", () => {
    const answers = { values: Float64Array.of(1, 2), weights: null, groups: { codes: [0, 1], count: 2 } };
    expect(() => clusteredMeans({ ...answers, clusters: { codes: [0], count: 1 } })).toThrow(RangeError);
    expect(() => clusteredMeans({ ...answers, clusters: { codes: [0, 7], count: 2 } })).toThrow(RangeError);
    const negative = { ...answers, weights: Float64Array.of(1, -1), clusters: { codes: [0, 1], count: 2 } };
    expect(() => clusteredMeans(negative)).toThrow(RangeError);
    const three = weightedMeans(
      [
        [1, 2],
        [2, 3],
        [3, 5],
      ].map((group) => sumsOfTally(tallyOf(group))),
    );
    expect(() => designBasedT(three, 0.95)).toThrow(RangeError);
    expect(() => designBasedT(three, 1)).toThrow(RangeError);
  });
});

const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
const within = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);

describe("the level of design-based tests, with groups of unequal size", () => {
  it("holds where weights differ eightfold and go with the spread", () => {
    const random = randomFromSeed(46);
    const runs = 600;
    let [t, wald, ranks] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const tallies = [60, 150, 90].map((n) => {
        const weights = Array.from({ length: n }, () => (random.nextUnit() < 0.3 ? 2 : 0.25));
        return tallyOf(
          weights.map((weight) => weight * normal(random)),
          weights,
          300,
        );
      });
      const sums = tallies.map(sumsOfTally);
      t += Number(estimated(designBasedT(weightedMeans(sums.slice(0, 2)), 0.95)).pValue < 0.05) / runs;
      wald += Number(tested(waldTest(weightedMeans(sums))).pValue < 0.05) / runs;
      ranks += Number(tested(weightedRankTest(tallies, populationRanks(tallies))).pValue < 0.05) / runs;
    }
    // Linearised variances of groups with about twenty heavy answers are a little small: two points.
    for (const rate of [t, wald, ranks]) {
      expect(rate).toBeLessThan(0.05 + 0.02 + within(runs));
      expect(rate).toBeGreaterThan(0.05 - within(runs));
    }
  });

  it("holds in three small groups of unequal weights and spread, where R's form does not", () => {
    const random = randomFromSeed(48);
    const runs = 1500;
    const level = (means: typeof weightedMeans) =>
      shareOfRuns(runs, () => {
        const groups = [
          [10, 2],
          [15, 1],
          [30, 1],
        ].map(([n, spread]) => {
          const weights = lognormalWeights(random, n, 0.6);
          return sumsOfColumn(
            weights.map(() => spread * normalFrom(random)),
            weights,
            n,
          );
        });
        const test = waldTest(means(groups));
        return test.kind === "tested" && test.pValue < 0.05;
      });
    // One point beside the tolerance for weights that leave the smallest group seven effective answers.
    expect(Math.abs(level(weightedMeans) - 0.05)).toBeLessThan(0.01 + fourErrors(0.05, runs));
    expect(level(weightedMeansInR)).toBeGreaterThan(0.08);
  });

  it("holds where customers of one branch answer alike; that of independent respondents is broken", () => {
    const random = randomFromSeed(47);
    const runs = 500;
    let [own, naive] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const rows = Array.from({ length: 36 }, (_, cluster) => {
        const level = normal(random);
        const size = 4 + random.nextBelow(12);
        return Array.from({ length: size }, () => ({
          value: level + normal(random),
          weight: 0.5 + random.nextUnit(),
          group: Number(cluster < 22),
          cluster,
        }));
      }).flat();
      own += Number(estimated(designBasedT(clustered(rows, 2, 36), 0.95)).pValue < 0.05) / runs;
      const [a, b] = talliesOf(rows, 2).map(sumsOfTally);
      if (a && b) naive += Number(estimated(differenceOfMeans(a, b, 0.95)).pValue < 0.05) / runs;
    }
    // Thirty-six clusters of unequal size leave the linearised variance a little small: two points.
    expect(own).toBeLessThan(0.05 + 0.02 + within(runs));
    expect(naive).toBeGreaterThan(0.2);
  });
});
