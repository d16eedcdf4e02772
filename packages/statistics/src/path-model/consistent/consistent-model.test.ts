import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import {
  europeanSatisfaction,
  pathModelOf,
  populationMoments,
  type SimulatedModel,
} from "../../../test-support/simulated-path-data.ts";
import { smallModel, smallPopulation, smallSample, usualPopulation } from "../../../test-support/small-path-model.ts";
import { estimated, variant } from "../../../test-support/variants.ts";
import { momentsOf } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { estimatePathModel } from "../estimate.ts";
import type { PathModelFit } from "../fit.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { consistentModel } from "./consistent-model.ts";

function fitOf(sample: PathSample): PathModelFit {
  return estimated(estimatePathModel(momentsOf(sample), smallModel, "path"));
}

function populationFit(population: SimulatedModel): PathModelFit {
  return estimated(estimatePathModel(populationMoments(population), pathModelOf(population), "path"));
}

describe("consistent PLS", () => {
  it("finds the population's paths and loadings, which plain PLS does not", () => {
    const fit = populationFit(usualPopulation);
    const { paths, loadings, modelFit, inadmissible } = estimated(consistentModel(fit));
    expect(paths.values[1]).toBeCloseTo(0.5, 8);
    expect(paths.values[2]).toBeCloseTo(0.2, 8);
    expect(paths.values[5]).toBeCloseTo(0.5, 8);
    expect(fit.paths.values[5]).toBeLessThan(0.46);
    for (const loading of loadings) expect(loading).toBeCloseTo(0.8, 8);
    expect(modelFit.saturated.srmr).toBeLessThan(1e-8);
    expect(modelFit.estimated.srmr).toBeLessThan(1e-8);
    expect(inadmissible).toEqual([]);
  });

  it("takes single items as they are", () => {
    const found = estimated(consistentModel(populationFit(europeanSatisfaction)));
    expect(found.reliabilities[5]).toBe(1);
    expect(found.isCommonFactor[5]).toBe(false);
    for (const { from, to, coefficient } of europeanSatisfaction.paths) {
      // The one item of complaints has a loading of 0.9 that nothing can tell from 1.
      if (from === "Complaints" || to === "Complaints" || to === "Loyalty") continue;
      const place = (name: string) => europeanSatisfaction.constructs.findIndex((each) => each.name === name);
      expect(found.paths.values[7 * place(from) + place(to)]).toBeCloseTo(coefficient, 7);
    }
  });

  it("leaves formative constructs as they are", () => {
    const [image, ...others] = smallModel.constructs;
    const model = { ...smallModel, constructs: [{ ...image, mode: "B" as const }, ...others] };
    const fit = estimated(estimatePathModel(momentsOf(smallSample(200, randomFromSeed(3))), model, "path"));
    const { reliabilities, loadings } = estimated(consistentModel(fit));
    expect(reliabilities[0]).toBe(1);
    expect(loadings.slice(0, 3)).toEqual(fit.loadings.slice(0, 3));
    expect(loadings[4]).not.toBeCloseTo(fit.loadings[4], 3);
  });

  it("shows why a solution is inadmissible, and the solution with it", () => {
    const found = estimated(consistentModel(fitOf(smallSample(40, randomFromSeed(8), smallPopulation(0.999, 0, 0.5)))));
    const codes = found.inadmissible.map(({ code }) => code);
    expect(codes).toContain("correlation-above-one");
    expect(codes).toContain("not-positive-semidefinite");
    expect(codes).toContain("r-squared-above-one");
    expect(unfitNumbers(found)).toEqual([]);
  });

  it("has nothing to correct by where items contradict each other", () => {
    const { columns } = smallSample(300, randomFromSeed(5), smallPopulation(0, 0, 0));
    const [mood, apart] = [columns[0], columns[3]];
    const items = [
      mood,
      columns[1],
      mood.map((value, row) => value + 1.5 * apart[row]),
      mood.map((value, row) => value - 1.5 * apart[row]),
    ];
    const model: PathModel = {
      constructs: [
        { name: "image", items: ["a", "b"], mode: "A" },
        { name: "satisfaction", items: ["c", "d"], mode: "A" },
      ],
      paths: [{ from: "image", to: "satisfaction" }],
    };
    const fit = estimated(
      estimatePathModel(momentsOf({ variables: ["a", "b", "c", "d"], columns: items }), model, "path"),
    );
    const { construct, rhoA } = variant(consistentModel(fit), "no-reliability");
    expect(construct).toBe("satisfaction");
    expect(rhoA ?? 0).toBeLessThan(0);
  });

  it("of any answers is finite or has a reason", () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 9, maxLength: 9 }), { maxLength: 12 });
    const sample = smallSample(1, randomFromSeed(1));
    fc.assert(
      fc.property(rows, (answers) => {
        const columns = sample.columns.map((_, k) => Float64Array.from(answers, (row) => row[k]));
        const fit = estimatePathModel(momentsOf({ ...sample, columns }), smallModel, "path");
        if (fit.kind !== "estimated") return;
        expect(unfitNumbers(consistentModel(fit))).toEqual([]);
      }),
    );
  });

  it("is right on average where plain PLS is too small", () => {
    const random = randomFromSeed(31);
    const repetitions = 120;
    const found = Array.from({ length: repetitions }, () => {
      const fit = fitOf(smallSample(160, random));
      return { plain: fit.paths.values[1], consistent: estimated(consistentModel(fit)).paths.values[1] };
    });
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / repetitions;
    const consistent = mean(found.map((each) => each.consistent));
    // The standard error of a correlation of 0.5 in 160 rows, corrected, is about 0.085; three of its mean's.
    expect(Math.abs(consistent - 0.5)).toBeLessThan((3 * 0.085) / Math.sqrt(repetitions));
    expect(mean(found.map((each) => each.plain))).toBeLessThan(0.46);
  });
});
