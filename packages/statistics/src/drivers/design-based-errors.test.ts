import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { momentsOf } from "../moments/moments.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { designBasedErrors } from "./design-based-errors.ts";
import { linearRegression } from "./linear-regression.ts";

describe("errors of weighted regression coefficients", () => {
  it("keep their level where the weight goes with the spread, which errors for precisions do not", () => {
    const random = randomFromSeed(31);
    const runs = 600;
    let rejected = { design: 0, precision: 0 };
    for (let run = 0; run < runs; run++) {
      const n = 150;
      const x = Float64Array.from({ length: n }, () => random.nextUnit());
      const caseWeights = Float64Array.from({ length: n }, () => (random.nextUnit() < 0.2 ? 4 : 0.5));
      const y = caseWeights.map((weight) => (random.nextUnit() - 0.5) * weight);
      const sample = { variables: ["x", "y"], columns: [x, y], caseWeights, target: 1 };
      const moments = momentsOf(sample, caseWeights);
      const regression = estimated(linearRegression(moments, 1));
      const errors = estimated(designBasedErrors(sample, moments, regression, sample.columns[0].length));
      const isRejected = (p: number | null) => Number(p !== null && p < 0.05);
      rejected = {
        design: rejected.design + isRejected(errors.pValues[0]),
        precision: rejected.precision + isRejected(regression.coefficients[0].pValue),
      };
    }
    // Small heavy groups leave the sandwich a little liberal: 0.05 + 0.03 is its known excess at such sizes.
    expect(rejected.design / runs).toBeLessThan(0.05 + 0.03 + 3 * Math.sqrt((0.05 * 0.95) / runs));
    expect(rejected.precision / runs).toBeGreaterThan(0.2);
  });

  it("ask for weights", () => {
    const sample = {
      variables: ["x", "y"],
      columns: [Float64Array.of(1, 2, 3, 5), Float64Array.of(1, 3, 2, 4)],
      caseWeights: null,
      target: 1,
    };
    const moments = momentsOf(sample, null);
    expect(() => designBasedErrors(sample, moments, estimated(linearRegression(moments, 1)), 4)).toThrow(RangeError);
  });
});
