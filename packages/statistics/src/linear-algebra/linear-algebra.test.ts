import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { variant } from "../../test-support/variants.ts";
import { zeroin } from "../root/zeroin.ts";
import { cholesky, choleskyInverse, choleskySolve } from "./cholesky.ts";
import { matrixOfRows, submatrix, zeroMatrix } from "./matrix.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** A Aᵀ + 0.1 I of a random 4 × 4 matrix: symmetric and positive definite. */
const positiveDefinite = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 })
  .map((a) => {
    const matrix = zeroMatrix(4, 4);
    matrix.values.forEach((_, cell) => {
      const [i, j] = [cell >> 2, cell & 3];
      matrix.values[cell] = [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * i + k] * a[4 * j + k], i === j ? 0.1 : 0);
    });
    return matrix;
  });

describe("Cholesky", () => {
  it("solves and inverts", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const factor = variant(cholesky(matrix), "factored");
        const x = choleskySolve(factor, [1, 2, 3, 4]);
        const inverse = choleskyInverse(factor);
        for (let row = 0; row < 4; row++) {
          const product = x.reduce((sum, value, k) => sum + matrix.values[4 * row + k] * value, 0);
          expect(product).toBeCloseTo(row + 1, 6);
          const unit = x.reduce((sum, _, k) => sum + matrix.values[4 * row + k] * inverse.values[4 * k + row], 0);
          expect(unit).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it("names each dependent row", () => {
    const matrix = matrixOfRows([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    expect(cholesky(matrix)).toEqual({ kind: "singular", dependent: [1, 3] });
  });
});

describe("symmetric eigenvalues", () => {
  it("give the matrix back", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        matrix.values.forEach((value, cell) => {
          const [i, j] = [cell >> 2, cell & 3];
          const sum = values.reduce(
            (s, root, k) => s + root * vectors.values[4 * i + k] * vectors.values[4 * j + k],
            0,
          );
          expect(sum).toBeCloseTo(value, 8);
        });
        expect([...values]).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });
});

describe("matrices", () => {
  it("refuse ragged rows, impossible sizes and what is not square", () => {
    expect(() => matrixOfRows([[1, 2], [3]])).toThrow(RangeError);
    expect(() => zeroMatrix(-1, 2)).toThrow(RangeError);
    expect(() => symmetricEigen(zeroMatrix(2, 3))).toThrow(RangeError);
    expect([
      ...submatrix(
        matrixOfRows([
          [1, 2],
          [3, 4],
        ]),
        [1],
      ).values,
    ]).toEqual([4]);
  });
});

describe("zeroin", () => {
  it("takes the steps of R's uniroot", () => {
    // R 4.2.2: uniroot(function(x) x^3 - 2*x - 5, c(2, 3))$root and with tol = 1e-12
    expect(zeroin((x) => x ** 3 - 2 * x - 5, 2, 3, Number.EPSILON ** 0.25)).toBeCloseTo(2.094541204947881, 12);
    expect(zeroin((x) => x ** 3 - 2 * x - 5, 2, 3, 1e-12)).toBeCloseTo(2.0945514815423265, 12);
  });

  it("needs a change of sign", () => {
    expect(() => zeroin((x) => x * x + 1, -1, 1, 1e-6)).toThrow(RangeError);
  });
});
