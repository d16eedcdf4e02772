import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import { variant } from "../../../test-support/variants.ts";
import { type Matrix, matrixOfRows } from "../../linear-algebra/matrix.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { columnMeanWeights } from "./column-mean-weights.ts";
import { saatyRandomIndices } from "./consistency.ts";
import { eigenvectorWeights } from "./eigenvector-weights.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";
import { groupComparisons } from "./group-comparisons.ts";

/** Reciprocal matrix of a size, its upper triangle drawn row by row. */
function reciprocal(size: number, draw: () => number): Matrix {
  const values = new Float64Array(size * size).fill(1);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      values[i * size + j] = draw();
      values[j * size + i] = 1 / values[i * size + j];
    }
  }
  return { rows: size, columns: size, values };
}

const judgements = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.array(fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 9), { minLength: 21, maxLength: 21 }),
  )
  .map(([size, drawn]) => {
    let next = 0;
    return reciprocal(size, () => drawn[next++]);
  });

const methods = [eigenvectorWeights, geometricMeanWeights, columnMeanWeights];

const house = [
  [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
  [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
  [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
  [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
  [4, 7, 5, 8, 6, 6, 2, 1],
];

describe("AHP weights", () => {
  it("of Saaty's house are those he printed, and he calls the judgements inconsistent", () => {
    const found = variant(eigenvectorWeights(matrixOfRows(house)), "weights");
    expect(found.weights.map((weight) => weight.toFixed(3)).join(" ")).toBe(
      "0.173 0.054 0.188 0.018 0.031 0.036 0.167 0.333",
    );
    expect(found.lambdaMax).toBeCloseTo(9.669, 3);
    expect(found.consistencyIndex).toBeCloseTo(0.238, 3);
    expect(found.consistencyRatio).toBeCloseTo(0.169, 3);
    expect(found).toMatchObject({ verdict: "inconsistent", converged: true });
    expect(variant(geometricMeanWeights(matrixOfRows(house)), "weights").verdict).toBe("inconsistent");
  });

  it("of three attributes have the consistency index (ln a₁₂a₂₃/a₁₃)²/3 of the geometric mean", () => {
    const matrix = matrixOfRows([
      [1, 2, 2],
      [1 / 2, 1, 3],
      [1 / 2, 1 / 3, 1],
    ]);
    const { geometricConsistencyIndex, verdict } = variant(geometricMeanWeights(matrix), "weights");
    expect(geometricConsistencyIndex).toBeCloseTo(Math.log(3) ** 2 / 3, 14);
    expect(verdict).toBe("inconsistent");
  });

  it("are the weights that consistent judgements were made from, by every method", () => {
    const weights = fc.array(fc.double({ min: 0.05, max: 9, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, (made) => {
        const total = made.reduce((sum, weight) => sum + weight, 0);
        const matrix = matrixOfRows(made.map((a) => made.map((b) => a / b)));
        for (const method of methods) {
          variant(method(matrix), "weights").weights.forEach((weight, i) => {
            expect(weight).toBeCloseTo(made[i] / total, 12);
          });
        }
        const { lambdaMax, consistencyRatio, verdict } = variant(eigenvectorWeights(matrix), "weights");
        expect(lambdaMax).toBeCloseTo(made.length, 10);
        expect(consistencyRatio).toBeLessThan(1e-9);
        expect(verdict).toBe("consistent");
      }),
    );
  });

  it("sum to 1, stay with their attribute in any order, and satisfy A w = λ w", () => {
    fc.assert(
      fc.property(judgements, (matrix) => {
        const size = matrix.rows;
        const turned = { ...matrix, values: matrix.values.toReversed() };
        for (const method of methods) {
          const own = variant(method(matrix), "weights").weights;
          expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
          // Both orders reversed: row i becomes row n − 1 − i.
          variant(method(turned), "weights").weights.forEach((weight, i) => {
            expect(weight).toBeCloseTo(own[size - 1 - i], 10);
          });
        }
        const { weights, lambdaMax, converged } = variant(eigenvectorWeights(matrix), "weights");
        expect(converged).toBe(true);
        expect(lambdaMax).toBeGreaterThan(size - 1e-9);
        weights.forEach((weight, i) => {
          const product = weights.reduce((sum, other, j) => sum + matrix.values[i * size + j] * other, 0);
          expect(product).toBeCloseTo(lambdaMax * weight, 10);
        });
      }),
    );
  });

  it("hold finite numbers for one attribute and for two, and know no ratio beyond their table", () => {
    for (const size of [1, 2, 16]) {
      const matrix = reciprocal(size, () => 3);
      for (const method of methods) expect(unfitNumbers(method(matrix))).toEqual([]);
    }
    expect(eigenvectorWeights(reciprocal(2, () => 9))).toMatchObject({ consistencyRatio: 0, verdict: "consistent" });
    expect(eigenvectorWeights(reciprocal(16, () => 1))).toMatchObject({ consistencyRatio: null, verdict: "unknown" });
    expect(geometricMeanWeights(reciprocal(2, () => 9))).toMatchObject({ geometricConsistencyIndex: null });
  });

  it("name the pairs that were entered with two meanings, and take reciprocals typed with two decimals", () => {
    const matrix = matrixOfRows([
      [1, 3, 5],
      [0.33, 1, 4],
      [0.2, 4, 1],
    ]);
    for (const method of methods) {
      expect(method(matrix)).toEqual({ kind: "not-reciprocal", pairs: [{ row: 1, column: 2, product: 16 }] });
    }
    expect(eigenvectorWeights(matrixOfRows([[2]]))).toMatchObject({ kind: "not-reciprocal" });
    const typed = [1 / 3, 1 / 7, 1 / 8, 1 / 9].map((value) => Math.round(value * 100) / 100);
    for (const value of typed) {
      expect(
        eigenvectorWeights(
          matrixOfRows([
            [1, Math.round(1 / value)],
            [value, 1],
          ]),
        ).kind,
      ).toBe("weights");
    }
  });

  it("refuse what is no table of comparisons", () => {
    for (const method of methods) {
      expect(() => method(matrixOfRows([[1, 2]]))).toThrow(RangeError);
      expect(() => method(matrixOfRows([]))).toThrow(RangeError);
      expect(() => method(matrixOfRows([[0]]))).toThrow(RangeError);
      expect(() => method(matrixOfRows([[Number.NaN]]))).toThrow(RangeError);
    }
  });
});

describe("the consistency index of random judgements", () => {
  // Alonso & Lamata 2006 (500,000 matrices): 0.5245, 0.8815, 1.1086, 1.2479; Saaty's table is from few and up to 0.06 above.
  it.each([
    [3, 0.5245],
    [4, 0.8815],
    [5, 1.1086],
    [6, 1.2479],
  ])("averages what is known for %i attributes, near Saaty's table", (size, expected) => {
    const random = randomFromSeed(size);
    const scale = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9];
    const found = Array.from({ length: 1500 }, () => {
      const matrix = reciprocal(size, () => scale[random.nextBelow(scale.length)]);
      return variant(eigenvectorWeights(matrix), "weights").consistencyIndex;
    });
    const mean = found.reduce((sum, index) => sum + index, 0) / found.length;
    const spread = Math.sqrt(found.reduce((sum, index) => sum + (index - mean) ** 2, 0) / found.length);
    expect(Math.abs(mean - expected)).toBeLessThan((4 * spread) / Math.sqrt(found.length));
    expect(Math.abs(saatyRandomIndices[size - 1] - expected)).toBeLessThan(0.06);
  });
});

describe("a group of judges", () => {
  it("has the geometric mean of its members' geometric-mean weights, and stays reciprocal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 999 }), (size, seed) => {
        const random = randomFromSeed(seed);
        const judges = [1, 2, 3].map(() => reciprocal(size, () => 1 + random.nextBelow(9)));
        const counts = [1, 2, 0.5];
        const group = groupComparisons(judges, counts);
        const logs = Array.from({ length: size }, (_, i) =>
          judges.reduce((sum, judge, k) => {
            const { weights } = variant(geometricMeanWeights(judge), "weights");
            return sum + (counts[k] / 3.5) * Math.log(weights[i]);
          }, 0),
        );
        const total = logs.reduce((sum, log) => sum + Math.exp(log), 0);
        variant(geometricMeanWeights(group), "weights").weights.forEach((weight, i) => {
          expect(weight).toBeCloseTo(Math.exp(logs[i]) / total, 12);
        });
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++)
            expect(group.values[i * size + j] * group.values[j * size + i]).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("of one judge twice is that judge, as with a weight of two", () => {
    const [a, b] = [reciprocal(3, () => 2), reciprocal(3, () => 5)];
    const twice = groupComparisons([a, a, b]);
    groupComparisons([a, b], [2, 1]).values.forEach((value, cell) => {
      expect(value).toBeCloseTo(twice.values[cell], 14);
    });
  });

  it("needs judges of one size, and weights that fit", () => {
    const judge = reciprocal(2, () => 2);
    expect(() => groupComparisons([])).toThrow(RangeError);
    expect(() => groupComparisons([judge, reciprocal(3, () => 2)])).toThrow(RangeError);
    expect(() => groupComparisons([judge], [1, 1])).toThrow(RangeError);
    expect(() => groupComparisons([judge], [0])).toThrow(RangeError);
    expect(() => groupComparisons([judge, judge], [1, -1])).toThrow(RangeError);
  });
});
