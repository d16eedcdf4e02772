import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { momentsOf } from "../moments/moments.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import {
  type CorrelationOf,
  correlationValues,
  listwiseCorrelations,
  pairAt,
  pairwiseCorrelations,
} from "./correlation-table.ts";
import { kendallCorrelation } from "./kendall.ts";
import { partialCorrelations } from "./partial.ts";
import { pearsonCorrelation } from "./pearson.ts";
import { polyserialCorrelation } from "./polyserial.ts";
import { spearmanCorrelation } from "./spearman.ts";

const coefficients: readonly (readonly [string, CorrelationOf])[] = [
  ["Pearson's r", pearsonCorrelation],
  ["Spearman's ρ", spearmanCorrelation],
  ["Kendall's τ-b", kendallCorrelation],
];
const x = Float64Array.of(1, 2, 2, 3, 5, 4, 4, 1, 3, 5);
const y = Float64Array.of(2, 1, 3, 3, 4, 5, 3, 1, 4, 4);
const weights = Float64Array.of(1, 2, 0.5, 1, 3, 1, 2, 1, 0.7, 1);

function normal(random: Random): number {
  return normalQuantile(random.nextUnit() || 0.5);
}

/** Ratings 1–5 and 1–7 cut from normal variables that are correlated by `rho`; weights differ fivefold. */
function ratings(random: Random, n: number, rho: number) {
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  const caseWeights = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const a = normal(random);
    const b = rho * a + Math.sqrt(1 - rho * rho) * normal(random);
    first[row] = Math.max(1, Math.min(5, Math.round(3.6 + a)));
    second[row] = Math.max(1, Math.min(7, Math.round(5 + 1.3 * b)));
    caseWeights[row] = random.nextUnit() < 0.3 ? 2 : 0.4;
  }
  return { first, second, caseWeights };
}

/** Four binomial standard errors of a share that should be `share`. */
const within = (share: number, runs: number) => 4 * Math.sqrt((share * (1 - share)) / runs);

describe.each(coefficients)("%s", (_name, coefficient) => {
  const of = (a: Float64Array, b: Float64Array, w: Float64Array | null = null) => estimated(coefficient(a, b, w, 0.95));

  it("is the same with the variables changed over, and turns its sign with one of them", () => {
    const own = of(x, y, weights);
    expect(of(y, x, weights).value).toBeCloseTo(own.value, 13);
    const turned = of(
      x.map((value) => -value),
      y,
      weights,
    );
    expect(turned.value).toBeCloseTo(-own.value, 13);
    expect(turned.interval.lower).toBeCloseTo(-own.interval.upper, 12);
    expect(turned.pValue).toBeCloseTo(own.pValue, 12);
  });

  it("does not depend on units, on the order of rows, or on the unit of weights", () => {
    const own = of(x, y, weights);
    const scaled = of(
      x.map((value) => 1e6 + 3 * value).toReversed(),
      y.map((value) => value / 7).toReversed(),
      weights.map((weight) => 10 * weight).toReversed(),
    );
    expect(scaled.value).toBeCloseTo(own.value, 10);
    expect(scaled.standardError).toBeCloseTo(own.standardError, 9);
    expect(scaled.pValue).toBeCloseTo(own.pValue, 9);
  });

  it("counts a weight of 2 as two rows, a weight of 0 as none, and takes equal weights for none", () => {
    const twice = Float64Array.of(...x, x[0], x[4]);
    const alsoTwice = Float64Array.of(...y, y[0], y[4]);
    const doubled = x.map((_, row) => (row === 0 || row === 4 ? 2 : 1));
    expect(of(x, y, doubled).value).toBeCloseTo(of(twice, alsoTwice).value, 13);
    const without = Float64Array.from(weights, (weight, row) => (row === 3 ? 0 : weight));
    const dropped = (column: Float64Array) => column.filter((_, row) => row !== 3);
    expect(of(x, y, without)).toEqual(of(dropped(x), dropped(y), dropped(weights)));
    const equal = of(
      x,
      y,
      x.map(() => 3),
    );
    expect(equal.value).toBeCloseTo(of(x, y).value, 13);
    expect(equal.effectiveN).toBeCloseTo(10, 12);
    expect(equal.weightedBase).toBe(30);
  });

  it("leaves out rows that lack an answer", () => {
    const hole = Float64Array.from(x, (value, row) => (row === 2 ? Number.NaN : value));
    const kept = (column: Float64Array) => column.filter((_, row) => row !== 2);
    expect(of(hole, y)).toEqual(of(kept(x), kept(y)));
    expect(of(hole, y).n).toBe(9);
  });

  it("is ±1 with an interval without width where the variables go together perfectly", () => {
    const result = of(
      x,
      x.map((value) => 10 - 2 * value),
      weights,
    );
    expect(result).toMatchObject({ pValue: 0, statistic: null });
    expect(result.value).toBeCloseTo(-1, 13);
    expect(result.interval.upper).toBeCloseTo(-1, 12);
  });

  it("is a variant where there is too little, or a column is constant", () => {
    const constant = x.map(() => 4);
    expect(coefficient(x, constant, null, 0.95)).toEqual({ kind: "no-variation" });
    expect(coefficient(x.slice(0, 3), y.slice(0, 3), null, 0.95)).toEqual({
      kind: "too-few-answers",
      n: 3,
      required: 4,
    });
    const oneHeavy = x.map((_, row) => (row === 0 ? 1000 : 1));
    expect(coefficient(x, y, oneHeavy, 0.95).kind).toBe("too-few-answers");
  });

  it("gives numbers or a variant for any data", () => {
    const answer = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 1, max: 3 }), fc.constant(1e7));
    const rows = fc.array(fc.tuple(answer, answer, fc.constantFrom(0, 1, 1, 2.5, 1e-3)), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, isWeighted) => {
        const column = (place: 0 | 1 | 2) => Float64Array.from(drawn, (row) => row[place]);
        const result = coefficient(column(0), column(1), isWeighted ? column(2) : null, 0.9);
        expect(unfitNumbers(result)).toEqual([]);
        if (result.kind !== "estimated") return;
        expect(Math.abs(result.value)).toBeLessThanOrEqual(1);
        expect(result.interval.lower).toBeLessThanOrEqual(result.value + 1e-9);
        expect(result.interval.upper).toBeGreaterThanOrEqual(result.value - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses lengths, weights, answers and a confidence that cannot be", () => {
    expect(() => coefficient(x, y.slice(1), null, 0.95)).toThrow(RangeError);
    expect(() => coefficient(x, y, weights.slice(1), 0.95)).toThrow(RangeError);
    expect(() =>
      coefficient(
        x,
        y,
        weights.map(() => -1),
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() => coefficient(x, Float64Array.of(...y.slice(1), Number.POSITIVE_INFINITY), null, 0.95)).toThrow(
      RangeError,
    );
    expect(() => coefficient(x, y, null, 1)).toThrow(RangeError);
  });

  it("rejects no correlation as often as it says, and covers what is there, with ties", () => {
    const random = randomFromSeed(51);
    const large = ratings(random, 40_000, 0.6);
    const truth = of(large.first, large.second).value;
    const runs = 500;
    const share = { rejected: 0, covered: 0, coveredWeighted: 0, rejectedWeighted: 0 };
    for (let run = 0; run < runs; run++) {
      const nothing = ratings(random, 80, 0);
      const something = ratings(random, 80, 0.6);
      const [plain, weighted] = [
        of(something.first, something.second),
        of(something.first, something.second, something.caseWeights),
      ];
      if (of(nothing.first, nothing.second).pValue < 0.05) share.rejected += 1 / runs;
      if (of(nothing.first, nothing.second, nothing.caseWeights).pValue < 0.05) share.rejectedWeighted += 1 / runs;
      if (plain.interval.lower <= truth && truth <= plain.interval.upper) share.covered += 1 / runs;
      if (weighted.interval.lower <= truth && truth <= weighted.interval.upper) share.coveredWeighted += 1 / runs;
    }
    expect(Math.abs(share.rejected - 0.05)).toBeLessThan(within(0.05, runs));
    expect(Math.abs(share.rejectedWeighted - 0.05)).toBeLessThan(within(0.05, runs));
    expect(Math.abs(share.covered - 0.95)).toBeLessThan(within(0.05, runs));
    expect(Math.abs(share.coveredWeighted - 0.95)).toBeLessThan(within(0.05, runs));
  });
});

describe("rank correlations", () => {
  it("do not change where the order stays", () => {
    for (const coefficient of [spearmanCorrelation, kendallCorrelation]) {
      const own = estimated(coefficient(x, y, weights, 0.95));
      const bent = estimated(
        coefficient(
          x.map((value) => Math.exp(value)),
          y.map((value) => value ** 3),
          weights,
          0.95,
        ),
      );
      expect(bent).toEqual(own);
    }
  });

  it("of Kendall equal the count over all pairs, weighted and not", () => {
    const pairCount = (w: Float64Array) => {
      let [surplus, untiedX, untiedY] = [0, 0, 0];
      for (let i = 0; i < x.length; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [Math.sign(x[i] - x[j]), Math.sign(y[i] - y[j])];
          surplus += w[i] * w[j] * a * b;
          untiedX += w[i] * w[j] * a * a;
          untiedY += w[i] * w[j] * b * b;
        }
      }
      return surplus / Math.sqrt(untiedX * untiedY);
    };
    expect(estimated(kendallCorrelation(x, y, weights, 0.95)).value).toBeCloseTo(pairCount(weights), 13);
    expect(estimated(kendallCorrelation(x, y, null, 0.95)).value).toBeCloseTo(pairCount(x.map(() => 1)), 13);
  });
});

describe("tables of correlations", () => {
  const hole = Float64Array.from(x, (value, row) => (row < 2 ? Number.NaN : value));
  const named = { variables: ["a", "b", "c"], columns: [x, y, hole] };

  it("take each pair over its own rows, or all over the same", () => {
    const pairwise = pairwiseCorrelations(named, null, 0.95, pearsonCorrelation);
    const listwise = listwiseCorrelations(named, null, 0.95, pearsonCorrelation);
    expect([estimated(pairAt(pairwise, 0, 1)).n, estimated(pairAt(pairwise, 2, 1)).n]).toEqual([10, 8]);
    expect(estimated(pairAt(listwise, 0, 1))).toEqual(
      estimated(pearsonCorrelation(x.slice(2), y.slice(2), null, 0.95)),
    );
    const { matrix } = estimated(correlationValues(pairwise));
    expect(matrix.values[1]).toBe(estimated(pairAt(pairwise, 1, 0)).value);
    expect(matrix.values[4]).toBe(1);
  });

  it("pass weights on, and name the pairs that have no coefficient", () => {
    const constant = { variables: ["a", "b", "c"], columns: [x, y, x.map(() => 2)] };
    const table = pairwiseCorrelations(constant, weights, 0.95, spearmanCorrelation);
    expect(estimated(pairAt(table, 0, 1))).toEqual(estimated(spearmanCorrelation(x, y, weights, 0.95)));
    expect(correlationValues(table)).toEqual({
      kind: "incomplete",
      pairs: [
        ["a", "c"],
        ["b", "c"],
      ],
    });
  });

  it("show by a negative eigenvalue that pairs of different rows do not fit together", () => {
    const nan = Number.NaN;
    const columns = [
      Float64Array.of(1, 2, 3, 4, nan, nan, nan, nan, 1, 2, 3, 4),
      Float64Array.of(1, 2, 3, 5, 1, 2, 3, 4, nan, nan, nan, nan),
      Float64Array.of(nan, nan, nan, nan, 1, 2, 3, 5, 4, 3, 2, 1),
    ];
    const table = pairwiseCorrelations({ variables: ["a", "b", "c"], columns }, null, 0.95, pearsonCorrelation);
    expect(estimated(correlationValues(table)).smallestEigenvalue).toBeLessThan(-0.5);
  });

  it("refuse columns that do not fit, and pairs that are none", () => {
    const columns = [x, y.slice(1)];
    expect(() => pairwiseCorrelations({ variables: ["a", "b"], columns }, null, 0.95, pearsonCorrelation)).toThrow(
      RangeError,
    );
    expect(() => pairAt(pairwiseCorrelations(named, null, 0.95, pearsonCorrelation), 1, 1)).toThrow(RangeError);
  });
});

describe("partial correlations", () => {
  const moments = (columns: readonly Float64Array[], w: Float64Array | null = null) =>
    momentsOf({ variables: columns.map((_, j) => `v${j}`), columns }, w);
  const table = (columns: readonly Float64Array[]) => {
    const found = partialCorrelations(moments(columns), 0.95);
    if (found.kind !== "table") throw new Error(found.kind);
    return found;
  };

  it("of two variables are Pearson's r", () => {
    const own = estimated(pairAt(table([x, y]), 0, 1));
    const pearson = estimated(pearsonCorrelation(x, y, null, 0.95));
    expect(own.value).toBeCloseTo(pearson.value, 13);
    expect(own.pValue).toBeCloseTo(pearson.pValue, 12);
    expect(own.interval.lower).toBeCloseTo(pearson.interval.lower, 12);
  });

  it("are the correlation of what a third variable leaves unexplained", () => {
    const z = Float64Array.of(1, 1, 2, 3, 4, 5, 3, 2, 2, 4);
    const r = (a: Float64Array, b: Float64Array) => estimated(pearsonCorrelation(a, b, null, 0.95)).value;
    const [xy, xz, yz] = [r(x, y), r(x, z), r(y, z)];
    const expected = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
    const found = estimated(pairAt(table([x, y, z]), 0, 1));
    expect(found.value).toBeCloseTo(expected, 13);
    expect(found.degreesOfFreedom).toBe(7);
  });

  it("name variables that cannot be told apart, and ask for rows", () => {
    const sum = x.map((value, row) => value + y[row]);
    expect(partialCorrelations(moments([x, y, sum]), 0.95)).toEqual({ kind: "singular", variables: ["v2"] });
    expect(partialCorrelations(moments([x, y, x.map(() => 1)]), 0.95)).toEqual({ kind: "singular", variables: ["v2"] });
    expect(partialCorrelations(moments([x.slice(0, 4), y.slice(0, 4), weights.slice(0, 4)]), 0.95).kind).toBe(
      "too-few-answers",
    );
    expect(() => partialCorrelations(moments([x]), 0.95)).toThrow(RangeError);
  });

  it("reject no partial correlation as often as they say", () => {
    const random = randomFromSeed(61);
    const runs = 1000;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const common = Float64Array.from({ length: 25 }, () => normal(random));
      const [a, b] = [0, 1].map(() => common.map((value) => value + normal(random)));
      if (estimated(pairAt(table([a, b, common]), 0, 1)).pValue < 0.05) rejected += 1 / runs;
    }
    expect(Math.abs(rejected - 0.05)).toBeLessThan(within(0.05, runs));
  });
});

describe("a polyserial correlation", () => {
  it("finds the correlation before the cut, unlike Pearson's r, and covers it", () => {
    const random = randomFromSeed(71);
    const runs = 400;
    let covered = 0;
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const measured = Float64Array.from({ length: 120 }, () => normal(random));
      const cut = measured.map((value) =>
        Math.min(4, Math.max(1, Math.round(2.2 + 0.5 * value + 0.8660254 * normal(random)))),
      );
      const result = estimated(polyserialCorrelation(measured, cut, null, 0.95));
      sum += result.value / runs;
      if (result.interval.lower <= 0.5 && 0.5 <= result.interval.upper) covered += 1 / runs;
    }
    expect(Math.abs(sum - 0.5)).toBeLessThan(0.015);
    expect(Math.abs(covered - 0.95)).toBeLessThan(within(0.05, runs));
  });

  it("turns its sign, counts weights as rows and does not depend on units", () => {
    const own = estimated(polyserialCorrelation(x, y, weights, 0.95));
    const turned = estimated(
      polyserialCorrelation(
        x.map((value) => 7 - 3 * value),
        y,
        weights,
        0.95,
      ),
    );
    expect(turned.value).toBeCloseTo(-own.value, 12);
    const twice = estimated(
      polyserialCorrelation(Float64Array.of(...x, x[1]), Float64Array.of(...y, y[1]), null, 0.95),
    );
    const doubled = x.map((_, row) => (row === 1 ? 2 : 1));
    expect(estimated(polyserialCorrelation(x, y, doubled, 0.95)).value).toBeCloseTo(twice.value, 13);
  });

  it("is a variant or all numbers for any data", () => {
    const answer = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { maxLength: 10 }), (drawn) => {
        const [a, b] = [0, 1].map((place) => Float64Array.from(drawn, (row) => row[place]));
        expect(unfitNumbers(polyserialCorrelation(a, b, null, 0.9))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(polyserialCorrelation(x, x, null, 0.95)).toMatchObject({ kind: "at-boundary", value: 1 });
    expect(() => polyserialCorrelation(x, y, null, 0)).toThrow(RangeError);
  });
});
