/** Golden values: golden/second/expected/survey_effect.json, through reference/families/effect. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { changeOfMeans } from "./before-after.ts";
import type { ChangeQuestion } from "./change-verdict.ts";
import {
  differenceInDifferences,
  differenceInDifferencesInR,
  type TreatmentRows,
} from "./difference-in-differences.ts";

const question: ChangeQuestion = { confidence: 0.95, relevantChange: 0, direction: "higher-is-better" };
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
const within = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);

const anyTreatment = fc
  .array(
    fc.record({
      outcome: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN)),
      treated: fc.constantFrom(0, 1, 0, 1, 2),
      after: fc.constantFrom(0, 1),
      weight: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 3, noNaN: true })),
      cluster: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 20 },
  )
  .map((rows): TreatmentRows & { readonly weights: Float64Array } => ({
    outcome: Float64Array.from(rows, ({ outcome }) => outcome),
    treated: rows.map(({ treated }) => treated),
    after: rows.map(({ after }) => after),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    clusters: { codes: rows.map(({ cluster }) => cluster), count: 5 },
  }));

describe("a difference in differences", () => {
  it("gives fit numbers or a variant, whatever the data", () => {
    fc.assert(
      fc.property(anyTreatment, (rows) => {
        for (const data of [rows, { ...rows, clusters: null }, { ...rows, weights: null, clusters: null }]) {
          expect(unfitNumbers(differenceInDifferences(data, question))).toEqual([]);
        }
      }),
    );
  });

  it("is the change with the measure less the change without it", () => {
    fc.assert(
      fc.property(anyTreatment, (rows) => {
        const found = differenceInDifferences({ ...rows, clusters: null }, question);
        if (found.kind !== "estimated") return;
        const [withoutBefore, withoutAfter, withBefore, withAfter] = found.cells.map(({ mean }) => mean);
        expect(found.changeWith).toBeCloseTo(Number(withAfter) - Number(withBefore), 12);
        expect(found.changeWithout).toBeCloseTo(Number(withoutAfter) - Number(withoutBefore), 12);
        expect(found.value).toBeCloseTo(found.changeWith - found.changeWithout, 12);
        const swapped = {
          ...rows,
          clusters: null,
          treated: Array.from(rows.treated, (each) => (each > 1 ? each : 1 - each)),
        };
        const other = estimated(differenceInDifferences(swapped, question));
        expect(other.value).toBeCloseTo(-found.value, 12);
        expect(other.standardError).toBeCloseTo(found.standardError, 12);
      }),
    );
  });

  it("takes equal weights as none, and a constant added to everybody as nothing", () => {
    fc.assert(
      fc.property(anyTreatment, (rows) => {
        const plain = differenceInDifferences({ ...rows, weights: null }, question);
        const equal = differenceInDifferences(
          { ...rows, weights: new Float64Array(rows.outcome.length).fill(3) },
          question,
        );
        const shifted = differenceInDifferences(
          { ...rows, weights: null, outcome: rows.outcome.map((value) => value + 100) },
          question,
        );
        expect(equal.kind).toBe(plain.kind);
        if (plain.kind !== "estimated" || equal.kind !== "estimated" || shifted.kind !== "estimated") return;
        for (const other of [equal, shifted]) {
          expect(other.value).toBeCloseTo(plain.value, 9);
          expect(other.standardError).toBeCloseTo(plain.standardError, 9);
        }
      }),
    );
  });

  it("takes equal answers that differ by rounding alone for equal", () => {
    const almost = [80, 80 + 1.5e-14, 80, 0.1 + 79.9, 70, 70, 70 + 1.5e-14, 70];
    const rows = {
      outcome: Float64Array.from([...almost, ...almost.toReversed()]),
      treated: [...almost.map(() => 0), ...almost.map(() => 1)],
      after: [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1],
      weights: Float64Array.from({ length: 16 }, (_, row) => 0.1 + (row % 3)),
    };
    const clusters = { codes: Array.from({ length: 16 }, (_, row) => (row >> 3) * 2 + (row & 1)), count: 4 };
    for (const own of [null, clusters]) {
      expect(differenceInDifferences({ ...rows, clusters: own }, question).kind).toBe("no-variation");
      expect(differenceInDifferencesInR({ ...rows, clusters: own }, question).kind).toBe("no-variation");
    }
  });

  it("has no error of clusters that all changed alike", () => {
    const level = [0.1, 0.7, 1.3, 2.9];
    const rows = {
      outcome: Float64Array.from(level.flatMap((each, cluster) => [each, each + (cluster < 2 ? 0.3 : 0.9)])),
      treated: [0, 0, 0, 0, 1, 1, 1, 1],
      after: [0, 1, 0, 1, 0, 1, 0, 1],
      weights: null,
      clusters: { codes: [0, 0, 1, 1, 2, 2, 3, 3], count: 4 },
    };
    for (const found of [differenceInDifferences(rows, question), differenceInDifferencesInR(rows, question)]) {
      expect(found).toEqual({ kind: "no-variation", value: expect.closeTo(0.6, 12) });
    }
  });

  it("of clusters of one size has the error of their changes, and the degrees of freedom of two equal arms", () => {
    const changes = [0.2, 0.9, -0.4, 1.1, 2, 1.4];
    const rows = {
      outcome: Float64Array.from(changes.flatMap((change, cluster) => [cluster % 4, (cluster % 4) + change])),
      treated: changes.flatMap((_, cluster) => [Number(cluster > 2), Number(cluster > 2)]),
      after: changes.flatMap(() => [0, 1]),
      weights: null,
      clusters: { codes: changes.flatMap((_, cluster) => [cluster, cluster]), count: 6 },
    };
    const found = estimated(differenceInDifferences(rows, question));
    const arms = [changes.slice(0, 3), changes.slice(3)].map((arm) => sumsOfColumn(Float64Array.from(arm), null, 3));
    const welch = estimated(changeOfMeans(arms[0], arms[1], question));
    expect(found.standardError).toBeCloseTo(welch.standardError, 12);
    // Under equal variances, the working model: 2 (3 − 1), where Welch's own estimate lies at or below.
    expect(found.degreesOfFreedom).toBeCloseTo(4, 10);
    expect([found.n, found.effectiveN, found.clusters]).toEqual([12, 12, 6]);
  });

  it("names what is missing", () => {
    const rows = { outcome: Float64Array.of(1, 2, 3, 4), treated: [0, 0, 1, 1], after: [0, 1, 0, 1], weights: null };
    expect(differenceInDifferences({ ...rows, clusters: null }, question)).toEqual({
      kind: "too-few-answers",
      n: 1,
      required: 2,
    });
    const one = { codes: [0, 0, 1, 1], count: 2 };
    expect(differenceInDifferences({ ...rows, clusters: one }, question)).toEqual({
      kind: "too-few-clusters",
      clusters: 1,
      required: 2,
    });
    // Before and after from one branch each leave nothing to see of the spread between branches.
    const cells = { codes: [0, 0, 1, 2, 3, 4, 5, 6], count: 7 };
    const spread = {
      outcome: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 9),
      treated: [0, 0, 0, 0, 1, 1, 1, 1],
      after: [0, 0, 1, 1, 0, 0, 1, 1],
    };
    expect(differenceInDifferences({ ...spread, weights: null, clusters: cells }, question)).toEqual({
      kind: "too-few-clusters",
      clusters: 1,
      required: 2,
    });
    const twice = (each: ArrayLike<number>) => [...Array.from(each), ...Array.from(each)];
    const doubled = {
      outcome: Float64Array.from(twice(rows.outcome)),
      treated: twice(rows.treated),
      after: twice(rows.after),
      weights: null,
      clusters: null,
    };
    expect(differenceInDifferences(doubled, question)).toEqual({ kind: "no-variation", value: 0 });
  });

  it("refuses columns of different length, negative weights and unknown clusters", () => {
    const rows = { outcome: Float64Array.of(1, 2), treated: [0, 1], after: [0, 1], weights: null, clusters: null };
    expect(() => differenceInDifferences({ ...rows, after: [0] }, question)).toThrow(RangeError);
    expect(() => differenceInDifferences({ ...rows, weights: Float64Array.of(1, -1) }, question)).toThrow(RangeError);
    expect(() => differenceInDifferences({ ...rows, clusters: { codes: [0, 5], count: 2 } }, question)).toThrow(
      RangeError,
    );
    expect(() => differenceInDifferences(rows, { ...question, confidence: 0 })).toThrow(RangeError);
  });
});

/** Branches with their own level and their own change; unequal sizes, weights, and more branches without the measure. */
function branches(
  random: Random,
  [withMeasure, without]: readonly [number, number],
  effect: number,
  customers = () => 4 + random.nextBelow(14),
) {
  const rows = Array.from({ length: withMeasure + without }, (_, cluster) => {
    const [level, change] = [normal(random), 0.7 * normal(random)];
    const treated = Number(cluster < withMeasure);
    return [0, 1].flatMap((after) =>
      Array.from({ length: customers() }, () => ({
        value: level + after * (0.3 + change + effect * treated) + normal(random),
        treated,
        after,
        cluster,
        weight: 0.4 + random.nextUnit(),
      })),
    );
  }).flat();
  return {
    outcome: Float64Array.from(rows, ({ value }) => value),
    treated: rows.map(({ treated }) => treated),
    after: rows.map(({ after }) => after),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    clusters: { codes: rows.map(({ cluster }) => cluster), count: withMeasure + without },
  };
}

describe("the level and coverage of a difference in differences", () => {
  it("hold for clusters with weights and unequal numbers, and are broken without the clusters", () => {
    const random = randomFromSeed(53);
    const runs = 600;
    let [rejected, naive, covered] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const nothing = branches(random, [9, 21], 0);
      rejected += Number(estimated(differenceInDifferences(nothing, question)).pValue < 0.05) / runs;
      naive +=
        Number(estimated(differenceInDifferences({ ...nothing, clusters: null }, question)).pValue < 0.05) / runs;
      const { interval: limits } = estimated(differenceInDifferences(branches(random, [9, 21], 0.6), question));
      covered += Number(limits.lower < 0.6 && 0.6 < limits.upper) / runs;
    }
    expect(Math.abs(rejected - 0.05)).toBeLessThan(within(runs));
    expect(Math.abs(covered - 0.95)).toBeLessThan(within(runs));
    expect(naive).toBeGreaterThan(0.15);
  });

  it("hold for three branches with the measure and branches of very unequal size, which R's form does not", () => {
    const random = randomFromSeed(56);
    const runs = 1200;
    let [rejected, inR, sized] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const data = branches(random, [3, 12], 0, () => Math.max(2, Math.round(8 * Math.exp(normal(random)))));
      const found = estimated(differenceInDifferences(data, question));
      rejected += Number(found.pValue < 0.05) / runs;
      inR += Number(estimated(differenceInDifferencesInR(data, question)).pValue < 0.05) / runs;
      sized += Number(found.effectiveN < found.n && found.effectiveN > 0.8 * found.n);
    }
    expect(rejected).toBeLessThan(0.05 + within(runs));
    expect(inR).toBeGreaterThan(0.09);
    expect(sized).toBe(runs);
  });

  it("hold for independent respondents where one small cell varies most", () => {
    const random = randomFromSeed(54);
    const runs = 1000;
    const [sizes, spread] = [
      [60, 25, 40, 10],
      [1, 1, 1.5, 3],
    ];
    const cells = sizes.flatMap((n, cell) => Array<number>(n).fill(cell));
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const data = {
        outcome: Float64Array.from(cells, (cell) => spread[cell] * normal(random)),
        treated: cells.map((cell) => cell >> 1),
        after: cells.map((cell) => cell & 1),
        weights: null,
        clusters: null,
      };
      rejected += Number(estimated(differenceInDifferences(data, question)).pValue < 0.05) / runs;
    }
    expect(Math.abs(rejected - 0.05)).toBeLessThan(within(runs));
  });
});
