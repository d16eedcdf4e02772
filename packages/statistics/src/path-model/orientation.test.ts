import { describe, expect, it } from "vitest";
import { smallModel, smallSample } from "../../test-support/small-path-model.ts";
import { estimated } from "../../test-support/variants.ts";
import { momentsOf } from "../moments/moments.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { constructScores } from "./construct-scores.ts";
import { totalEffects } from "./criteria/effects.ts";
import { estimatePathModel } from "./estimate.ts";
import { orientByDominantItems, turnedConstructs } from "./orientation.ts";

const sample = smallSample(90, randomFromSeed(2));
const reversed = {
  ...sample,
  columns: sample.columns.with(
    3,
    sample.columns[3].map((value) => -value),
  ),
};
const fit = estimated(estimatePathModel(momentsOf(reversed), smallModel, "factorial"));

describe("orientation", () => {
  it("turns a construct so that its dominant item loads positively", () => {
    expect(fit.loadings[3]).toBeLessThan(0);
    const turned = orientByDominantItems(fit, { quality: "quality1", image: "image1" });
    expect(turned.loadings[3]).toBe(-fit.loadings[3]);
    expect(turned.loadings[0]).toBe(fit.loadings[0]);
    expect(turned.paths.values[1]).toBe(-fit.paths.values[1]);
    expect(turned.paths.values[5]).toBe(-fit.paths.values[5]);
    expect(turned.paths.values[2]).toBe(fit.paths.values[2]);
    expect(totalEffects(turned).values[2]).toBeCloseTo(totalEffects(fit).values[2], 14);
  });

  it("keeps the scores of the turned solution in step with its correlations", () => {
    const turned = turnedConstructs(fit, new Set(["quality"]));
    const [image, quality] = constructScores(turned, reversed);
    const products = image.reduce((sum, value, row) => sum + value * quality[row], 0) / 89;
    expect(turned.constructCorrelations.values[1]).toBeCloseTo(products, 12);
    expect(turned.constructCorrelations.values[3]).toBeCloseTo(products, 12);
    expect(turned.constructCorrelations.values[4]).toBe(1);
    const crossed = sample.columns[0].reduce((sum, value, row) => sum + value * quality[row], 0) / 89;
    expect(turned.crossLoadings.values[1]).toBeCloseTo(crossed / fit.standardDeviations[0], 12);
  });

  it("turned twice is as before", () => {
    const names = new Set(["image", "quality"]);
    const twice = turnedConstructs(turnedConstructs(fit, names), names);
    expect(twice).toEqual(fit);
  });

  it("refuses items that are not the construct's", () => {
    expect(() => orientByDominantItems(fit, { quality: "image1" })).toThrow(RangeError);
    expect(() => orientByDominantItems(fit, { price: "price1" })).toThrow(RangeError);
  });
});
