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
});
