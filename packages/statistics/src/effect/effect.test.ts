/** Golden values: golden/second/expected/survey_effect.json, through reference/families/effect. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { recommendationMark } from "../scores/net-promoter-score.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import { changeOfMeans, changeOfNps, changeOfPairs, changeOfShares } from "./before-after.ts";
import { type ChangeQuestion, changeVerdict } from "./change-verdict.ts";
import { differenceInDifferences, type TreatmentRows } from "./difference-in-differences.ts";

const question: ChangeQuestion = { confidence: 0.95, relevantChange: 0, direction: "higher-is-better" };
const interval = (lower: number, upper: number) => ({ lower, upper, confidence: 0.95, method: "t" }) as const;
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
const within = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);

describe("a verdict on a change", () => {
  it.each([
    [0.1, 0.9, 0, "improved"],
    [-0.9, -0.1, 0, "worsened"],
    [-0.1, 0.9, 0, "no-evidence"],
    [-0.1, 0.2, 0.3, "no-relevant-change"],
    [0.1, 0.2, 0.3, "no-relevant-change"],
    [0.1, 0.4, 0.3, "improved"],
    [-0.3, 0.2, 0.3, "no-evidence"],
    [-0.9, 0.2, 0.3, "no-evidence"],
    [0, 0.5, 0, "no-evidence"],
  ])("of %d … %d, where %d matters, is %s", (lower, upper, relevantChange, verdict) => {
    expect(changeVerdict(interval(lower, upper), { ...question, relevantChange })).toBe(verdict);
  });

  it("turns round where lower is better", () => {
    const complaints: ChangeQuestion = { ...question, direction: "lower-is-better" };
    expect(changeVerdict(interval(-0.9, -0.1), complaints)).toBe("improved");
    expect(changeVerdict(interval(0.1, 0.9), complaints)).toBe("worsened");
  });

  it("is asked with a change of 0 or more and a confidence within (0, 1)", () => {
    expect(() => changeVerdict(interval(0, 1), { ...question, relevantChange: -1 })).toThrow(RangeError);
    expect(() => changeVerdict(interval(0, 1), { ...question, relevantChange: Number.NaN })).toThrow(RangeError);
    expect(() => changeVerdict(interval(0, 1), { ...question, confidence: 1 })).toThrow(RangeError);
  });
});

describe("before and after", () => {
  const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 10 });

  it("gives fit numbers or a variant, and turns with time", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const [before, after] = [tallyOf(a), tallyOf(b)];
        const both = (first: typeof before, second: typeof before) => [
          changeOfMeans(sumsOfTally(first), sumsOfTally(second), question),
          changeOfShares(first, second, (value) => value >= 9, question),
          changeOfNps(first, second, question),
        ];
        const reversed = both(after, before);
        both(before, after).forEach((own, index) => {
          expect(unfitNumbers(own)).toEqual([]);
          const other = reversed[index];
          if (own.kind !== "estimated" || other?.kind !== "estimated") return;
          expect(other.value).toBeCloseTo(-own.value, 9);
          const turned = { improved: "worsened", worsened: "improved" };
          expect(other.verdict).toBe(
            own.verdict === "improved" || own.verdict === "worsened" ? turned[own.verdict] : own.verdict,
          );
        });
      }),
    );
  });

  it("is after minus before, of people who answered once or twice", () => {
    const [before, after] = [Float64Array.of(3, 4, 5, 2, 3, 4), Float64Array.of(5, 5, 6, 4, 4, 5)];
    const sums = [before, after].map((column) => sumsOfColumn(column, null, 6));
    const [first, second] = sums;
    if (first === undefined || second === undefined) throw new Error("two samples");
    const independent = estimated(changeOfMeans(first, second, question));
    const paired = estimated(changeOfPairs(before, after, null, question));
    expect(independent.value).toBeCloseTo(8 / 6, 12);
    expect(paired.value).toBeCloseTo(8 / 6, 12);
    // The same people: their own level drops out, and the same change is far more certain.
    expect(paired.standardError).toBeLessThan(independent.standardError / 2);
    expect([independent.verdict, paired.verdict]).toEqual(["improved", "improved"]);
    const nps = estimated(
      changeOfPairs(
        Float64Array.of(9, 3, 8, 2).map(recommendationMark),
        Float64Array.of(9, 8, 9, 9).map(recommendationMark),
        null,
        question,
      ),
    );
    expect(nps.value).toBe(100);
  });

  it("names what is missing, and asks the question first", () => {
    const one = Float64Array.of(3);
    expect(changeOfPairs(one, one, null, question)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    expect(changeOfNps(tallyOf([]), tallyOf([9, 9]), question).kind).toBe("too-few-answers");
    expect(() => changeOfPairs(one, one, null, { ...question, relevantChange: -1 })).toThrow(RangeError);
    expect(() => changeOfNps(tallyOf([3, 4]), tallyOf([9, 9]), { ...question, relevantChange: -1 })).toThrow(
      RangeError,
    );
  });
});

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
function branches(random: Random, [withMeasure, without]: readonly [number, number], effect: number) {
  const rows = Array.from({ length: withMeasure + without }, (_, cluster) => {
    const [level, change] = [normal(random), 0.7 * normal(random)];
    const treated = Number(cluster < withMeasure);
    return [0, 1].flatMap((after) =>
      Array.from({ length: 4 + random.nextBelow(14) }, () => ({
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
    // Nine clusters of unequal size leave the linearised variance a little small: three points.
    expect(rejected).toBeLessThan(0.05 + 0.03 + within(runs));
    expect(covered).toBeGreaterThan(0.95 - 0.03 - within(runs));
    expect(naive).toBeGreaterThan(0.15);
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

  it("of “no relevant change” is wrong at most as often as the interval where the change just matters", () => {
    const random = randomFromSeed(55);
    const runs = 800;
    let wrong = 0;
    for (let run = 0; run < runs; run++) {
      const before = Float64Array.from({ length: 150 }, () => normal(random));
      const after = Float64Array.from({ length: 700 }, () => 0.5 + normal(random));
      const found = estimated(
        changeOfMeans(sumsOfColumn(before, null, 150), sumsOfColumn(after, null, 700), {
          ...question,
          relevantChange: 0.5,
        }),
      );
      wrong += Number(found.verdict === "no-relevant-change") / runs;
    }
    expect(Math.abs(wrong - 0.025)).toBeLessThan(4 * Math.sqrt((0.025 * 0.975) / runs));
  });
});
