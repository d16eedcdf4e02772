import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { dimensionAlphas } from "./dimension-alphas.ts";
import { dimensionGaps } from "./dimension-gaps.ts";
import { checkPoints } from "./importance-points.ts";
import { itemGaps } from "./item-gaps.ts";
import { pairedGap } from "./paired-gap.ts";
import { type DimensionScores, qualityAtMeanPoints, unweightedQuality, weightedQuality } from "./service-quality.ts";
import { dimensionMeans, gapColumns, raterDimensions, type ServqualAnswers } from "./servqual-answers.ts";

const dimensions = [
  { name: "Tangibles", items: [0, 1] },
  { name: "Empathy", items: [2] },
];

const answer = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, Number.NaN);
const rows = fc.array(
  fc.record({
    perceptions: fc.tuple(answer, answer, answer),
    expectations: fc.tuple(answer, answer, answer),
    points: fc.constantFrom([50, 50], [20, 80], [100, 0], [60, 60], [Number.NaN, 50], [120, -20]),
    weight: fc.constantFrom(0, 0.5, 1, 2),
  }),
  { maxLength: 15 },
);
type Rows = readonly {
  readonly perceptions: readonly number[];
  readonly expectations: readonly number[];
  readonly points: readonly number[];
  readonly weight: number;
}[];

function answersOf(data: Rows, kind: "weighted" | "unweighted"): ServqualAnswers {
  const columns = (of: (row: Rows[number]) => readonly number[]) =>
    [0, 1, 2].map((item) => Float64Array.from(data, (row) => of(row)[item]));
  return {
    perceptions: columns((row) => row.perceptions),
    expectations: columns((row) => row.expectations),
    caseWeights: kind === "weighted" ? Float64Array.from(data, (row) => row.weight) : null,
    designN: data.length,
  };
}

function everything(data: Rows, kind: "weighted" | "unweighted") {
  const answers = answersOf(data, kind);
  const { caseWeights, designN } = answers;
  const points = [0, 1].map((place) => Float64Array.from(data, (row) => row.points[place]));
  const of: DimensionScores = { scores: dimensionMeans(gapColumns(answers), dimensions, 0.5), caseWeights, designN };
  return {
    items: itemGaps(answers, 0.95),
    dimensions: dimensionGaps(answers, dimensions, 0.5, 0.95),
    alphas: dimensionAlphas(answers, dimensions, 0.95),
    unweighted: unweightedQuality(of, 0.95),
    individual: weightedQuality(of, points, 0.95),
    meanPoints: qualityAtMeanPoints(of, points, 0.95),
  };
}

function normal(random: Random): number {
  return normalQuantile(random.nextUnit() || 0.5);
}

describe("gaps between perception and expectation", () => {
  it("that are equal but for rounding, or cancel out, have no variation", () => {
    const perceptions = [Float64Array.of(80.00000000000001, 60, 40), Float64Array.of(0.1, 0.5, 0.2)];
    const expectations = [Float64Array.of(80, 60, 40), Float64Array.of(0.1, 0.5, 0.2)];
    const answers = { perceptions, expectations, caseWeights: null, designN: 3 };
    for (const { gap } of itemGaps(answers, 0.95)) expect(gap).toEqual({ kind: "no-variation", value: 0, n: 3 });
    const cancelling = dimensionMeans(
      [Float64Array.of(0.1, 1), Float64Array.of(0.2, 2), Float64Array.of(-0.3, -3)],
      [{ name: "all", items: [0, 1, 2] }],
      1,
    );
    expect([...cancelling.values]).toEqual([0, 0]);
  });

  it("have finite numbers or a variant, whatever the answers", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("weighted", "unweighted"), (data, kind) => {
        expect(unfitNumbers(everything(data, kind))).toEqual([]);
      }),
    );
  });

  it("are the same in any order, change their sign with the sides, and take a weight of two as the row twice", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const own = everything(data, "unweighted");
        const turned = everything(data.toReversed(), "unweighted");
        const swapped = everything(
          data.map((row) => ({ ...row, perceptions: row.expectations, expectations: row.perceptions })),
          "unweighted",
        );
        const whole = data.map((row) => ({ ...row, weight: Math.ceil(row.weight) }));
        const weighted = everything(whole, "weighted");
        const repeated = everything(
          whole.flatMap((row) => new Array<Rows[number]>(row.weight).fill(row)),
          "unweighted",
        );
        own.dimensions.forEach(({ gap }, place) => {
          const others = [turned, swapped].map((each) => each.dimensions[place].gap);
          expect(others.map(({ kind }) => kind)).toEqual([gap.kind, gap.kind]);
          if (gap.kind === "too-few-answers") return;
          const [same, opposite] = others;
          if (same.kind !== "too-few-answers") expect(same.value).toBeCloseTo(gap.value, 12);
          if (opposite.kind !== "too-few-answers") expect(opposite.value).toBeCloseTo(-gap.value, 12);
        });
        const [a, b] = [weighted.individual.mean, repeated.individual.mean];
        if (a.kind === "estimated" && b.kind === "estimated") expect(a.value).toBeCloseTo(b.value, 12);
      }),
    );
  });

  it("of an item are over those who answered both sides", () => {
    const [item] = itemGaps(
      {
        perceptions: [Float64Array.of(5, 6, Number.NaN, 7)],
        expectations: [Float64Array.of(7, Number.NaN, 6, 6)],
        caseWeights: null,
        designN: 4,
      },
      0.95,
    );
    expect(estimated(item.gap)).toMatchObject({ value: -0.5, n: 2, degreesOfFreedom: 1 });
    expect(estimated(item.perception).value).toBe(6);
    expect(estimated(item.expectation).n).toBe(3);
  });

  it("that are all equal are no variation and not a test", () => {
    expect(pairedGap(Float64Array.of(-1, -1, -1), null, 3, 0.95)).toEqual({ kind: "no-variation", value: -1, n: 3 });
    expect(pairedGap(Float64Array.of(0.1 - 0.3, 0.5 - 0.7, 0.2 - 0.4), null, 3, 0.95).kind).toBe("no-variation");
  });

  it("of no difference are called different at 5 %, where sides correlate and weights differ", () => {
    const random = randomFromSeed(61);
    const runs = 1500;
    const rejected = (n: number, weight: () => number, isWeighted: "weighted" | "unweighted") => {
      let count = 0;
      for (let run = 0; run < runs; run++) {
        const gaps = Float64Array.from({ length: n }, () => {
          const person = normal(random);
          return person + 0.5 * normal(random) - (person + 1.5 * normal(random));
        });
        const weights = isWeighted === "weighted" ? gaps.map(weight) : null;
        const test = pairedGap(gaps, weights, n, 0.95);
        if (test.kind === "estimated" && test.pValue < 0.05) count += 1;
      }
      return count / runs;
    };
    const margin = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(rejected(9, () => 1, "unweighted") - 0.05)).toBeLessThan(margin);
    expect(Math.abs(rejected(250, () => (random.nextUnit() < 0.3 ? 2 : 0.4), "weighted") - 0.05)).toBeLessThan(margin);
    // Fifteen respondents worth ten: the linearised z rejected 10 %.
    expect(Math.abs(rejected(15, () => Math.exp(0.7 * normal(random)), "weighted") - 0.05)).toBeLessThan(0.01 + margin);
  });

  it("need columns that fit", () => {
    const answers = answersOf([], "unweighted");
    expect(() => itemGaps({ ...answers, expectations: [] }, 0.95)).toThrow(RangeError);
    expect(() => itemGaps({ ...answers, perceptions: [], expectations: [] }, 0.95)).toThrow(RangeError);
    expect(() => itemGaps({ ...answers, caseWeights: Float64Array.of(1) }, 0.95)).toThrow(RangeError);
    const short = [Float64Array.of(1), Float64Array.of(1), Float64Array.of()];
    expect(() => itemGaps({ ...answers, perceptions: short }, 0.95)).toThrow(RangeError);
    expect(() => itemGaps(answers, 0)).toThrow(RangeError);
  });
});

describe("dimensions", () => {
  it("of the published instrument hold each of the 22 items once", () => {
    expect(raterDimensions.flatMap(({ items }) => items)).toEqual(Array.from({ length: 22 }, (_, item) => item));
  });

  it("are scored from half of their items up, and no further down", () => {
    const columns = [Float64Array.of(4, 4), Float64Array.of(6, Number.NaN), Float64Array.of(1, Number.NaN)];
    const three = [{ name: "all", items: [0, 1, 2] }];
    expect([...dimensionMeans(columns, three, 0.5).values]).toEqual([11 / 3, Number.NaN]);
    expect([...dimensionMeans(columns, three, 1 / 3).values]).toEqual([11 / 3, 4]);
    expect([...dimensionMeans(columns, dimensions, 1).values]).toEqual([5, 1, Number.NaN, Number.NaN]);
  });

  it("name items that are there, and at least one", () => {
    const columns = [Float64Array.of(1)];
    expect(() => dimensionMeans(columns, [{ name: "none", items: [] }], 0.5)).toThrow(RangeError);
    expect(() => dimensionMeans(columns, [{ name: "absent", items: [1] }], 0.5)).toThrow(RangeError);
    expect(() => dimensionMeans(columns, [{ name: "one", items: [0] }], 0)).toThrow(RangeError);
  });

  it("of one item have no alpha", () => {
    const data = [5, 6, 7, 4].map((value) => ({
      perceptions: [value, value, value],
      expectations: [7, 6, 5],
      points: [50, 50],
      weight: 1,
    }));
    const [first, second] = dimensionAlphas(answersOf(data, "unweighted"), dimensions, 0.95);
    expect(estimated(first.perceptions).value).toBeCloseTo(1, 12);
    expect(first.expectations.kind).toBe("constant-variables");
    expect(second.perceptions).toEqual({ kind: "single-item" });
  });
});

describe("the total", () => {
  const points = [Float64Array.of(50, 50, 60, Number.NaN), Float64Array.of(50, 50, 60, 50)];
  const scores = { rows: 4, columns: 2, values: Float64Array.of(-1, -2, -3, 0, -9, -9, -1, -1) };
  const of: DimensionScores = { scores, caseWeights: null, designN: 4 };

  it("leaves points that do not sum to 100 out, and says whose they are", () => {
    expect(checkPoints(points)).toEqual({ valid: [true, true, false, false], faulty: [2], missing: [3] });
    expect(checkPoints([Float64Array.of(33.3), Float64Array.of(33.3), Float64Array.of(33.3)]).faulty).toEqual([]);
    expect(checkPoints([Float64Array.of(120), Float64Array.of(-20)]).faulty).toEqual([0]);
    const found = weightedQuality(of, points, 0.95);
    expect(found.faultyPoints).toEqual([2]);
    expect(estimated(found.mean)).toMatchObject({ value: -1.5, n: 2 });
  });

  it("with the same points for all is the unweighted one, individually and at mean points", () => {
    const even = points.map((column) => column.map(() => 50));
    const unweighted = estimated(unweightedQuality(of, 0.95).mean);
    const individual = estimated(weightedQuality(of, even, 0.95).mean);
    const atMean = estimated(qualityAtMeanPoints(of, even, 0.95));
    for (const other of [individual, atMean]) {
      expect(other.value).toBeCloseTo(unweighted.value, 12);
      expect(other.standardError).toBeCloseTo(unweighted.standardError, 12);
    }
  });

  it("at mean points covers the true value at its level, where points and scores go together and weights differ", () => {
    const random = randomFromSeed(62);
    const runs = 800;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const n = 200;
      const first = Float64Array.from({ length: n }, () => Math.min(95, Math.max(5, 40 + 12 * normal(random))));
      // Expected points 40 and 60; scores −1 + 0.03 (points − 40) and −0.5: Σ = 0.4 · −1 + 0.6 · −0.5 = −0.7.
      const values = new Float64Array(2 * n);
      first.forEach((value, row) => {
        values[2 * row] = -1 + 0.03 * (value - 40) + 0.8 * normal(random);
        values[2 * row + 1] = -0.5 + 0.8 * normal(random);
      });
      const caseWeights = first.map(() => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const drawn = { scores: { rows: n, columns: 2, values }, caseWeights, designN: n };
      const { interval } = estimated(qualityAtMeanPoints(drawn, [first, first.map((value) => 100 - value)], 0.95));
      if (interval.lower <= -0.7 && interval.upper >= -0.7) covered += 1;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it("needs points that fit the dimensions", () => {
    expect(() => weightedQuality(of, [points[0]], 0.95)).toThrow(RangeError);
    expect(() => qualityAtMeanPoints(of, [points[0], Float64Array.of(1)], 0.95)).toThrow(RangeError);
    expect(() => checkPoints([])).toThrow(RangeError);
    expect(() => checkPoints([Float64Array.of(1), Float64Array.of()])).toThrow(RangeError);
    expect(
      variant(
        unweightedQuality({ ...of, scores: { ...scores, rows: 1, values: scores.values.slice(0, 2) } }, 0.95).mean,
        "too-few-answers",
      ).n,
    ).toBe(1);
  });
});
