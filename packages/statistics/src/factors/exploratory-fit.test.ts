import { describe, expect, it } from "vitest";
import { expectClose } from "../../test-support/expect-close.ts";
import { exploratoryFit } from "./exploratory-fit.ts";
import type { MaximumLikelihoodFactors } from "./maximum-likelihood-factors.ts";

/** χ² of three factors of thirteen items, n = 330: golden/second/expected/mobile_efa.json. */
const solution: MaximumLikelihoodFactors = {
  kind: "estimated",
  items: [],
  loadings: { rows: 0, columns: 0, values: new Float64Array() },
  uniquenesses: new Float64Array(),
  converged: true,
  iterations: 1,
  improper: [],
  n: 330,
  weightedBase: 330,
  effectiveN: 330,
  method: "factors/maximum-likelihood",
  discrepancy: 0.24439940842851,
  test: { chiSquare: 78.6558762792422, degreesOfFreedom: 42, pValue: 0.0005 },
};
const sphericity = {
  kind: "tested",
  chiSquare: 1317.7589870281,
  degreesOfFreedom: 78,
  pValue: 0,
  n: 330,
  effectiveN: 330,
} as const;

describe("fit of exploratory factors", () => {
  it("is that of R's noncentral χ²", () => {
    const fit = exploratoryFit(solution, sphericity, 0.9);
    const { value, interval } = fit?.rmsea ?? {};
    expectClose(
      [value ?? 0, interval?.lower ?? 0, interval?.upper ?? 0, fit?.tli ?? 0],
      [0.0514268812808189, 0.0334382989853614, 0.0688120317253698, 0.945089973521794],
      1e-9,
    );
  });

  it("is none without a test, and has no TLI where nothing could be explained", () => {
    expect(exploratoryFit({ ...solution, test: null }, sphericity, 0.9)).toBeNull();
    expect(exploratoryFit(solution, { ...sphericity, chiSquare: 78 }, 0.9)?.tli).toBeNull();
    expect(() => exploratoryFit(solution, sphericity, 1)).toThrow(RangeError);
  });
});
