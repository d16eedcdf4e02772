import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { betaQuantile } from "../distribution/beta.ts";
import { designShareBeta, designShareKornGraubard } from "./design-share.ts";
import { surveyDesign } from "./survey-design.ts";

/** Six PSUs of five; with so many of each PSU counted. */
function sampleOf(counted: readonly number[]) {
  const psus = Int32Array.from({ length: 30 }, (_, row) => Math.floor(row / 5));
  const design = surveyDesign({
    weights: new Float64Array(30).fill(1),
    strata: null,
    psus,
    psusInPopulation: null,
    lonelyPsu: "fail",
  });
  return { design, answers: Float64Array.from(psus, (psu, row) => (row % 5 < counted[psu] ? 1 : 0)) };
}

describe("Korn and Graubard's interval", () => {
  it("is never shorter than that of as many answers drawn at random", () => {
    // PSUs that are nearly alike by chance: R's form takes the 30 answers for some 75.
    const { design, answers } = sampleOf([2, 2, 2, 2, 2, 3]);
    const found = estimated(designShareKornGraubard(design, answers, 0.95));
    expect(found.interval.lower).toBeCloseTo(betaQuantile(0.025, 13, 18), 12);
    expect(found.interval.upper).toBeCloseTo(betaQuantile(0.975, 14, 17), 12);
    const inR = estimated(designShareBeta(design, answers, 0.95));
    expect(inR.interval.upper - inR.interval.lower).toBeLessThan(0.8 * (found.interval.upper - found.interval.lower));
  });

  it("is R's where the design costs answers", () => {
    const { design, answers } = sampleOf([0, 5, 1, 4, 2, 1]);
    expect(designShareKornGraubard(design, answers, 0.95)).toEqual(designShareBeta(design, answers, 0.95));
  });
});
