import { describe, expect, it } from "vitest";
import { correlationMatrix } from "../moments/correlation-matrix.ts";
import { momentsOf } from "../moments/moments.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { groupSampler, type MomentsSampler, rowSampler } from "./resampled-moments.ts";

/** Two variables that go together, with weights that differ, in an order that is anything but random. */
function sorted(n: number) {
  const random = randomFromSeed(7);
  const x = Float64Array.from({ length: n }, () => random.nextUnit()).sort();
  const y = x.map((value) => value + random.nextUnit());
  const caseWeights = x.map(() => 0.5 + random.nextUnit());
  return { variables: ["x", "y"], columns: [x, y], caseWeights, target: 1 };
}

function spreadOfCorrelation(draw: MomentsSampler, resamples: number): { mean: number; sd: number } {
  const values = Array.from({ length: resamples }, () => {
    const result = correlationMatrix(draw());
    return result.kind === "estimated" ? result.matrix.values[1] : Number.NaN;
  });
  const mean = values.reduce((a, b) => a + b, 0) / resamples;
  return { mean, sd: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (resamples - 1)) };
}

describe("random groups", () => {
  it("spread like respondents drawn one by one", () => {
    const sample = sorted(6000);
    const byRow = spreadOfCorrelation(rowSampler(sample, randomFromSeed(1)), 800);
    const byGroup = spreadOfCorrelation(groupSampler(sample, randomFromSeed(2)), 800);
    const [full] = [correlationMatrix(momentsOf(sample, sample.caseWeights))];
    const r = full.kind === "estimated" ? full.matrix.values[1] : Number.NaN;
    // The ratio of two standard deviations from 800 draws each, with 1,000 groups, is certain to about 4.2 %.
    expect(Math.abs(byGroup.sd / byRow.sd - 1)).toBeLessThan(4 * 0.042);
    expect(Math.abs(byGroup.mean - r)).toBeLessThan(byRow.sd);
  });

  it("are the same for the same seed", () => {
    const sample = sorted(2000);
    expect(groupSampler(sample, randomFromSeed(3))()).toEqual(groupSampler(sample, randomFromSeed(3))());
  });
});

describe("a resample", () => {
  it("has the moments of the rows drawn", () => {
    const sample = {
      variables: ["x", "y"],
      columns: [Float64Array.of(1, 2), Float64Array.of(3, 5)],
      caseWeights: null,
      target: 1,
    };
    const drawn = rowSampler(sample, randomFromSeed(1))();
    const ofX = drawn.crossProducts[0];
    expect([0, 0.5]).toContain(ofX);
    expect(drawn.crossProducts[3]).toBeCloseTo(ofX * 4, 12);
    expect(drawn.weight).toBe(2);
  });

  it("has the moments of a table in which every row stands as often as it was drawn, over many blocks of rows", () => {
    const random = randomFromSeed(11);
    const n = 1_300;
    const columns = Array.from({ length: 7 }, () => Float64Array.from({ length: n }, () => 1 + random.nextBelow(5)));
    const caseWeights = Float64Array.from({ length: n }, () => 0.5 + random.nextUnit());
    const variables = columns.map((_, j) => `v${j}`);
    const drawn = rowSampler({ variables, columns, caseWeights, target: 0 }, randomFromSeed(3))();
    const same = randomFromSeed(3);
    const rows = Array.from({ length: n }, () => same.nextBelow(n));
    const table = columns.map((column) => Float64Array.from(rows, (row) => column[row]));
    const weights = Float64Array.from(rows, (row) => caseWeights[row]);
    const expected = momentsOf({ variables, columns: table }, weights);
    expect(drawn.weight).toBeCloseTo(expected.weight, 8);
    expect(drawn.squaredWeight).toBeCloseTo(expected.squaredWeight, 8);
    for (const [i, value] of expected.crossProducts.entries()) expect(drawn.crossProducts[i]).toBeCloseTo(value, 6);
  });
});
